"""Patterns taken apart: what they can begin with, how long they may take, and how Python is to be told of them."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from gxlint.rules.packs.charsets import ANYTHING, CharSet, charset


class Repeat(NamedTuple):
    """A character of a set, so many times."""

    chars: CharSet
    least: int
    most: int


class Choice(NamedTuple):
    """One of several sequences, or none of them where it is optional."""

    options: "tuple[Sequel, ...]"
    optional: bool


Item: TypeAlias = Repeat | Choice
Sequel: TypeAlias = tuple[Item, ...]


class Cost(NamedTuple):
    """In how many ways a text can be split among repeats, and how many characters are looked at, at most."""

    ways: int
    steps: int


def nullable(sequence: Sequel) -> bool:
    """Whether it may be nothing at all."""
    return all(map(_can_be_nothing, sequence))


def cost(sequence: Sequel, after: CharSet | None = None) -> Cost:
    """What it takes to try a sequence at one place of a text.

    Args:
        sequence: what is tried.
        after: what may follow; none at the end of the pattern.
    """
    ways, steps = 1, 0
    for index, item in enumerate(sequence):
        rest = sequence[index + 1 :]
        if isinstance(item, Repeat):
            one = Cost(1 if _is_possessive(item, rest, after) else item.most - item.least + 1, item.most)
        else:
            one = _choice_cost(item, _first(rest, after) or ANYTHING)
        steps += ways * one.steps
        ways *= one.ways
    return Cost(ways, steps)


def _choice_cost(choice: Choice, following: CharSet) -> Cost:
    """Of options that begin with different characters, only one can be on the way at a time."""
    costs = [cost(option, following) for option in choice.options]
    begins = [_first(option, following) or ANYTHING for option in choice.options]
    if choice.optional:
        begins.append(following)
        costs.append(Cost(1, 0))
    ways = [one.ways for one in costs]
    apart = not any(one.meets(other) for one, other in combinations(begins, 2))
    return Cost(max(ways) if apart else sum(ways), sum(one.steps for one in costs))


def written(sequence: Sequel, after: CharSet | None = None) -> str:
    """The sequence as Python's regular expressions have it.

    A repeat that ends where what follows cannot begin is made possessive: that finds the same, and never looks back.
    """
    return "".join(_item_written(item, sequence[index + 1 :], after) for index, item in enumerate(sequence))


def _item_written(item: Item, rest: Sequence[Item], after: CharSet | None) -> str:
    if isinstance(item, Choice):
        following = _first(rest, after) or ANYTHING
        options = "|".join(written(option, following) for option in item.options)
        return f"(?:{options})" + ("?" if item.optional else "")
    chars = item.chars.written()
    if (item.least, item.most) == (1, 1):
        return chars
    possessive = "+" if item.least != item.most and _is_possessive(item, rest, after) else ""
    return f"{chars}{{{item.least},{item.most}}}{possessive}"


def _is_possessive(item: Repeat, rest: Sequence[Item], after: CharSet | None) -> bool:
    """Whether giving back a character can never help: what follows cannot begin with one."""
    if item.least == item.most:
        return True
    following = _first(rest, after)
    return following is None or not item.chars.meets(following)


def _first(items: Sequence[Item], after: CharSet | None) -> CharSet | None:
    """The characters with which these can begin; none where they may be nothing and nothing follows."""
    ranges: list[tuple[int, int]] = []
    for item in items:
        if isinstance(item, Repeat):
            ranges += item.chars.ranges
            if item.least:
                return charset(ranges)
        else:
            for option in item.options:
                ranges += (_first(option, ANYTHING) or ANYTHING).ranges if option else ()
            if not _can_be_nothing(item):
                return charset(ranges)
    return charset([*ranges, *after.ranges]) if after is not None else None


def _can_be_nothing(item: Item) -> bool:
    if isinstance(item, Repeat):
        return item.least == 0
    return item.optional or any(nullable(option) for option in item.options)
