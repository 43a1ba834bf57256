"""Reads a rule pack. No code runs from a pack, whatever stands in it, so that one from a stranger is safe to open."""

import os
from typing import Any, NamedTuple

from gxlint.formats import Catalogue, official_formats
from gxlint.rules.info import Message
from gxlint.rules.marker import SPEC_VERSION
from gxlint.rules.packs.compiler import Compiler
from gxlint.rules.packs.models import PackFile
from gxlint.rules.packs.profiles import profiles_of
from gxlint.rules.packs.rule import PackRule
from gxlint.rules.packs.terms import is_pattern
from gxlint.rules.profile import Profile
from gxlint.rules.toml_models import validated
from gxlint.rules.toml_places import Toml, TomlError, TomlProblem, read_toml

MOST_BYTES = 1 << 20
MOST_PATTERNS = 2000

_NOT_TOML = Message("规则包的文件名应以 .toml 结尾", "the name of a rule pack must end with .toml")
_TOO_MANY_PATTERNS = Message(
    "规则包里有 {count} 个正则,至多 {most} 个", "the pack has {count} patterns, {most} at most"
)
_SPEC = Message(
    "本包为接口 {theirs} 编写,本版 gxlint 的接口是 {ours};请升级规则包或 gxlint",
    "the pack was made for interface {theirs}, this gxlint has {ours}; upgrade the pack or gxlint",
)


class Pack(NamedTuple):
    """A rule pack, ready to be used.

    Attributes:
        path: the file.
        name, version, prefix: as the pack says.
        spec: the interface it was written for.
        title, url: what it is called and where more stands.
        rules: classes like those written in Python.
        profiles: the provinces, cities and counties it knows.
        toml: where everything stands in the file.
    """

    path: str
    name: str
    version: str
    prefix: str
    spec: tuple[int, int]
    title: str
    url: str
    rules: tuple[type[PackRule], ...]
    profiles: tuple[Profile, ...]
    toml: Toml


def load_pack(path: str | os.PathLike[str], catalogue: Catalogue | None = None, *, name: str = "") -> Pack:
    """Read a rule pack.

    Args:
        path: the TOML file.
        catalogue: the formats there are; the official ones unless given.
        name: how the file is called in messages; the path unless given.

    Raises:
        TomlError: the file cannot be read, or something in it is wrong; ``text()`` says what, with line and column.
    """
    if not os.fspath(path).endswith(".toml"):
        raise TomlError([TomlProblem(name or os.fspath(path), None, _NOT_TOML)])
    return compile_pack(read_toml(path, name=name, most_bytes=MOST_BYTES), catalogue or official_formats())


def compile_pack(toml: Toml, catalogue: Catalogue) -> Pack:
    """The pack in a TOML text.

    Raises:
        TomlError: something in it is wrong.
    """
    _hold_patterns(toml)
    file = validated(PackFile, toml)
    spec = _spec(file, toml)
    compiler = Compiler(toml, file, catalogue)
    rules = tuple(compiler.rules())
    if compiler.problems:
        raise TomlError(compiler.problems)
    head = file.pack
    return Pack(
        toml.path,
        head.name,
        head.version,
        head.prefix,
        spec,
        head.title or head.name,
        head.url,
        rules,
        tuple(profiles_of(file, rules)),
        toml,
    )


def _hold_patterns(toml: Toml) -> None:
    """So many patterns take seconds to compile; they are counted before the first one is."""
    waiting: list[Any] = [toml.data]
    count = 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
        elif isinstance(node, str):
            count += is_pattern(node)
    if count > MOST_PATTERNS:
        problem = TomlProblem(toml.path, None, _TOO_MANY_PATTERNS, {"count": count, "most": MOST_PATTERNS})
        raise TomlError([problem])


def _spec(file: PackFile, toml: Toml) -> tuple[int, int]:
    major, minor = map(int, file.pack.spec.split("."))
    if major != SPEC_VERSION[0]:
        ours = ".".join(map(str, SPEC_VERSION))
        problem = toml.problem(("pack", "spec"), _SPEC, theirs=file.pack.spec, ours=ours)
        raise TomlError([problem])
    return major, minor
