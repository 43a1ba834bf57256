"""Which files a command line means: files as named, folders walked, patterns filled in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.lint.walking import DOCUMENTS, SUFFIXES, walk
from gxlint.reporters.words import say
from gxlint.source.record import Record
from gxlint.source.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"
LOOKED_AT = SUFFIXES + DOCUMENTS
_PATTERN = frozenset("*?[")


class Target(Record, frozen=True):
    """Something to check.

    ``root`` is the folder it was found in; ``problem`` says why there is nothing to read.
    """

    path: str
    root: str | None = None
    problem: str | None = None


def collect(paths: Iterable[str], lang: str) -> list[Target]:
    """All targets in the order of the paths, each file once, the files of a folder by name."""
    targets: dict[str, Target] = {}
    for path in paths:
        for target in _expand(path, lang):
            targets.setdefault(os.path.normpath(target.path), target)
    return list(targets.values())


def empty_folder(root: str, lang: str) -> str:
    """What to say of a folder in which nothing was found that could be checked."""
    return say(
        lang,
        "文件夹 {root} 中没有年度报告(查看的是 {suffixes})",
        "no annual report in folder {root} (looked at {suffixes})",
        root=root,
        suffixes="、".join(LOOKED_AT) if lang != "en" else ", ".join(LOOKED_AT),
    )


def _expand(path: str, lang: str) -> Iterator[Target]:
    if path == STDIN or os.path.isfile(path):
        yield Target(path)
    elif os.path.isdir(path):
        yield from _walk(path, lang)
    elif not os.path.exists(path) and not _PATTERN.isdisjoint(path):
        yield from _matching(path, lang)
    else:
        yield Target(path)  # reading it says what is wrong


def _matching(pattern: str, lang: str) -> Iterator[Target]:
    from glob import glob

    matches = sorted(glob(pattern, recursive=True))
    if not matches:
        problem = say(lang, "没有与 {pattern} 相符的文件", "nothing matches {pattern}", pattern=pattern)
        yield Target(pattern, problem=problem)
    for match in matches:
        yield from _expand(match, lang)


def _walk(root: str, lang: str) -> Iterator[Target]:
    closed: list[Target] = []

    def refuse(error: OSError) -> None:
        folder = str(error.filename or root)
        problem = say(
            lang,
            "打不开文件夹 {folder}:{why}",
            "cannot open folder {folder}: {why}",
            folder=folder,
            why=say(lang, *refusal(error)),
        )
        closed.append(Target(folder, problem=problem))

    found = False
    for path in walk(root, refuse, LOOKED_AT):
        found = True
        yield Target(path, root)
    yield from closed
    if not found and not closed:
        yield Target(root, problem=empty_folder(root, lang))
