"""Scenarios: a folder's files, command lines, and what they say, in one text file.

::

    # what it shows, in one line
    -- name.txt --                   a file with the lines that follow
    -- name.txt = good.txt --        a file from ``texts/``, changed by lines of the form  old => new
    $ gxlint check name.txt          a command line; ``< name.txt`` gives it a standard input
    what it prints                   [..] stands for anything within a line, [...] for any lines
    ! what it complains              on the error stream
    ? 1                              the exit code
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

_FILE = re.compile(r"-- (?P<name>\S+)(?: = (?P<base>\S+))? --")
_TEXTS = Path(__file__).parent / "texts"


@dataclass
class Step:
    """A command line and what is expected of it."""

    words: list[str]
    stdin: str | None
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    code: int = 0


@dataclass
class Scenario:
    """Files to lay out, then command lines to run one after the other."""

    files: dict[str, str]
    steps: list[Step]


def read(path: Path) -> Scenario:
    """Read a scenario file."""
    files: dict[str, list[str]] = {}
    bases: dict[str, str | None] = {}
    steps: list[Step] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _FILE.fullmatch(line):
            name = match["name"]
            files[name], bases[name] = [], match["base"]
        elif line.startswith("$ gxlint "):
            steps.append(_step(line.removeprefix("$ gxlint ")))
        elif steps:
            _expect(steps[-1], line)
        elif files:
            files[name].append(line)
    return Scenario({name: _content(lines, bases[name]) for name, lines in files.items()}, steps)


def matches(expected: list[str], text: str) -> bool:
    """Whether a text is what was expected."""
    pattern = "".join(_pattern(line) for line in expected)
    return re.fullmatch(pattern, text) is not None


def _step(line: str) -> Step:
    words = shlex.split(line)
    if "<" not in words:
        return Step(words, None)
    place = words.index("<")
    return Step(words[:place], words[place + 1])


def _expect(step: Step, line: str) -> None:
    if line.startswith("? "):
        step.code = int(line[2:])
    elif line.startswith("! "):
        step.err.append(line[2:])
    else:
        step.out.append(line)


def _content(lines: list[str], base: str | None) -> str:
    if base is None:
        return "".join(line + "\n" for line in lines)
    text = (_TEXTS / base).read_text(encoding="utf-8")
    for line in lines:
        old, arrow, new = line.partition(" => ")
        assert arrow, f"not a change: {line}"
        assert old in text, f"{old} is not in {base}"
        text = text.replace(old, new, 1)
    return text


def _pattern(line: str) -> str:
    if line == "[...]":
        return "(?:.*\n)*?"
    return ".*".join(map(re.escape, line.split("[..]"))) + "\n"
