"""The dictionary of the lexer: which text is which label or heading, in any of the known formats.

Headings, row and column labels come from the format files; nothing here knows one by name. A text is compared after
``compact``: without white space and quotation marks, numbering in one style.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from gxlint.formats import Catalogue, Format, TableForm

Role = Literal["row", "group", "column", "block", "corner", "spanning"]

_QUOTATION_MARKS = "“”\"'‘’"
_CLOSING_MARKS = '”"’'
_DROPPED = re.compile(r"[\s“”\"'‘’＂*#]+")
_NUMBERING = re.compile(r"^(?:\(([0-9]{1,2})\)|([0-9]{1,2})[.、,:)]|([①-⑳]))")
_CHINESE_NUMBERING = re.compile(r"^([一二三四五六七八九十]{1,2})[、.,:]")
_NUMBER_PREFIX = re.compile(
    r"^(?:[0-9]{1,2}\.|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}、)"
)
_SIMILAR_AT_LEAST = 0.8
_SHORTEST_SIMILAR = 4
_STRONG_LENGTH = 5


class Reading(NamedTuple):
    """One thing a label can mean: a row, column … of a table in some of the formats."""

    table: str
    role: Role
    key: str
    formats: tuple[str, ...]


class Term:
    """A recognised label: what it can mean. ``strong`` labels are long enough to open a table by themselves."""

    __slots__ = ("readings", "similar", "strong")

    def __init__(self, readings: tuple[Reading, ...], *, strong: bool, similar: bool = False) -> None:
        """Keep what is known; two terms are the same only if they are one object, which makes them cheap keys."""
        self.readings = readings
        self.strong = strong
        self.similar = similar

    def reading(self, table: str | None) -> Reading:
        """What it means inside this table; its first meaning where that table has no such label."""
        return next((reading for reading in self.readings if reading.table == table), self.readings[0])


class HeadingTerm(NamedTuple):
    """A recognised section heading."""

    key: str
    match: Literal["official", "variant", "similar"]


def compact(text: str) -> str:
    """A label as it is compared: no white space, no quotation marks, ``1、`` and ``(1)`` as ``1.``, ``一.`` as ``一、``."""
    text = _DROPPED.sub("", text)
    match = _NUMBERING.match(text)
    if match:
        number = match[1] or match[2] or str(ord(match[3]) - ord("①") + 1)
        return f"{number}.{text[match.end() :]}"
    match = _CHINESE_NUMBERING.match(text)
    return f"{match[1]}、{text[match.end() :]}" if match else text


def without_number(text: str) -> str:
    """A compact label without its leading ordinal."""
    return _NUMBER_PREFIX.sub("", text, count=1)


class Dictionary:
    """All labels and headings of a catalogue of formats. Built once per catalogue, then only read."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Collect the labels of every format, their known variants, and all their beginnings."""
        self._terms: dict[str, Term] = {}
        self._headings: dict[str, HeadingTerm] = {}
        self._keywords: list[tuple[str, tuple[tuple[str, ...], ...]]] = []
        self._similar: dict[str, Term | None] = {}
        self._labels: dict[str, Reading] = {}
        for form in catalogue:
            self._add_labels(form)
            self._add_headings(form)
        self._add_shortened()
        self._by_number: dict[str, list[str]] = {}
        for label in self._terms:
            self._by_number.setdefault(_number(label), []).append(label)
        self.beginnings = frozenset(label[:end] for label in self._terms for end in range(1, len(label)))

    def is_in_a_label(self, text: str) -> bool:
        """Whether a compact text is a part of some label: one of the lines that a label was cut into."""
        at_end = len(text) == 1
        return any(label.endswith(text) if at_end else text in label for label in self._terms)

    def term(self, text: str) -> Term | None:
        """The label a compact text is, explanations in brackets after it disregarded."""
        found = self._terms.get(text)
        if found is None:
            bracket = text.find("(", 1)
            if bracket > 1 and text[bracket - 1] != ")":
                close = text.rfind(")", bracket)
                if close == len(text) - 1 or (close < 0 and not text[-1].isdecimal()):
                    found = self._terms.get(text[:bracket])
        return found

    def label_at(self, text: str, start: int) -> tuple[Term, int] | None:
        """The longest label that begins at ``start`` and where it ends; white space and quotation marks may be in it."""
        best: tuple[Term, int] | None = None
        key = ""
        for index in range(start, len(text)):
            char = text[index]
            if key and (char.isspace() or char in _QUOTATION_MARKS):
                continue
            key += "." if key.isdecimal() and char in "、," else char
            if (term := self._terms.get(key)) is not None:
                best = term, index + 1
            if key not in self.beginnings:
                break
        if best is not None and text[best[1] : best[1] + 1] in _CLOSING_MARKS:
            return best[0], best[1] + len(text[best[1] : best[1] + 1])
        return best

    def exact(self, text: str) -> Term | None:
        """The label a compact text is, letter by letter."""
        return self._terms.get(text)

    def similar(self, text: str) -> Term | None:
        """The one label a compact text is close to, if there is just one; numbered labels need the same number."""
        if text not in self._similar:
            if len(self._similar) > 10_000:
                self._similar.clear()
            self._similar[text] = self._closest(text)
        return self._similar[text]

    def begins_label(self, text: str) -> bool:
        """Whether a compact text is a label, close to one, or the beginning of one that goes on in the next line."""
        return text in self.beginnings or self.term(text) is not None or self.similar(text) is not None

    def heading(self, title: str) -> HeadingTerm | None:
        """The section a compact title (without number) names in official or known other wording."""
        return self._headings.get(title)

    def similar_heading(self, title: str) -> HeadingTerm | None:
        """The section whose keywords a compact title holds."""
        for key, alternatives in self._keywords:
            if any(all(word in title for word in words) for words in alternatives):
                return HeadingTerm(key, "similar")
        return None

    def heading_at(self, text: str, start: int) -> tuple[HeadingTerm, int] | None:
        """The longest known heading that begins at ``start``, white space inside it allowed, and where it ends."""
        best: tuple[HeadingTerm, int] | None = None
        built, index, limit = "", start, min(len(text), start + 60)
        while index < limit:
            char = text[index]
            index += 1
            if char.isspace():
                continue
            built += char
            if (found := self._headings.get(built)) is not None:
                best = (found, index)
        return best

    @property
    def labels(self) -> Iterator[str]:
        """All labels in compact form."""
        return iter(self._terms)

    def _closest(self, text: str) -> Term | None:
        if not _SHORTEST_SIMILAR <= len(without_number(text)) <= 60:
            return None
        from difflib import SequenceMatcher  # only texts that no label matches come here

        matcher = SequenceMatcher(a="", b=text, autojunk=False)
        scored: list[tuple[float, str]] = []
        for label in self._by_number.get(_number(text), ()):
            if abs(len(label) - len(text)) > max(len(text), len(label)) // 3:
                continue
            matcher.set_seq1(label)
            if matcher.real_quick_ratio() >= _SIMILAR_AT_LEAST and matcher.quick_ratio() >= _SIMILAR_AT_LEAST:
                scored.append((matcher.ratio(), label))
        scored.sort(reverse=True)
        if not scored or scored[0][0] < _SIMILAR_AT_LEAST:
            return None
        best = self._terms[scored[0][1]]
        rivals = [self._terms[label] for ratio, label in scored[1:] if ratio > scored[0][0] - 0.03]
        if any(rival.readings[0].key != best.readings[0].key for rival in rivals):
            return None
        return Term(best.readings, strong=best.strong, similar=True)

    def _add_labels(self, form: Format) -> None:
        for table in form.tables:
            for role, key, label in _labels(table):
                self._add(compact(label), Reading(table.key, role, key, (form.key,)))

    def _add(self, label: str, reading: Reading) -> None:
        known = self._terms.get(label)
        readings = list(known.readings) if known else []
        for index, other in enumerate(readings):
            if (other.table, other.role, other.key) == (reading.table, reading.role, reading.key):
                if reading.formats[0] not in other.formats:
                    formats = (*other.formats, *reading.formats)
                    readings[index] = Reading(other.table, other.role, other.key, formats)
                break
        else:
            readings.append(reading)
        self._terms[label] = Term(tuple(readings), strong=len(label) >= _STRONG_LENGTH)

    def _add_shortened(self) -> None:
        """Labels without their number or without a closing explanation, where that is no other label."""
        full = dict(self._terms)
        for label, term in full.items():
            for short in (
                without_number(label),
                label.partition("(")[0] if label[0] != "(" else _head(label),
            ):
                if short and short not in full and len(short) > 1:
                    for reading in term.readings:
                        self._add(short, reading)

    def _add_headings(self, form: Format) -> None:
        for section in form.sections:
            for variant in section.variants:
                self._headings.setdefault(compact(variant), HeadingTerm(section.key, "variant"))
            self._headings[compact(section.heading)] = HeadingTerm(section.key, "official")
            if section.key not in {key for key, _ in self._keywords}:
                self._keywords.append((section.key, section.keywords))


def _labels(table: TableForm) -> Iterator[tuple[Role, str, str]]:
    for row in table.rows:
        yield from (("row", row.key, label) for label in (row.label, *row.variants))
    for group in table.groups:
        yield from (("group", group.key, label) for label in (group.label, *group.variants))
    for column in table.columns:
        yield from (("column", column.key, label) for label in (column.label, *column.variants))
    yield from (("block", block.key, block.label) for block in table.blocks if block.label)
    yield from (("corner", "corner", label) for label in table.corner)
    yield from (("spanning", label, label) for label in table.spanning)


def _head(label: str) -> str:
    """``(二)部分公开(区分…)`` → ``(二)部分公开``."""
    bracket = label.find("(", 1)
    return label[:bracket] if bracket > 0 else label


def _number(text: str) -> str:
    match = _NUMBER_PREFIX.match(text)
    return match[0] if match else ""
