"""Edits of a document: from the normalised view, in which its places count, to the source."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from gxlint.readers.document import Document
from gxlint.source import SourceText, Span
from gxlint.source.view import normalise

_WIDE = str.maketrans(",:;()?!", "，：；（）？！")
_HAN = "[\u3400-\u9fff]"
_LINE_END = re.compile(r"\r\n|\n|\r")


class SourceEdit(NamedTuple):
    """Replace a stretch of the source. ``start`` and ``end`` are offsets (code points) into its text."""

    start: int
    end: int
    new_text: str


def overlap(one: SourceEdit, other: SourceEdit) -> bool:
    """Whether two edits touch the same text, or begin at the same place."""
    first, second = sorted((one, other))
    return second.start < first.end or second.start == first.start


def apply(text: str, edits: Iterable[SourceEdit]) -> str:
    """The text after edits that do not overlap."""
    parts: list[str] = []
    position = 0
    for start, end, new_text in sorted(edits):
        parts += [text[position:start], new_text]
        position = end
    return "".join([*parts, text[position:]])


def source_edit(document: Document, span: Span, new: str) -> SourceEdit | None:
    """What putting a text in the place of a stretch of the view changes in the source; none when it cannot be done there.

    Only what differs is touched. Full-width punctuation that stays is left as it is, new punctuation takes
    the width that the document uses, and line ends are the document's own.
    """
    start, end = document.view.source_span(span)
    old, raw = document.slice(span), document.source.text[start:end]
    if document.kind == "html" and any(mark in old + raw + new for mark in "|<\n"):
        return None
    if document.places is not None and any(mark in old + raw + new for mark in "|\n"):
        return None
    # Where the new text reads the same, only the typography is at fault: it is meant exactly as it stands.
    if normalise(new).text != old:
        before, after = _kept(raw, old, new)
        new = _in_width(new, document.source)[before : len(new) - after]
        start, end = start + before, end - after
        if document.view.traditional and re.search(_HAN, new):  # simplified words have no place in there
            return None
    return SourceEdit(start, end, _written(new, document))


def _kept(raw: str, old: str, new: str) -> tuple[int, int]:
    """How many characters at the beginning and at the end of the source may stay."""
    if len(raw) != len(old):
        return 0, 0
    longest = min(len(old), len(new))
    before = 0
    while before < longest and _stays(raw[before], old[before], new[before]):
        before += 1
    after = 0
    while after < longest - before and _stays(raw[-1 - after], old[-1 - after], new[-1 - after]):
        after += 1
    return before, after


def _stays(raw: str, old: str, new: str) -> bool:
    # Punctuation may be of either width; a full-width digit or letter is never meant.
    return new == raw or (new == old and not (old.isascii() and old.isalnum()))


def _in_width(text: str, source: SourceText) -> str:
    """The text with its Chinese punctuation in the width that the source uses; its length stays."""
    wide = _wide_marks(source)

    def widen(mark: str) -> str:
        return mark.translate(_WIDE) if mark in wide else mark

    text = re.sub(rf"(?<={_HAN})[,:;?!]|[,:;?!](?={_HAN})", lambda match: widen(match[0]), text)
    brackets = rf"(?<={_HAN})\([^()]*\)|\([^()]*\)(?={_HAN})|\((?=[^()]*{_HAN})[^()]*\)"
    return re.sub(brackets, lambda match: f"{widen('(')}{match[0][1:-1]}{widen(')')}", text)


@lru_cache(maxsize=4)
def _wide_marks(source: SourceText) -> frozenset[str]:
    """The half-width marks whose full-width form the source prefers after a Chinese character."""
    counts = Counter(re.findall(rf"{_HAN}([,:;(?!，：；（？！])", source.text))
    marks = {mark for mark in ",:;(?!" if counts[mark.translate(_WIDE)] >= max(1, counts[mark])}
    return frozenset(marks | {")"} if "(" in marks else marks)


def _written(text: str, document: Document) -> str:
    """The text as it has to stand in the file: the document's line ends, and escaped in a page."""
    if document.kind == "html":
        return text.replace("&", "&amp;").replace(">", "&gt;")
    line_end = _LINE_END.search(document.source.text)
    return text.replace("\n", line_end[0]) if line_end else text
