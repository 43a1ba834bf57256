"""From a fix to edits of the source."""

from itertools import pairwise

from gxlint.readers.document import Document
from gxlint.readers.edits import SourceEdit, apply, overlap, source_edit
from gxlint.readers.places import Places
from gxlint.rules import Fix

__all__ = ["SourceEdit", "apply", "overlap", "source_edits"]


_WRITTEN = ("text", "html", "docx", "xlsx")
"""The kinds of documents that can be written back."""


def source_edits(document: Document, fix: Fix) -> tuple[SourceEdit, ...] | None:
    """What a fix changes in the source, in order; none when it cannot be made there.

    A fix cannot be made in a file that cannot be written back (.pdf), across the markup of a page or what parts the
    paragraphs and cells of a .docx, or where its edits contradict one another.
    """
    if document.kind not in _WRITTEN:
        return None
    edits = []
    for edit in sorted(fix.edits):
        made = source_edit(document, edit.span, edit.new_text)
        if made is not None and document.places is not None:
            made = _in_one_element(document, document.places, made)
        if made is None:
            return None
        edits.append(made)
    if any(overlap(one, other) for one, other in pairwise(edits)):
        return None
    return tuple(edits)


def _in_one_element(document: Document, places: Places, edit: SourceEdit) -> SourceEdit | None:
    """What of an edit differs from the text, where one element of the file holds that; else none."""
    start, end, new = edit
    text = document.source.text
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return SourceEdit(start, end, new) if places.holder(start, end) is not None else None
