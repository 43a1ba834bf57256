"""Reads TOML files that authors write, and says by line and column what is wrong with them.

``read_toml`` for a file, ``parse_toml`` for a text; both hold it to limits, so that a file from anywhere is read in
bounded time. ``gxlint.rules.toml_models`` checks the contents against pydantic models.
"""

import os
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from gxlint.rules.info import Message
from gxlint.rules.toml_scan import (
    DEEPEST_KEY,
    DEEPEST_VALUE,
    LONGEST_SCALAR,
    Found,
    LimitError,
    Path,
    offset_inside,
    scan,
)
from gxlint.source.refusals import refusal

MOST_BYTES = 1 << 20


class Place(NamedTuple):
    """A place in a file: line and column, both from 1, in characters."""

    line: int
    column: int


class TomlProblem(NamedTuple):
    """One thing that is wrong. ``place`` is none where the whole file is meant."""

    path: str
    place: Place | None
    message: Message
    params: Mapping[str, object] = {}

    def text(self, lang: str = "zh") -> str:
        """``gs.toml:12:5: what is wrong``, in the language asked for."""
        where = self.path if self.place is None else f"{self.path}:{self.place.line}:{self.place.column}"
        return f"{where}{': ' if lang == 'en' else ':'}{self.message.render(self.params, lang)}"


class TomlError(ValueError):
    """A file cannot be used. ``problems`` are all that were found, in the order of their places."""

    def __init__(self, problems: Sequence[TomlProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place or Place(0, 0)))
        super().__init__(self.text("en"))

    def text(self, lang: str = "zh") -> str:
        """All problems, a line each."""
        return "\n".join(problem.text(lang) for problem in self.problems)


class Toml:
    """The contents of a TOML file and where each of them stands.

    Attributes:
        path: how the file is called in messages.
        data: what ``tomllib`` reads.
    """

    def __init__(self, path: str, text: str, data: dict[str, Any], found: Mapping[Path, Found]) -> None:
        self.path = path
        self.data = data
        self._text = text
        self._found = found
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def key_place(self, keys: Sequence[str | int]) -> Place:
        """Where a key stands; of its nearest parent where it is not in the file."""
        return self._place(self._nearest(keys).key)

    def value_place(self, keys: Sequence[str | int]) -> Place:
        """Where a value begins; of its nearest parent where it is not in the file."""
        return self._place(self._nearest(keys).start)

    def inside(self, keys: Sequence[str | int], index: int) -> Place:
        """Where a character of a string value stands."""
        found = self._found.get(tuple(keys))
        if found is None or self._text[found.start : found.start + 1] not in ('"', "'"):
            return self.value_place(keys)
        return self._place(found.start + offset_inside(self._text[found.start : found.end], index))

    def problem(
        self, keys: Sequence[str | int], message: Message, /, *, at_key: bool = False, **params: object
    ) -> TomlProblem:
        """Something that is wrong with a value, or with its key."""
        place = self.key_place(keys) if at_key else self.value_place(keys)
        return TomlProblem(self.path, place, message, params)

    def _nearest(self, keys: Sequence[str | int]) -> Found:
        for length in range(len(keys), 0, -1):
            if (found := self._found.get(tuple(keys[:length]))) is not None:
                return found
        return Found(0, 0, 0)

    def _place(self, offset: int) -> Place:
        return _place(self._lines, offset)


_UNREADABLE = Message("无法读取:{error}", "cannot be read: {error}")
_TOO_LARGE = Message("文件超过 {limit} 字节,未读取", "the file is larger than {limit} bytes and was not read")
_NOT_UTF8 = Message("不是 UTF-8 编码,请另存为 UTF-8", "is not UTF-8; save it as UTF-8")
_NOT_A_FILE = Message("不是普通文件", "is not a regular file")
_LIMITS = {
    "key": Message(
        f"键的层次超过 {DEEPEST_KEY} 层,未读取",
        f"a key has more than {DEEPEST_KEY} parts; the file was not read",
    ),
    "value": Message(
        f"数组或表嵌套超过 {DEEPEST_VALUE} 层,未读取",
        f"values are nested deeper than {DEEPEST_VALUE}; the file was not read",
    ),
    "scalar": Message(
        f"数值超过 {LONGEST_SCALAR} 个字符,未读取;文字要加引号",
        f"a value is longer than {LONGEST_SCALAR} characters; the file was not read. Texts need quotes",
    ),
}
_SYNTAX = Message("TOML 语法错误:{zh}", "not TOML: {en}")
_KNOWN = {
    "Invalid statement": "这一行不是“键 = 值”,也不是 [表头]",
    "Invalid value": "值写错了;文字要加英文引号",
    "Invalid initial character for a key part": "键只能用字母、数字、_ 和 -,其他字符要加引号",
    "Expected '=' after a key in a key/value pair": "键后面应是英文等号 =",
    "Expected newline or end of document after a statement": "值后面有多余的内容",
    "Cannot overwrite a value": "这个键前面已经写过",
    "Unterminated string": "引号没有成对",
    "Unclosed array": "方括号 [ ] 没有成对,或缺少英文逗号",
    "Unclosed inline table": "花括号 { } 没有成对,或缺少英文逗号",
    "Unescaped '\\' in a string": "双引号内的 \\ 要写成 \\\\,或改用单引号",
    "Invalid date or datetime": "没有这样的日期",
    "Expected ']' at the end of a table declaration": "表头应以 ] 结束",
    "Expected ']]' at the end of an array declaration": "表头应以 ]] 结束",
    "Illegal character '\\n'": "引号没有成对,或文字里有换行;多行文字用三个引号",
}
_SUFFIX = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(path: str | os.PathLike[str], *, name: str = "", most_bytes: int = MOST_BYTES) -> Toml:
    """Read a TOML file.

    Args:
        path: the file.
        name: how it is called in messages; the path unless given.
        most_bytes: a larger file is refused unread.

    Raises:
        TomlError: it cannot be read, is too large, is not UTF-8, or is not TOML.
    """
    name = name or os.fspath(path)
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe would never end
            raise TomlError([TomlProblem(name, None, _NOT_A_FILE)])
        with open(path, "rb") as file:
            data = file.read(most_bytes + 1)
    except OSError as error:
        problem = TomlProblem(name, None, _UNREADABLE, {"error": Message(*refusal(error))})
        raise TomlError([problem]) from error
    if len(data) > most_bytes:
        raise TomlError([TomlProblem(name, None, _TOO_LARGE, {"limit": most_bytes})])
    try:
        text = data.decode("utf-8-sig")  # Windows' editor puts a mark before the text
    except UnicodeDecodeError as error:
        raise TomlError([TomlProblem(name, None, _NOT_UTF8)]) from error
    return parse_toml(text, name)


def parse_toml(text: str, path: str) -> Toml:
    """Read a TOML text; ``path`` is how it is called in messages.

    Raises:
        TomlError: it is not TOML, or nested too deeply.
    """
    import tomllib  # only who has a configuration or a pack pays for it

    text = text.replace("\r\n", "\n")
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    try:
        found = scan(text)
        return Toml(path, text, tomllib.loads(text), found)
    except LimitError as error:
        raise TomlError([TomlProblem(path, _place(lines, error.at), _LIMITS[error.what])]) from error
    except (ValueError, RecursionError) as error:
        raise TomlError([_syntax_problem(path, str(error), _place(lines, len(text)))]) from error


def _syntax_problem(path: str, said: str, end: Place) -> TomlProblem:
    match = _SUFFIX.search(said)
    what = said[: match.start()] if match else said
    place = Place(int(match[1]), int(match[2])) if match and match[1] else end
    return TomlProblem(path, place, _SYNTAX, {"zh": _KNOWN.get(what, what), "en": what})


def _place(lines: Sequence[int], offset: int) -> Place:
    line = bisect_right(lines, offset)
    return Place(line, offset - lines[line - 1] + 1)
