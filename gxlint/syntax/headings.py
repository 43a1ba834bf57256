"""Numbered headings: how their numbers are written, and which of them are sections of the report."""

import re
from typing import NamedTuple

from gxlint.syntax.terms import Dictionary, HeadingTerm, compact

_CHINESE = "一二三四五六七八九十"
_MARKUP = re.compile(r"[\s#*>?\ufffd]*")
_NUMBERED = re.compile(
    rf"(?P<chapter>第?[{_CHINESE}]{{1,3}})(?P<mark>、(?![{_CHINESE}]{{1,3}}[月季线级])|(?<!第.)[.,:]|(?:(?<=第.)|(?<=第..))部分[、,:]?|(?=\s))"
    rf"|\((?P<bracketed>[{_CHINESE}]{{1,3}})\)[、.,]?"
    r"|(?P<arabic>\d{1,2})(?P<dot>[.、])(?!\d)"
    r"|\((?P<parenthesised>\d{1,2})\)[、.]?"
    r"|(?P<circled>[①-⑳])"
)
_IN_LINE = re.compile(rf"(?:(?<=[\s。|)])|^)[{_CHINESE}]\s?[、.]\s*")
_IN_LINE_SUB = re.compile(rf"(?<=[\s。;|])(?<!第 )\([{_CHINESE}]{{1,2}}\)")
_CONTINUES = "的和及与、》”,;"
_LONGEST_TITLE = 26
_SPACE = re.compile(r"\s")
_SENTENCE = re.compile(r"[。;!?,“]")
_CLOSING = " \t:。;.*"


class Number(NamedTuple):
    """An ordinal in front of a heading. ``level`` grows inwards: 一、 is 1, (一) 2, 1. 3, (1) 4, ① 5."""

    text: str
    ordinal: int
    style: str
    level: int


class HeadingLine(NamedTuple):
    """A heading in a line; offsets count from the line's start. ``term`` is none for headings of no official part."""

    term: HeadingTerm | None
    number: Number | None
    start: int
    title_start: int
    end: int


def numbered(text: str) -> tuple[Number, int, int] | None:
    """The ordinal a line begins with, where it starts and where the title starts; none without one."""
    start = _MARKUP.match(text).end()  # type: ignore[union-attr]
    match = _NUMBERED.match(text, start)
    if match is None:
        return None
    end = match.end()
    while end < len(text) and text[end].isspace():
        end += 1
    return _number(match), start, end


def section_heading(text: str, dictionary: Dictionary) -> HeadingLine | None:
    """The section heading a whole line is, by its words; none when it is something else."""
    if len(text) > 80:
        return None
    found = numbered(text)
    number, start, title_start = found or (None, _MARKUP.match(text).end(), _MARKUP.match(text).end())  # type: ignore[union-attr]
    end = len(text.rstrip(_CLOSING))
    title = compact(text[title_start:end])
    term = dictionary.heading(title)
    if term is None and number is not None and number.level == 1 and _may_be_heading(title, dictionary):
        label = compact(text[start:end])
        if not dictionary.begins_label(label):
            term = dictionary.similar_heading(title)
            return HeadingLine(term, number, start, title_start, end)
    return HeadingLine(term, number, start, title_start, end) if term is not None else None


def headings_inside(text: str, dictionary: Dictionary) -> list[tuple[int, int]]:
    """Where in a long line numbered section headings begin and end.

    Between headings in known wording, which show that a whole report stands on the line, others are taken too.
    """
    known: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for match in _IN_LINE.finditer(text):
        hit = dictionary.heading_at(text, match.end())
        if hit is not None and (hit[1] >= len(text) or text[hit[1]] not in _CONTINUES):
            known.append((match.start(), hit[1]))
        elif hit is None and (end := _title_end(text, match)) > match.end():
            others.append((match.start(), end))
    if len(known) > 1:
        known += [(begin, end) for begin, end in others if _is_section(text[begin:end], dictionary)]
    return sorted(known)


def _title_end(text: str, match: re.Match[str]) -> int:
    """Where the words behind a number end: at the next white space."""
    space = _SPACE.search(text, match.end(), match.end() + _LONGEST_TITLE + 1)
    return space.start() if space else match.end()


def _is_section(text: str, dictionary: Dictionary) -> bool:
    found = section_heading(text, dictionary)
    return found is not None and found.term is not None


def subheadings_inside(text: str) -> list[int]:
    """Offsets in a long line at which (一), (二) … begin after white space or a full stop."""
    return [match.start() for match in _IN_LINE_SUB.finditer(text)]


def _may_be_heading(title: str, dictionary: Dictionary) -> bool:
    return (
        2 <= len(title) <= _LONGEST_TITLE and not _SENTENCE.search(title) and dictionary.term(title) is None
    )


def _number(match: re.Match[str]) -> Number:
    if match["chapter"]:
        numeral = match["chapter"].removeprefix("第")
        return Number(match[0].strip(), _ordinal(numeral), "一" + (match["mark"] or " "), 1)
    if match["bracketed"]:
        return Number(match[0], _ordinal(match["bracketed"]), "(一)", 2)
    if match["arabic"]:
        return Number(match[0], int(match["arabic"]), "1" + match["dot"], 3)
    if match["parenthesised"]:
        return Number(match[0], int(match["parenthesised"]), "(1)", 4)
    return Number(match[0], ord(match["circled"]) - ord("①") + 1, "①", 5)


def _ordinal(numeral: str) -> int:
    """一 … 九十九."""
    tens, ten, units = numeral.rpartition("十")
    if not ten:
        return _CHINESE.index(numeral[-1]) + 1
    return (_CHINESE.index(tens[-1]) + 1 if tens else 1) * 10 + (_CHINESE.index(units[0]) + 1 if units else 0)
