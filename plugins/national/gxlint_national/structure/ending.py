"""Whether a text breaks off before the report is over."""

from gxlint.model import Report, Section, Table

_SHORT = 16
_SHORTEST_NAME = 5
_CLOSED = '。!?;…”")〕》】|.'
# A report lacks its last part now and then; several at its end are missing only where the text was cut.
_SEVERAL = 2


def breaks_off(report: Report) -> bool:
    """Whether the text ends as excerpts do: in mid-sentence, in a table, after a heading, or parts too early.

    A signature, or a page's closing lines, show that the end was reached.
    """
    return report.once(_breaks_off)


def is_closed(report: Report) -> bool:
    """Whether something shows that the end was reached: a signature or a page's closing lines."""
    last = report.sections[-1].heading.span.start if report.sections else 0
    name = report.signature.name or ""
    # A line that was cut may end in 办 or 中心 and so pass for a body; such a scrap is short, or numbered.
    if report.signature.date or (len(name) >= _SHORTEST_NAME and "、" not in name):
        return True
    return any(line.span.start > last for line in report.furniture)


def _breaks_off(report: Report) -> bool:
    if not report.sections or is_closed(report):
        return False
    last = report.sections[-1]
    if _parts_after(last, report) >= _SEVERAL:
        return True
    tables = [table for table in report.tables.values() if table.span.start >= last.heading.span.start]
    if any(_is_unfinished(table) for table in tables):
        return True
    if not last.paragraphs:
        return not tables and _ends_in_heading(last, report)
    if tables and max(table.span.end for table in tables) >= last.paragraphs[-1].span.end:
        return False
    paragraph = last.paragraphs[-1].text.rstrip()
    if _parts_after(last, report) == 0 and len(paragraph) <= _SHORT:
        return False  # 无, without a full stop
    return paragraph[-1:] not in _CLOSED


def _parts_after(section: Section, report: Report) -> int:
    """How many official parts should follow the section."""
    keys = [form.key for form in report.format.sections]
    return len(keys) - 1 - keys.index(section.key) if section.key in keys else 0


def _ends_in_heading(last: Section, report: Report) -> bool:
    """Whether nothing follows a heading that calls for more, or the heading itself is cut."""
    if _parts_after(last, report):
        return True
    title = "".join(last.heading.title.split())
    return title != last.form.heading and last.form.heading.startswith(title)


def _is_unfinished(table: Table) -> bool:
    """Whether the last rows of a table are absent, or the last one there is short."""
    rows = list(table.rows.values())
    return not rows or table.form.rows[-1].key not in table.rows or rows[-1].problem == "short"
