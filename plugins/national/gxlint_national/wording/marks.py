"""Punctuation in running text: marks written twice, marks of one half of a pair, marks of the wrong width or style."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

CLOSING = {
    "(": ")",
    "《": "》",
    "“": "”",
    "‘": "’",
    "〔": "〕",
    "【": "】",
    "「": "」",
    "『": "』",
    "〈": "〉",
}
_OPENING = {close: opening for opening, close in CLOSING.items()}
_BOUND_OR_END = re.compile("[\n" + re.escape("".join((*CLOSING, *_OPENING))) + "]")
_PAIRS = tuple(opening + closing for opening, closing in CLOSING.items())
_DEEPEST = 9
_STRONGEST = "。;:,、"


class Mark(NamedTuple):
    """A mark, or a run of marks, that is at fault. ``fixed`` is what should stand there, none where that is open."""

    text: str
    start: int
    end: int
    fixed: str | None = None


def doubled_marks(text: str) -> Iterator[Mark]:
    """``。。``, ``,,`` and marks of different kinds side by side. Three full stops and more stand for an ellipsis,
    three commas and more are what is left of a table's row.
    """
    for match in _together().finditer(text):
        run = match[0]
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if (len(run) > 2 and set(run) <= {"。", ","} and len(set(run)) == 1) or not (
            _is_wide(before) or _is_wide(after)
        ):
            continue
        kinds = set(run)
        yield Mark(run, match.start(), match.end(), run[0] if len(kinds) == 1 else None)


def strongest(run: str) -> str:
    """The one mark to keep of a run of different ones."""
    return min(run, key=_STRONGEST.index)


def all_paired(text: str) -> bool:
    """Whether every bracket and quotation mark has its other half in its own paragraph: a quick look."""
    marks = "".join(_BOUND_OR_END.findall(text))
    for _ in range(_DEEPEST):
        before = len(marks)
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
        if len(marks) == before:
            break
    return not marks.strip("\n")


def unpaired(text: str) -> list[Mark]:
    """Brackets and quotation marks of a paragraph whose other half is not there; a doubled closing one goes."""
    stack: list[tuple[str, int]] = []
    alone: list[Mark] = []
    for match in _bound().finditer(text):
        mark, at = match[0], match.start()
        if mark in CLOSING:
            stack.append((mark, at))
            continue
        nearest = range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1)
        depth = next((index for index in nearest if stack[index][0] == _OPENING[mark]), None)
        if depth is not None:
            alone += [Mark(opening, start, start + 1) for opening, start in stack[depth + 1 :]]
            del stack[depth:]
        elif not (mark == ")" and _counts().search(text, max(0, at - 6), at + 1)):
            alone.append(Mark(mark, at, at + 1, "" if text[at - 1 : at] == mark else None))
    alone += [Mark(opening, start, start + 1) for opening, start in stack]
    return sorted(alone, key=lambda mark: mark.start)


def straight_quotes(text: str) -> list[Mark]:
    """Straight quotation marks beside Chinese text, each with the curly one it stands for; a lone one has none."""
    places = [at for at, char in enumerate(text) if char == '"']
    if not any(_is_wide(text[at - 1 : at]) or _is_wide(text[at + 1 : at + 2]) for at in places):
        return []
    curly = "“”" if len(places) % 2 == 0 else None
    return [Mark('"', at, at + 1, curly[index % 2] if curly else None) for index, at in enumerate(places)]


def _is_wide(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or (char != "" and char in "》”〕】")


@cache
def _together() -> re.Pattern[str]:
    return re.compile(r"[,、;:。]{2,}")


@cache
def _bound() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join((*CLOSING, *_OPENING))) + "]")


@cache
def _counts() -> re.Pattern[str]:
    """1) and 一) count items; nothing opens them."""
    return re.compile(r"(?:^|[。;,:、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])\)$")
