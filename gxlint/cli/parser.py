"""Options of a command: what there is, and what a command line says of it.

``argparse`` would do, but importing it and declaring the options takes as long as reading a report.
"""

from __future__ import annotations

from collections import deque
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from gxlint.cli.errors import HelpAsked, UsageError, unknown
from gxlint.cli.help import Argument, Words, command_help
from gxlint.reporters.words import say
from gxlint.source.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LANGUAGES = ("zh", "en")


class Options(SimpleNamespace):
    """The values of the options, by their long names, ``_`` for ``-``."""


class _Option(Record, frozen=True):
    """``action`` is ``store``, ``store_true`` for an option without a value, ``extend`` for one that adds to a list."""

    key: str
    name: str
    action: str
    default: Any
    read: Callable[[str], Any]


class Parser:
    """The options of one command. They may stand anywhere between the positional arguments, until a ``--``."""

    def __init__(self, prog: str, lang: str, summary: Words, usage: Words) -> None:
        self.prog = prog
        self.lang = lang
        self.summary = summary
        self.usage_line = usage
        self.positionals: list[Argument] = []
        self.options: list[Argument] = []
        self.notes: list[Words] = []
        self._known: dict[str, _Option] = {}

    def positional(self, name: str, text: Words) -> None:
        """Describe a positional argument."""
        self.positionals.append(Argument(name, text))

    def option(
        self,
        *names: str,
        text: Words,
        metavar: str = "",
        action: str = "store",
        default: Any = None,
        type: Callable[[str], Any] = str,
        values: Sequence[str] = (),
    ) -> None:
        """Declare an option, the long name last.

        Args:
            names: as in ``-o``, ``--output``.
            text: what it does.
            metavar: what stands for its value in the help.
            action: ``store``; ``store_true`` for an option without a value; ``extend`` where values add up.
            default: its value when it is not there; an empty list and False go without saying.
            type: makes the value, or the list, out of the word.
            values: what the value may be, where ``metavar`` does not say it; for completion.
        """
        name = names[-1]
        option = _Option(name.lstrip("-").replace("-", "_"), name, action, default, type)
        self._known.update(dict.fromkeys(names, option))
        values = values or (metavar.split("|") if "|" in metavar else ())
        self.options.append(Argument(", ".join(names), text, metavar, tuple(values)))

    def common(self) -> None:
        """The options every command has."""
        self.option(
            "--lang",
            metavar="zh|en",
            default=self.lang,
            type=choice(self.lang, ("语言", "language"), LANGUAGES),
            text=("提示语言,默认 zh;也可用环境变量 GXLINT_LANG", "language of messages; also GXLINT_LANG"),
        )
        self.option("-h", "--help", action="store_true", text=("显示这份说明", "show this help"))

    def read(self, words: Sequence[str]) -> tuple[Options, list[str]]:
        """Options and positional arguments.

        Raises:
            HelpAsked: ``--help`` is among them.
            UsageError: an option is unknown, lacks its value or has a wrong one, or a word is too many.
        """
        words = list(words)
        cut = words.index("--") if "--" in words else len(words)
        options = Options(**{option.key: _absent(option) for option in self._known.values()})
        rest = self._take(deque(words[:cut]), options)
        if options.help:
            raise HelpAsked(self.format_help(), self)
        for word in rest:
            if _is_option(word):
                raise self._unknown_option(word)
        rest += words[cut + 1 :]
        if rest and not self.positionals:
            raise UsageError(say(self.lang, "多余的参数 {word}", "unexpected argument {word}", word=rest[0]))
        return options, rest

    def format_help(self) -> str:
        """The help, in the user's language."""
        return command_help(self)

    def _take(self, words: deque[str], options: Options) -> list[str]:
        """Set the options that the words name; return what is left over."""
        rest = []
        while words:
            word = words.popleft()
            name, value = _split(word)
            option = self._known.get(name)
            if option is None:
                rest.append(word)
            elif option.action != "store_true":
                self._store(option, self._following(option, words) if value is None else value, options)
            elif value is None:
                setattr(options, option.key, True)
            elif word.startswith("--"):
                raise self._wrong_value(option)
            else:  # -qj 4
                setattr(options, option.key, True)
                words.appendleft(f"-{value}")
        return rest

    def _following(self, option: _Option, words: deque[str]) -> str:
        """The next word as the value of an option; negative numbers are values, if wrong ones."""
        if not words or (_is_option(words[0]) and not words[0][1:].isdecimal()):
            raise self._wrong_value(option)
        return words.popleft()

    def _store(self, option: _Option, value: str, options: Options) -> None:
        made = option.read(value)
        if option.action == "extend":
            made = [*getattr(options, option.key), *made]
        setattr(options, option.key, made)

    def _unknown_option(self, word: str) -> UsageError:
        name = word.partition("=")[0]
        known = [option for option in self._known if option.startswith("--")]
        return unknown(self.lang, ("选项", "option"), name, known, listed=False)

    def _wrong_value(self, option: _Option) -> UsageError:
        if option.action == "store_true":
            zh, en = "选项 {name} 不带值", "option {name} takes no value"
        else:
            zh, en = "选项 {name} 后面缺少值", "option {name} needs a value"
        return UsageError(say(self.lang, zh, en, name=option.name))


def _absent(option: _Option) -> Any:
    if option.action == "store":
        return option.default
    return [] if option.action == "extend" else False


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _split(word: str) -> tuple[str, str | None]:
    """Name and attached value of an option: ``--jobs=4``, ``-j4``, ``-j=4``. Of any other word only itself."""
    if word.startswith("--"):
        name, equals, value = word.partition("=")
        return name, value if equals else None
    if _is_option(word):
        return word[:2], word[2:].removeprefix("=") or None
    return word, None


def choice(lang: str, what: Words, known: Sequence[str]) -> Callable[[str], str]:
    """Takes one of the known values only, and says which there are."""

    def read(value: str) -> str:
        if value in known:
            return value
        raise unknown(lang, what, value, known)

    return read


def number(lang: str, what: Words, low: int, high: int) -> Callable[[str], int]:
    """Takes a whole number within limits."""

    def read(value: str) -> int:
        if value.isdecimal() and low <= int(value) <= high:
            return int(value)
        raise UsageError(
            say(
                lang,
                "{what}应是 {low} 到 {high} 的整数,而不是 {value}",
                "{what} must be a whole number from {low} to {high}, not {value}",
                what=say(lang, *what),
                low=low,
                high=high,
                value=value,
            )
        )

    return read


def codes(value: str) -> list[str]:
    """Codes separated by commas (the Chinese ones too), semicolons or blanks."""
    for comma in "\uff0c、;\uff1b":
        value = value.replace(comma, ",")
    return [code for part in value.split(",") for code in part.split()]
