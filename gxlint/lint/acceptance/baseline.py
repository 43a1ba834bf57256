"""Baselines: files of findings that are known, so that only new ones are reported."""

import json
import os
from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

from gxlint.lint.acceptance.accepted import Fingerprint
from gxlint.lint.acceptance.toml import table_text
from gxlint.lint.ruleset import SettingError
from gxlint.rules import Message
from gxlint.source.refusals import refusal

VERSION = 1
_MOST_BYTES = 256 << 20
Known: TypeAlias = dict[str, Counter[Fingerprint]]

_REDO = Message(
    "请用 gxlint check --write-baseline {path} 重新生成",
    "Write it again with gxlint check --write-baseline {path}",
)


class BaselineError(SettingError):
    """A baseline cannot be used."""

    def __init__(self, path: str, what: Message, **params: object) -> None:
        self.message = Message(
            f"基线文件 {{path}} {what.zh}。{_REDO.zh}", f"the baseline {{path}} {what.en}. {_REDO.en}"
        )
        super().__init__(path=path, **params)


_MISSING = Message("无法读取:{error}", "cannot be read: {error}")
_NOT_UTF8 = Message("不是 UTF-8 编码的文本", "is not text in UTF-8")
_NOT_JSON = Message(
    "第 {line} 行第 {column} 列不是 JSON:{error}", "is not JSON at line {line}, column {column}: {error}"
)
_NOT_TOML = Message("不是 TOML:{error}", "is not TOML: {error}")
_SHAPE = Message("的内容不是基线(第 {place} 项)", "does not have the contents of a baseline (entry {place})")
_NEWER = Message("由更新的 gxlint 写成(版本 {got})", "was written by a newer gxlint (version {got})")


class Baseline:
    """The findings of a baseline file, by file. The same finding may be known several times."""

    def __init__(self, folder: str, known: Known) -> None:
        """``folder`` is what the paths in it start from."""
        self._folder, self._known = folder, known

    def for_file(self, path: str) -> Counter[Fingerprint]:
        """The known findings of a file, how often each; a copy that may be used up."""
        return Counter(self._known.get(relative(path, self._folder), {}))


def relative(path: str, folder: str) -> str:
    """A file's path from a folder, with slashes."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.abspath(path).replace(os.sep, "/")


def read_baseline(path: str) -> Baseline:
    """Read a baseline, JSON or, by its name, TOML.

    Raises:
        BaselineError: there is none, or it is damaged.
    """
    try:
        with open(path, "rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BaselineError(path, _NOT_UTF8) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        raise BaselineError(path, _MISSING, error=Message(*refusal(error))) from error
    known: Known = {}
    for place, entry in enumerate(_entries(path, text), start=1):
        try:
            file_, count = str(entry["file"]), int(entry.get("count", 1))
            print_ = Fingerprint(
                str(entry["code"]), str(entry.get("address", "")), str(entry.get("text", ""))
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BaselineError(path, _SHAPE, place=place) from error
        known.setdefault(file_, Counter())[print_] += count
    return Baseline(os.path.dirname(os.path.abspath(path)), known)


def baseline_text(path: str, found: Iterable[tuple[str, Fingerprint]]) -> str:
    """What a baseline file has to hold.

    Args:
        path: the file, whose name says whether it is JSON or TOML.
        found: files and findings.
    """
    folder = os.path.dirname(os.path.abspath(path))
    counted = Counter((relative(file, folder), *finding) for file, finding in found)
    entries: list[dict[str, str | int]] = [
        {"code": code, "file": file, "address": address, "text": text, "count": count}
        for (file, code, address, text), count in sorted(counted.items())
    ]
    if path.lower().endswith(".toml"):
        return f"version = {VERSION}\n" + "".join(f"\n{table_text('accept', entry)}" for entry in entries)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f'{{"version": {VERSION}, "accept": [\n{lines}\n]}}\n'


def _entries(path: str, text: str) -> list[Any]:
    data = _parsed(path, text)
    entries = data.get("accept") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(entries, list):
        raise BaselineError(path, _SHAPE, place=1)
    version = data.get("version", VERSION)
    if version != VERSION:
        raise BaselineError(path, _NEWER, got=version)
    return entries


def _parsed(path: str, text: str) -> Any:
    if path.lower().endswith(".toml"):
        import tomllib

        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise BaselineError(path, _NOT_TOML, error=str(error)) from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineError(
            path, _NOT_JSON, line=error.lineno, column=error.colno, error=error.msg
        ) from error
