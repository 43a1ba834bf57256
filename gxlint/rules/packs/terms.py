"""What a rule pack looks for in prose: literal text, or a pattern between slashes."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from gxlint.rules.info import Message
from gxlint.rules.packs.patterns import PatternError, compile_pattern
from gxlint.source.view import normalise

Finder: TypeAlias = re.Pattern[str]

_NOTHING = Message("找的内容不能为空", "what is looked for cannot be empty")
_WORDS = re.compile(r"[^\s()\[\]{}|?*+.\\/]+")


@lru_cache(maxsize=4096)
def compile_term(term: str) -> Finder:
    """What finds the term in normalised text.

    Raises:
        PatternError: it is empty, or a pattern that is not allowed; ``at`` counts in the term.
    """
    if is_pattern(term):
        try:
            return compile_pattern(term[1:-1])
        except PatternError as error:
            raise PatternError(error.at + 1, error.message, **error.params) from error
    found = literally(term)
    if not found:  # invisible characters alone would be found everywhere
        raise PatternError(0, _NOTHING)
    return found[0]


def literally(text: str) -> tuple[Finder, ...]:
    """What finds exactly this text, slashes and all; nothing where there is nothing to find."""
    words = normalise(text).text.split()
    return (re.compile(r"\s*".join(map(re.escape, words))),) if words else ()


def finders(terms: Iterable[str] | None) -> tuple[Finder, ...]:
    """What finds each of the terms."""
    return tuple(map(compile_term, terms or ()))


def found(text: str, terms: Iterable[Finder]) -> Iterator[re.Match[str]]:
    """Every place where one of the terms stands."""
    for term in terms:
        yield from term.finditer(text)


def readable(term: str) -> str:
    """The term as a message shows it; of a pattern the words it begins with."""
    if not is_pattern(term):
        return term
    words = _WORDS.match(term, 1)
    return f"{words[0]}…" if words else term[1:-1]


def is_pattern(term: str) -> bool:
    """Whether the term stands between slashes."""
    return len(term) > 2 and term[0] == term[-1] == "/"
