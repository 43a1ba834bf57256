"""What stands under a section's heading, text on the heading's own line included."""

from gxlint.model import Report, Section


def written(section: Section, report: Report) -> str:
    """The prose of a section; where the heading's line goes on after the title, that too."""
    start = section.heading.span.end
    first = section.paragraphs[0].span.start if section.paragraphs else section.span.end
    line = report.text[start:first].partition("\n")[0].partition("\r")[0]
    rest = line.strip(" \t|:。.、;*#")
    return f"{rest}\n{section.text}" if rest else section.text
