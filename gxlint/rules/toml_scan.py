"""Finds where every key and value of a TOML text stands, which ``tomllib`` does not tell.

``tomllib`` decides what is TOML; this walk only follows along and gives up where it loses the way. It runs first and
holds the text to the limits within which ``tomllib`` works in linear time.
"""

import re
from contextlib import suppress
from typing import NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]

DEEPEST_KEY = 16
DEEPEST_VALUE = 16
LONGEST_SCALAR = 100

_SPACE = re.compile(r"[ \t]*")
_FILLER = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_LINE_END = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^\s,\]}#]+(?: \d[^\s,\]}#]*)?")  # a date and a time may have a blank between them
_BASIC = re.compile(r'"((?:[^"\\\n]++|\\.)*+)"')
_LITERAL = re.compile(r"'([^'\n]*)'")
_BASIC_LONG = re.compile(r'"""(?:[^"\\]++|\\[\s\S]|"{1,2}(?!"))*"{3,5}')
_LITERAL_LONG = re.compile(r"'''(?:[^']++|'{1,2}(?!'))*'{3,5}")


class LimitError(ValueError):
    """The text goes beyond what is read. ``what`` is ``key``, ``value`` or ``scalar``, ``at`` an offset."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.what, self.at = what, at


class Found(NamedTuple):
    """Offsets: where a key begins, and where its value begins and ends."""

    key: int
    start: int
    end: int


class _LostError(Exception):
    """The text is no TOML from here on."""


def scan(text: str) -> dict[Path, Found]:
    """Where the keys and values stand, up to where the text stops being TOML.

    Args:
        text: its lines end with a line feed alone.

    Raises:
        LimitError: a key or value is nested too deeply, or a number too long.
    """
    scanner = _Scanner(text)
    with suppress(_LostError):  # tomllib says what is wrong
        scanner.document()
    return scanner.found


class _Scanner:
    def __init__(self, text: str) -> None:
        self.found: dict[Path, Found] = {}
        self._text = text
        self._at = 0
        self._lists: dict[Path, int] = {}  # lists of tables: how many entries so far

    def document(self) -> None:
        prefix: Path = ()
        while self._skip(_FILLER) < len(self._text):
            if self._text[self._at] == "[":
                prefix = self._header()
            else:
                self._pair(prefix)
            self._expect(_LINE_END)

    def _header(self) -> Path:
        start = self._at
        is_list = self._text.startswith("[[", start)
        self._at += 2 if is_list else 1
        keys = self._key()
        self._literally("]]" if is_list else "]")
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            self.found.setdefault(path, Found(start, start, self._at))
            path = self._entry(path)
        path = (*path, keys[-1])
        if is_list:
            self._lists[path] = self._lists.get(path, -1) + 1
            self.found.setdefault(path, Found(start, start, self._at))
            path = (*path, self._lists[path])
        self.found[path] = Found(start, start, self._at)
        return path

    def _entry(self, path: Path) -> Path:
        """The newest entry where the path is a list of tables."""
        return (*path, self._lists[path]) if path in self._lists else path

    def _pair(self, prefix: Path, depth: int = 0) -> None:
        start = self._at
        path = prefix
        for key in self._key():
            path = (*path, key)
            self.found.setdefault(path, Found(start, start, self._at))
        self._literally("=")
        self._skip(_SPACE)
        value = self._at
        self._value(path, depth)
        self.found[path] = Found(start, value, self._at)

    def _key(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            if len(keys) == DEEPEST_KEY:
                raise LimitError("key", self._at)
            keys.append(self._simple_key())
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _simple_key(self) -> str:
        if match := _BARE_KEY.match(self._text, self._at):
            self._at = match.end()
            return match[0]
        for pattern in (_BASIC, _LITERAL):
            if match := pattern.match(self._text, self._at):
                self._at = match.end()
                return unescaped(match[1]) if pattern is _BASIC else match[1]
        raise _LostError

    def _value(self, path: Path, depth: int) -> None:
        char = self._text[self._at : self._at + 1]
        if char in ("[", "{") and depth == DEEPEST_VALUE:
            raise LimitError("value", self._at)
        if char == "[":
            self._array(path, depth + 1)
        elif char == "{":
            self._table(path, depth + 1)
        elif char in ('"', "'"):
            self._string(char)
        else:
            self._scalar()

    def _scalar(self) -> None:
        start = self._at
        self._expect(_SCALAR)
        if self._at - start > LONGEST_SCALAR:
            raise LimitError("scalar", start)

    def _string(self, quote: str) -> None:
        long = self._text.startswith(quote * 3, self._at)
        if quote == '"':
            self._expect(_BASIC_LONG if long else _BASIC)
        else:
            self._expect(_LITERAL_LONG if long else _LITERAL)

    def _array(self, path: Path, depth: int) -> None:
        self._at += 1
        index = 0
        while True:
            self._skip(_FILLER)
            if self._text.startswith("]", self._at):
                self._at += 1
                return
            start = self._at
            self._value((*path, index), depth)
            self.found[(*path, index)] = Found(start, start, self._at)
            index += 1
            self._skip(_FILLER)
            if not self._text.startswith((",", "]"), self._at):
                raise _LostError
            self._at += self._text[self._at] == ","

    def _table(self, path: Path, depth: int) -> None:
        self._at += 1
        self._skip(_SPACE)
        if self._text.startswith("}", self._at):
            self._at += 1
            return
        while True:
            self._skip(_SPACE)
            self._pair(path, depth)
            self._skip(_SPACE)
            if self._text.startswith("}", self._at):
                self._at += 1
                return
            self._literally(",")

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self._text, self._at)
        assert match is not None
        self._at = match.end()
        return self._at

    def _expect(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise _LostError
        self._at = match.end()

    def _literally(self, mark: str) -> None:
        self._skip(_SPACE)
        if not self._text.startswith(mark, self._at):
            raise _LostError
        self._at += len(mark)


_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[ \t]*\n\s*|(.))")
_CHARACTERS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def unescaped(raw: str) -> str:
    """The text of a basic string."""
    return _ESCAPE.sub(_character, raw)


def _character(match: re.Match[str]) -> str:
    if digits := match[1] or match[2]:
        point = int(digits, 16)
        return chr(point) if point <= 0x10FFFF else "\ufffd"
    return _CHARACTERS.get(match[3], match[3]) if match[3] else ""


def offset_inside(raw: str, index: int) -> int:
    """Where character ``index`` of a string's value stands in the string as it is written, quotes included."""
    quotes = 3 if raw[:3] in ('"""', "'''") else 1
    at = quotes
    if quotes == 3 and raw[at : at + 1] == "\n":
        at += 1
    if raw[0] == "'":
        return min(at + index, len(raw) - quotes)
    while at < len(raw) - quotes:
        match = _ESCAPE.match(raw, at)
        width = len(_character(match)) if match else 1
        if index < width:
            return at
        index -= width
        at = match.end() if match else at + 1
    return at
