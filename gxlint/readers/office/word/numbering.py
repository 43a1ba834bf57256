"""Automatic numbering as text: the 一、 of a heading often stands in no paragraph at all."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.readers.office.package import Package
from gxlint.readers.office.word.numerals import written
from gxlint.readers.office.xml import whole

_DEEPEST_STYLE = 20
_LEVELS = tuple("012345678")
_PLACEHOLDER = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    start: int
    style: str
    text: str
    gap: bool
    digits: bool
    restarts: bool
    paragraph_style: str


class _Instance(NamedTuple):
    """A numbering as paragraphs name it. ``starts`` are the levels that begin anew with it."""

    definition: str
    starts: dict[int, int]


class Numbering:
    """The numberings of one document, and how far each has counted."""

    def __init__(self, package: Package, main: str) -> None:
        """Read what the document says of numberings and of styles that have one."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._instances: dict[str, _Instance] = {}
        self._links: dict[str, str] = {}
        self._of_style: dict[str, tuple[str, int | None]] = {}
        self._based_on: dict[str, str] = {}
        self._default = ""
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for _, part in package.related(main, "numbering")[:1]:
            self._read_numbering(package.tree(part))
        for _, part in package.related(main, "styles")[:1]:
            self._read_styles(package.tree(part))

    def label(self, style: str, number: str, level: int | None) -> str:
        """The label of the next paragraph; empty where it has none. Counts on.

        Args:
            style: the paragraph's style.
            number: the numbering the paragraph itself names; empty for that of its style, ``0`` for none.
            level: the level the paragraph itself names.
        """
        if not self._instances or number == "0":
            return ""
        style = style or self._default
        if not number:
            number, own = self._numbering_of(style)
            level = level if level is not None else own
        instance = self._instances.get(number)
        if instance is None:
            return ""
        definition = self._linked(instance.definition)
        levels = self._levels.get(definition, {})
        if level is None:
            level = next(
                (depth for depth, found in levels.items() if style and found.paragraph_style == style), 0
            )
        if level not in levels:
            return ""
        self._count(definition, levels, number, instance, level)
        return self._written(definition, levels, level)

    def _count(
        self, definition: str, levels: dict[int, _Level], number: str, instance: _Instance, level: int
    ) -> None:
        counters = self._counters.setdefault(definition, {})
        if level in instance.starts and (number, level) not in self._begun:
            self._begun.add((number, level))
            counters[level] = instance.starts[level]
        else:
            counters[level] = counters[level] + 1 if level in counters else levels[level].start
        for deeper in [depth for depth in counters if depth > level and levels[depth].restarts]:
            del counters[deeper]
        for upper in range(level):
            if upper in levels:
                counters.setdefault(upper, levels[upper].start)

    def _written(self, definition: str, levels: dict[int, _Level], level: int) -> str:
        counters, form = self._counters[definition], levels[level]

        def figure(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            if depth not in counters:
                return ""
            return str(counters[depth]) if form.digits else written(counters[depth], levels[depth].style)

        if form.style == "bullet":
            return ""
        label = _PLACEHOLDER.sub(figure, form.text)
        # Behind 一、 the gap is only for the eye; without it 1. and 2024年 would become one number.
        return f"{label} " if form.gap and label and (label[-1] == "." or label[-1].isalnum()) else label

    def _numbering_of(self, style: str) -> tuple[str, int | None]:
        number, level = "", None
        for _ in range(_DEEPEST_STYLE):
            found, depth = self._of_style.get(style, ("", None))
            number, level = number or found, depth if level is None else level
            style = self._based_on.get(style, "")
            if number or not style:
                break
        return ("" if number == "0" else number), level

    def _linked(self, definition: str) -> str:
        """The definition that holds the levels: one may only name a style that names another."""
        if self._levels.get(definition) or definition not in self._links:
            return definition
        number, _ = self._of_style.get(self._links[definition], ("", None))
        instance = self._instances.get(number)
        return instance.definition if instance else definition

    def _read_numbering(self, tree: Element | None) -> None:
        for item in _children(tree, "abstractNum"):
            key = _value(item, "abstractNumId")
            self._levels[key] = {
                depth_of(_value(level, "ilvl")): _level(level) for level in _children(item, "lvl")
            }
            for link in _children(item, "numStyleLink"):
                self._links[key] = _value(link, "val")
        for item in _children(tree, "num"):
            definition = next((_value(child, "val") for child in _children(item, "abstractNumId")), "")
            starts = {
                depth_of(_value(override, "ilvl")): _whole(start, 1)
                for override in _children(item, "lvlOverride")
                for start in _children(override, "startOverride")
            }
            self._instances[_value(item, "numId")] = _Instance(definition, starts)

    def _read_styles(self, tree: Element | None) -> None:
        for style in _children(tree, "style"):
            key = _value(style, "styleId")
            if _value(style, "default") in ("1", "true") and _value(style, "type") == "paragraph":
                self._default = key
            for base in _children(style, "basedOn"):
                self._based_on[key] = _value(base, "val")
            for settings in _children(style, "pPr"):
                for numbering in _children(settings, "numPr"):
                    number = next((_value(item, "val") for item in _children(numbering, "numId")), "")
                    level = next(
                        (depth_of(_value(item, "val")) for item in _children(numbering, "ilvl")), None
                    )
                    self._of_style[key] = (number, level)


def depth_of(text: str) -> int:
    """A level as files write it, 0 to 8; 0 for anything else."""
    return int(text) if text in _LEVELS else 0


def _level(item: Element) -> _Level:
    def said(name: str, default: str) -> str:
        return next((_value(child, "val") for child in _children(item, name)), default)

    return _Level(
        start=next((_whole(child, 1) for child in _children(item, "start")), 1),
        style=said("numFmt", "decimal"),
        text=said("lvlText", ""),
        gap=said("suff", "tab") != "nothing",
        digits=bool(next(_children(item, "isLgl"), None) is not None),
        restarts=said("lvlRestart", "1") != "0",
        paragraph_style=said("pStyle", ""),
    )


def _children(item: Element | None, name: str) -> Iterator[Element]:
    return (child for child in (item if item is not None else ()) if child.tag.rpartition("}")[2] == name)


def _value(item: Element, name: str) -> str:
    return next((value for key, value in item.attrib.items() if key.rpartition("}")[2] == name), "")


def _whole(item: Element, default: int) -> int:
    return whole(_value(item, "val"), default)
