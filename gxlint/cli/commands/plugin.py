"""``gxlint plugin new``: a new plugin, complete with tests, pages and what it takes to publish it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError, unknown
from gxlint.cli.output import cannot_write
from gxlint.cli.parser import Parser
from gxlint.reporters.words import say
from gxlint.source.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from gxlint.cli.scaffold.names import Names

_ACTIONS = ("new",)


def run(words: Sequence[str], lang: str) -> int:
    """Write a new plugin.

    Returns:
        0.

    Raises:
        UsageError: a name cannot be, something is in the way, it cannot be written, or too little was said.
    """
    options, rest = _parser(lang).read(words)
    target = _target(rest, lang)
    from gxlint.cli.scaffold.names import names_of

    province = options.province or ("" if options.prefix else _asked_for_place(lang))
    names = names_of(target, prefix=options.prefix, province=province, title=options.title, lang=lang)
    _refuse_to_overwrite(names.folder, lang)
    from gxlint.cli.scaffold.writing import write_plugin

    try:
        files = write_plugin(names)
    except OSError as error:
        raise cannot_write(str(names.folder), say(lang, *refusal(error)), lang) from error
    print(_report(names, files, lang))
    return 0


def _target(rest: Sequence[str], lang: str) -> str:
    if rest and rest[0] not in _ACTIONS:
        raise unknown(lang, ("操作", "action"), rest[0], _ACTIONS)
    if len(rest) != 2:
        raise UsageError(
            say(
                lang,
                "请写出新规则包的名称或文件夹,如 gxlint plugin new gxlint-gansu --province 甘肃",
                "name the new plugin or its folder, as in gxlint plugin new gxlint-gansu --province GS",
            )
        )
    return rest[1]


def _asked_for_place(lang: str) -> str:
    """Asks for the one thing that cannot be guessed, where there is somebody to ask."""
    if not sys.stdin.isatty():
        return ""
    question = say(lang, "哪个省、市、县(代码或名称,如 GS、甘肃):", "For which province, city or county: ")
    try:
        return input(question)
    except EOFError:
        return ""


def _refuse_to_overwrite(folder: Path, lang: str) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists() or folder.is_symlink():
        text = say(
            lang,
            "{folder} 已经存在,没有改动它。请换一个名称,或先把它移走",
            "{folder} is there already and was left as it is. Choose another name, or move it away",
            folder=folder,
        )
        raise UsageError(text, show_help=False)
    if not folder.parent.is_dir():
        text = say(
            lang,
            "文件夹 {folder} 不存在,请先建立",
            "folder {folder} does not exist; make it first",
            folder=folder.parent,
        )
        raise UsageError(text, show_help=False)


def _report(names: Names, files: Sequence[Path], lang: str) -> str:
    steps = (
        f"cd {names.folder}",
        "python -m venv .venv",
        '.venv/bin/pip install -e ".[dev]"',
        ".venv/bin/pytest",
        ".venv/bin/python -m build",
    )
    told = say(
        lang,
        "已生成规则包 {name},编号前缀 {prefix},共 {n} 个文件:",
        "wrote plugin {name}, codes begin with {prefix}, {n} files:",
        name=names.distribution,
        prefix=names.prefix,
        n=len(files),
    )
    next_steps = say(
        lang,
        "接下来(规则的依据是示例,请先换成真实的文件):",
        "Next (the legal basis is a sample; put in the real one):",
    )
    listing = (f"  {path.as_posix()}" for path in files)
    return "\n".join((told, *listing, "", next_steps, *(f"  {step}" for step in steps)))


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint plugin",
        lang,
        (
            "新建一个可以直接发布的规则包:声明式规则、一条程序写的规则、测试、规则页、持续集成配置和说明文件。已有的文件不会覆盖。",
            "Make a plugin that can be published as it is: a rule pack, a rule in Python, tests, rule pages, a CI file, "
            "a README. Nothing that exists is overwritten.",
        ),
        ("new 名称或文件夹 [选项]", "new NAME_OR_FOLDER [options]"),
    )
    parser.positional(
        "new", ("名称或文件夹,如 gxlint-gansu;新建规则包", "name or folder, as in gxlint-gansu: a new plugin")
    )
    parser.option(
        "--province",
        metavar="CODE",
        default="",
        text=(
            "适用的省、市、县:GS、甘肃、620600、武威",
            "the province, city or county it is for: GS, 620600",
        ),
    )
    parser.option(
        "--prefix",
        metavar="GS",
        default="",
        text=(
            "规则编号的前缀,默认取省的字母代码",
            "what codes begin with; the letters of the province by default",
        ),
    )
    parser.option(
        "--title",
        metavar="NAME",
        default="",
        text=("中文名称,默认取省、市、县的名称", "its name for people; that of the place by default"),
    )
    parser.common()
    return parser
