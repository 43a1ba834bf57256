"""Wrong usage: what the user is told before the program ends with 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.words import enumeration, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gxlint.cli.help import Described


class UsageError(Exception):
    """The command line asks for something that does not exist. The text is ready to be shown.

    Attributes:
        show_help: whether looking into the help would help.
    """

    def __init__(self, text: str, *, show_help: bool = True) -> None:
        super().__init__(text)
        self.show_help = show_help


class HelpAsked(Exception):  # noqa: N818
    """The user wants the help, which is the exception's text, and nothing else.

    Attributes:
        command: what the help is about.
    """

    def __init__(self, text: str, command: Described) -> None:
        super().__init__(text)
        self.command = command


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    match = get_close_matches(word.lower(), by_lower, 1, 0.6)
    return by_lower[match[0]] if match else None


def unknown(
    lang: str, what: tuple[str, str], word: str, known: Iterable[str], *, listed: bool = True
) -> UsageError:
    """``未知的输出格式 jsno,是否指 json?可用:text、json、jsonl``."""
    known = list(known)
    guess = closest(word, known)
    text = say(lang, "未知的{what} {word}", "unknown {what} {word}", what=say(lang, *what), word=word)
    if guess:
        text += say(lang, ",是否指 {guess}?", ", did you mean {guess}?", guess=guess)
    if listed:
        text += say(lang, "" if guess else "。", " " if guess else ". ")
        text += say(lang, "可用:{all}", "Available: {all}", all=enumeration(known, lang))
    return UsageError(text)
