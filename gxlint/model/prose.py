"""Paragraphs and headings out of the prose tokens of the tree."""

import re
from collections.abc import Sequence
from functools import lru_cache

from gxlint.model.report import Heading, Paragraph
from gxlint.readers.document import Document
from gxlint.source import Span
from gxlint.syntax import Token

_SPACE = re.compile(r"\s+")
_PUNCTUATION = ",:;()"
_SENTENCE_END = "。!?;:…”》"
_PAGE = re.compile(r"\n\s*[-—–]\s*\d{1,3}\s*[-—–]\s*\n")
_BLANK_LINE = re.compile(r"\n[ \t|]*\n")
TITLE_END = re.compile(r"[。:;!?]")
SHORTEST_WRAPPED = 15
LONGEST_WRAPPED = 80
_LONGEST_REMEMBERED = 2000


def is_wrapped(document: Document, tokens: Sequence[Token]) -> bool:
    """Whether lines end where a page was full rather than where a paragraph ends, as text copied from a PDF does."""
    lengths = [token.end - token.start for token in tokens if token.end - token.start >= SHORTEST_WRAPPED]
    if len(lengths) < 6 or max(lengths) > LONGEST_WRAPPED:
        return False
    text = document.text
    open_ends = sum(
        text[token.end - 1] not in _SENTENCE_END
        for token in tokens
        if token.end - token.start >= SHORTEST_WRAPPED
    )
    return open_ends * 2 > len(lengths)


def paragraphs(document: Document, tokens: Sequence[Token], *, wrapped: bool) -> list[Paragraph]:
    """The paragraphs that prose tokens make, wrapped lines joined."""
    groups: list[list[Token]] = []
    for token in tokens:
        if wrapped and groups and token.type == "PROSE" and _continues(document.text, groups[-1][-1], token):
            groups[-1].append(token)
        else:
            groups.append([token])
    return [paragraph(document, Span(group[0].start, group[-1].end)) for group in groups]


def _continues(text: str, before: Token, token: Token) -> bool:
    if before.end - before.start < SHORTEST_WRAPPED or text[before.end - 1] in _SENTENCE_END:
        return False
    between = text[before.end : token.start]
    if _PAGE.search(between):
        return True
    return not _BLANK_LINE.search(between)


def paragraph(document: Document, span: Span) -> Paragraph:
    """The paragraph over a stretch of the document."""
    raw = document.text[span.start : span.end]
    return (
        _placed(raw, span.start) if len(raw) <= _LONGEST_REMEMBERED else _placed.__wrapped__(raw, span.start)
    )


@lru_cache(maxsize=1024)
def _placed(raw: str, start: int) -> Paragraph:
    """The same paragraph at the same place is the same object: what was found out about it holds again."""
    text, starts, shifts = _cleaned(raw) if len(raw) <= _LONGEST_REMEMBERED else _cleaned.__wrapped__(raw)
    return Paragraph(text, Span(start, start + len(raw)), starts, shifts)


@lru_cache(maxsize=4096)
def _cleaned(raw: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """What a stretch of text says, and how its offsets lead back, as in ``Paragraph``."""
    kept: list[str] = []
    starts, shifts = [0], [0]
    last = length = 0
    for match in _SPACE.finditer(_without_pages(raw)):
        if _is_word_space(raw, *match.span()):
            continue
        kept.append(raw[last : match.start()])
        length += match.start() - last
        last = match.end()
        starts.append(length)
        shifts.append(last - length)
    if not kept:
        return raw, (0,), (0,)
    kept.append(raw[last:])
    return "".join(kept), tuple(starts), tuple(shifts)


def _is_word_space(text: str, start: int, end: int) -> bool:
    """Whether white space says something: not beside a Chinese character or punctuation mark, nor where a line wraps."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(before and after) and not (_is_wide(before) or _is_wide(after))


def _is_wide(char: str) -> bool:
    return char >= "\u2e80" or char in _PUNCTUATION or char in "…“”·"


def _without_pages(raw: str) -> str:
    """The text with page numbers blanked out, length kept."""
    return _PAGE.sub(lambda match: " " * len(match[0]), raw) if "\n" in raw else raw


def heading(document: Document, token: Token) -> Heading:
    """The heading a HEADING or SUBHEADING token is. A title ends at its first full stop or colon."""
    assert token.heading is not None
    line = token.heading
    # Offsets in a heading count from the start of its line: for HEADING tokens the token starts at ``line.start``.
    origin = token.start - line.start if token.type == "HEADING" else token.start
    begin, end = origin + line.title_start, origin + line.end
    stop = TITLE_END.search(document.text, begin, end)
    title_end = stop.start() if stop else end
    number = line.number
    return Heading(
        number=number.text if number else "",
        ordinal=number.ordinal if number else 0,
        style=number.style if number else "",
        level=number.level if number else 1,
        title="".join(document.text[begin:title_end].split()),
        span=Span(origin + line.start, title_end),
        title_span=Span(begin, title_end),
    )
