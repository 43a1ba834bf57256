"""Whether a text breaks off before the report is over."""

from gxlint.model import Report, Row, Section, Table

_SHORT = 16
_CLOSED = '。!?;…”")〕》】|.'


def breaks_off(report: Report) -> bool:
    """Whether the text ends in mid-sentence, inside a table or right after a heading, as an excerpt does.

    A signature, or a page's closing lines, show that the end was reached.
    """
    return report.once(_breaks_off)


def _breaks_off(report: Report) -> bool:
    last = report.sections[-1] if report.sections else None
    if last is None or report.signature.name or report.signature.date or _page_goes_on(report, last):
        return False
    tables = [table for table in report.tables.values() if table.span.start >= last.heading.span.start]
    end = max((paragraph.span.end for paragraph in last.paragraphs), default=last.heading.span.end)
    if tables and (table := max(tables, key=lambda item: item.span.end)).span.end >= end:
        return _is_unfinished(table)
    is_final = last.key == report.format.sections[-1].key
    if not last.paragraphs:
        return not is_final
    paragraph = last.paragraphs[-1]
    if is_final and len(paragraph.text) <= _SHORT:
        return False  # 无, without a full stop
    return paragraph.text.rstrip()[-1:] not in _CLOSED


def _page_goes_on(report: Report, last: Section) -> bool:
    return any(line.span.start > last.heading.span.start for line in report.furniture)


def _is_unfinished(table: Table) -> bool:
    """Whether the last rows of a table are absent, or the last one there is short."""
    rows: list[Row] = list(table.rows.values())
    expected = [row.key for row in table.form.rows]
    if not rows or expected[-1] not in table.rows:
        return True
    return rows[-1].problem == "short"
