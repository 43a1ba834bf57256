"""Runs the program inside this process, with streams as a real one has them."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING, NamedTuple

from gxlint.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXTS = "texts"


class Ran(NamedTuple):
    """What a command line said and ended with."""

    out: str
    err: str
    code: int


def gxlint(patch: pytest.MonkeyPatch, *words: str, stdin: bytes = b"", encoding: str = "utf-8") -> Ran:
    """Run one command line; ``encoding`` is that of the terminal."""
    raw = BytesIO(), BytesIO()
    out, err = (TextIOWrapper(stream, encoding=encoding, write_through=True) for stream in raw)
    with patch.context() as streams:
        streams.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), encoding="utf-8"))
        streams.setattr(sys, "stdout", out)
        streams.setattr(sys, "stderr", err)
        code = main(list(words))
        out.flush()
    said, complained = (stream.getvalue().decode(out.encoding) for stream in raw)
    return Ran(said, complained, code)


def good_text() -> str:
    """A report without any finding."""
    from pathlib import Path

    return (Path(__file__).parent / TEXTS / "good.txt").read_text(encoding="utf-8")


def write(folder: Path, name: str, *changes: tuple[str, str], encoding: str = "utf-8") -> Path:
    """The good report with some changes, as a file."""
    text = good_text()
    for old, new in changes:
        assert old in text, f"{old!r} is not in the good report"
        text = text.replace(old, new, 1)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path
