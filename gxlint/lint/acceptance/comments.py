"""Marks in a draft: ``<!-- gxlint: ignore CN305 why -->`` and ``<!-- gxlint: ignore-file CN305 why -->``."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.readers import Document
from gxlint.readers.comments import comment
from gxlint.rules import Finding, RuleInfo
from gxlint.rules.selectors import named_rule
from gxlint.source import SourceText, Span

_CODE = re.compile(r"[A-Z]{2,3}[0-9OIl]{3}")
_WORD = re.compile(r"[^\s,\uff0c、]+")
_GAP = re.compile(r"[,\s\uff0c、]+")
_COMMAS = frozenset(",\uff0c、")


class Mark(NamedTuple):
    """One rule that a comment names. ``lines`` are those it is about, none for the whole file.

    ``code`` is empty where no rule is called so; ``word`` is what was written.
    """

    code: str
    word: str
    reason: str
    lines: frozenset[int] | None
    span: Span


def marks(document: Document, rules: Sequence[RuleInfo]) -> tuple[Mark, ...]:
    """The marks in a document's source. ``rules`` are all there are, the tool's own among them."""
    return tuple(_marks(document, rules)) if "gxlint" in document.source.text else ()


def covers(mark: Mark, finding: Finding, document: Document) -> bool:
    """Whether a mark is about a finding."""
    if mark.code != finding.rule.code:
        return False
    if mark.lines is None:
        return True
    place = document.view.source_span(finding.span)
    source = document.source
    return not mark.lines.isdisjoint(range(source.line_of(place.start), source.line_of(place.end) + 1))


def _marks(document: Document, rules: Sequence[RuleInfo]) -> Iterator[Mark]:
    source = document.source
    for match in comment().finditer(source.text):
        words, reason = _words(match["rest"].strip())
        lines = None if match["file"] else frozenset([_line(source, match)])
        at = document.view.offset_of(match.start())
        for word in words:
            rule = named_rule(word, rules)
            yield Mark(rule.code if rule else "", word, reason, lines, Span(at, at))


def _words(rest: str) -> tuple[list[str], str]:
    """The codes and the reason: codes are the first word, what follows a comma, and what looks like one."""
    words: list[str] = []
    position, listed = 0, True
    while (match := _WORD.match(rest, position)) and (listed or _CODE.fullmatch(match[0])):
        words.append(match[0])
        gap = _GAP.match(rest, match.end())
        position = gap.end() if gap else match.end()
        listed = gap is not None and not _COMMAS.isdisjoint(gap[0])
    return words or [""], rest[position:]


def _line(source: SourceText, match: re.Match[str]) -> int:
    """The line a comment is about: its own, or the next that has anything where it stands alone."""
    line = source.line_of(match.start())
    while line + 1 < len(source.line_starts) and not comment().sub("", source.line_text(line)).strip():
        line += 1
    return line
