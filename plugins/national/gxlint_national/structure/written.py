"""What stands under a section's heading, text on the heading's own line included."""

from gxlint.model import Report, Section


def written(section: Section, report: Report) -> str:
    """The prose of a section; where the heading's line goes on after the title, that too."""
    start = section.heading.span.end
    end = report.text.find("\n", start, section.span.end)
    line_end = end if end >= 0 else section.span.end
    first = section.paragraphs[0].span.start if section.paragraphs else section.span.end
    rest = report.text[start : min(line_end, first)].strip(" \t\r|:。.、;*#")
    return f"{rest}\n{section.text}" if rest else section.text
