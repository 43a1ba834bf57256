"""``gxlint config``: the configuration in force, and where each value comes from."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from gxlint.cli.commands.check_options import rule_options
from gxlint.cli.console import complain
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session, plugin_problems
from gxlint.cli.options import format_option
from gxlint.cli.parser import Parser
from gxlint.reporters.words import say, value_text
from gxlint.source.width import display_width, pad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.lint.config.effective import From, Value
    from gxlint.lint.scope import Scope
    from gxlint.lint.session import Session


_WIDEST = 40


def run(words: Sequence[str], lang: str) -> int:
    """Show the configuration.

    Returns:
        0.
    """
    options, paths = _parser(lang).read(words)
    if options.schema:
        from gxlint.lint.config.schema import config_schema

        _print_json(config_schema())
        return 0
    if len(paths) > 1:
        raise UsageError(say(lang, "只能给出一个文件或文件夹", "name one file or folder only"))
    session = open_session(options)
    scope = _scope(session, paths[0] if paths else ".", lang)
    for problem in plugin_problems(session, lang):
        complain(problem)
    if options.output_format == "json":
        _print_json(_object(scope))
    else:
        print("\n".join(_lines(scope, lang)))
    return 0


def _scope(session: Session, path: str, lang: str) -> Scope:
    """What holds for a file, or for the files of a folder."""
    from gxlint.readers import ReadError

    if not os.path.exists(path):
        text = say(lang, "找不到 {path}", "there is no {path}", path=path)
        raise UsageError(text, show_help=False)
    try:
        return session.scopes.for_file(os.path.join(path, "_") if os.path.isdir(path) else path)
    except ReadError as error:
        raise UsageError(error.text(lang), show_help=False) from error


def _lines(scope: Scope, lang: str) -> Iterator[str]:
    from gxlint.lint.config.effective import effective

    path = scope.config.path if scope.config else None
    yield say(lang, "配置文件:{path}", "configuration: {path}", path=path or say(lang, "没有", "none"))
    region = scope.region
    if region is not None:
        code = f" ({region.profile.code})" if region.profile else ""
        yield say(lang, "地区:{name}{code}", "region: {name}{code}", name=region.name, code=code)
    yield ""
    rows = [(value.key, _shown(value, lang), _told(value.origin, lang)) for value in effective(scope)]
    widths = [min(_WIDEST, max(map(display_width, column))) for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        yield "  ".join([*map(pad, row, widths), row[-1]])


def _shown(value: Value, lang: str) -> str:
    got = value.value
    if got is None or got == ():
        words = {
            "province": ("按编制机关名称判断", "by the issuing body"),
            "body": ("从报告中读出", "read from the report"),
            "year": ("从报告中读出", "read from the report"),
            "select": ("全国规则和所在省市的规则", "the national rules and those of the region"),
        }
        return say(lang, *words.get(value.key, ("无", "none")))
    if isinstance(got, dict):
        return ", ".join(f"{key} = {text}" for key, text in got.items())
    return value_text(got, lang)


def _told(origin: From, lang: str) -> str:
    if origin.kind == "file":
        return f"{origin.where}:{origin.line}"
    if origin.kind == "profile":
        return f"{origin.profile} ({origin.where})"
    if origin.kind == "command line":
        return say(lang, "命令行", "command line")
    return say(lang, "默认", "default")


def _object(scope: Scope) -> dict[str, Any]:
    from gxlint.lint.config.effective import effective

    profile = scope.region.profile if scope.region else None
    return {
        "version": 1,
        "config": scope.config.path if scope.config else None,
        "province": profile.code if profile else None,
        "values": [
            {
                "key": value.key,
                "value": list(value.value) if isinstance(value.value, tuple) else value.value,
                "origin": {
                    "kind": value.origin.kind,
                    "file": value.origin.where if value.origin.kind == "file" else None,
                    "line": value.origin.line,
                    "profile": value.origin.profile or None,
                    "package": value.origin.where if value.origin.kind == "profile" else None,
                },
            }
            for value in effective(scope)
        ],
    }


def _print_json(made: dict[str, Any]) -> None:
    from gxlint.cli.console import use_utf8

    use_utf8(sys.stdout)
    print(json.dumps(made, ensure_ascii=False, indent=1))


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint config",
        lang,
        (
            "显示生效的配置,以及每个值来自哪里:命令行、配置文件、省市规则包或默认。",
            "Show the configuration in force, and where each value comes from.",
        ),
        ("[路径] [选项]", "[PATH] [options]"),
    )
    parser.positional(
        "PATH",
        ("对哪个文件或文件夹,默认当前文件夹", "for which file or folder; by default the current folder"),
    )
    format_option(parser, ("text", "json"))
    parser.option(
        "--schema",
        action="store_true",
        text=("输出配置文件的 JSON Schema,供编辑器使用", "print the JSON Schema of the configuration file"),
    )
    rule_options(parser, lang)
    parser.common()
    return parser
