"""The figures of passages that were read before: while somebody types in one paragraph, all the others stay as they are.

What a passage says depends on its text, on what it is about and on whose report it is, not on its place. So its facts
are kept, and copied for the paragraph in which the same text stands now.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import Any, TypeVar, cast

from gxlint.facts.fact import Fact
from gxlint.facts.narrator import Figures
from gxlint.model import Paragraph

F = TypeVar("F", bound=Fact)

_MOST_REMEMBERED = 1024
_NAMING_OTHERS = ("whole", "numerator", "denominator", "now", "before")

_remembered: dict[Hashable, tuple[Paragraph, Figures]] = {}


def recalled(key: Hashable, paragraph: Paragraph, read: Callable[[], Figures]) -> Figures:
    """The figures of a passage, those of an earlier reading with the same key if there was one.

    Args:
        key: the text and all else that the reading depends on.
        paragraph: where the text stands now.
        read: reads the passage.
    """
    known = _remembered.get(key)
    if known is not None:
        before, figures = known
        return figures if before is paragraph else _copied(figures, paragraph)
    if len(_remembered) >= _MOST_REMEMBERED:
        _remembered.clear()
    found = read()
    _remembered[key] = paragraph, found
    return found


def _copied(figures: Figures, paragraph: Paragraph) -> Figures:
    """The same facts about another paragraph; where they name each other, the copies do."""
    twins: dict[int, Fact] = {}
    copied = Figures(
        _twins(figures.counts, paragraph, twins),
        _twins(figures.statements, paragraph, twins),
        _twins(figures.ratios, paragraph, twins),
        _twins(figures.changes, paragraph, twins),
    )
    for count in copied.counts:
        count.parts = [cast("Any", twins[id(part)]) for part in count.parts]
    return copied


def _twins(facts: Iterable[F], paragraph: Paragraph, twins: dict[int, Fact]) -> list[F]:
    return [_twin(fact, paragraph, twins) for fact in facts]


def _twin(fact: F, paragraph: Paragraph, twins: dict[int, Fact]) -> F:
    known = twins.get(id(fact))
    if known is not None:
        return cast("F", known)
    twin = twins[id(fact)] = fact.twin()
    twin.paragraph = paragraph
    for field in _naming_others(type(fact)):
        other = getattr(fact, field)
        if other is not None:
            setattr(twin, field, _twin(other, paragraph, twins))
    return twin


@cache
def _naming_others(kind: type[Fact]) -> tuple[str, ...]:
    """The fields of a kind of fact that hold other facts."""
    return tuple(field for field in _NAMING_OTHERS if field in kind._fields)
