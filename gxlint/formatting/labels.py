"""Labels of tables in official wording, where it is certain which one is meant.

White space, quotation marks and the style of numbers are set right, known other wordings replaced, traditional characters
in a simplified text, too. What the writer left out or added, such as a number or a note in brackets, stays as it is.
"""

import re
from collections.abc import Iterator

from gxlint.formats import ColumnForm, GroupForm, RowForm, TableForm
from gxlint.model import Label, Report, Table
from gxlint.readers import Document
from gxlint.readers.edits import SourceEdit, source_edit
from gxlint.source.characters import invisible
from gxlint.syntax.terms import compact, without_number

_LONGEST_ROW = 400
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")


def label_edits(report: Report) -> Iterator[SourceEdit]:
    """For each label that can be improved, the edit that does so."""
    document = report.document
    for table in report.tables.values():
        for label in table.labels:
            wording = official_wording(label, table) if _stands_alone(label, report) else None
            if wording is None:
                continue
            if wording == label.text:
                edit: SourceEdit | None = _typographic(document, label)
            else:
                edit = source_edit(document, label.span, wording)
            if edit is not None and document.source.text[edit.start : edit.end] != edit.new_text:
                yield edit


def _typographic(document: Document, label: Label) -> SourceEdit:
    """Full-width digits in a label made half-width, and what cannot be seen taken out. Brackets stay as wide as they are."""
    start, end = document.view.source_span(label.span)
    text = document.source.text[start:end].translate(_HALF_WIDTH)
    for begin, stop in reversed(invisible(text, set(text))):
        text = text[:begin] + text[stop:]
    return SourceEdit(start, end, text)


def _stands_alone(label: Label, report: Report) -> bool:
    """Whether a label is neither cut over lines or cells nor set in columns by spaces, which would move."""
    text, (start, end) = report.text, label.span
    if any(mark in text[start:end] for mark in "\n\r|"):
        return False
    line = text[max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1 : start]
    rest = re.split(r"[\n\r]", text[end : end + _LONGEST_ROW], maxsplit=1)[0]
    return not (line + rest).strip() or "|" in line + rest


def official_wording(label: Label, table: Table) -> str | None:
    """How a label should be written; none where it is best left alone."""
    official = label.official
    written, wanted = compact(label.text), compact(official)
    if written == wanted:
        return official
    if label.role == "corner":
        return None
    if written == without_number(wanted):
        return without_number(official)
    head, note = _noted(label.text, official)
    variants = [compact(variant) for variant in (official, *_variants(table.form, label))]
    if compact(head) in variants:
        return official + note
    if compact(head) in map(without_number, variants):
        return without_number(official) + note
    if _bracketless(written) == _bracketless(wanted) or _simplified(written) == wanted:
        return official
    return None


def _noted(text: str, official: str) -> tuple[str, str]:
    """A label and the note in brackets behind it, if the official one has none."""
    cut = text.find("(", 1)
    if cut < 0 or "(" in official[1:] or not text.endswith(")"):
        return text, ""
    return text[:cut].rstrip(), text[cut:]


def _bracketless(text: str) -> str:
    """``(一)予以公开`` without the brackets around its number, of which one gets lost easily."""
    return text.strip("()") if text[:1] == "(" or ")" in text[:4] else text


def _variants(form: TableForm, label: Label) -> tuple[str, ...]:
    """The other wordings that the form knows for a label."""
    entry: ColumnForm | RowForm | GroupForm | None = None
    if label.role == "column":
        entry = form.column_forms.get(label.key)
    elif label.role in ("row", "group"):
        entry = form.row_forms.get(label.key) or form.group_forms.get(label.key)
    return entry.variants if entry is not None else ()


def _simplified(text: str) -> str:
    """The text in simplified characters."""
    from gxlint.source.traditional import to_simplified  # a dictionary is loaded: seldom needed

    return to_simplified(text)
