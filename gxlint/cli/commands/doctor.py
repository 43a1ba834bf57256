"""``gxlint doctor``: versions, environment, plugins and a trial run of each, ready to copy into a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.cli.options import format_option
from gxlint.cli.parser import Parser
from gxlint.reporters.words import say
from gxlint.source.width import display_width, pad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.cli.health.parts import Part


def run(words: Sequence[str], lang: str) -> int:
    """Look everything over and say what was found.

    Returns:
        0 when all is well, 1 when something has to be mended.
    """
    options, _ = _parser(lang).read(words)
    parts = _examined(lang, with_places=options.paths)
    if options.output_format == "json":
        _print_json(parts)
    else:
        print("\n".join(_lines(parts, lang)))
    return int(any(part.problems for part in parts))


def _examined(lang: str, *, with_places: bool) -> list[Part]:
    from gxlint.cli.health.machine import environment, own_folders, places, versions
    from gxlint.cli.health.smoke import installed, smoke_runs
    from gxlint.lint.tool_rules import TOOL_RULES
    from gxlint.rules.plugins import load_plugins

    plugins = load_plugins(reserved=TOOL_RULES)
    parts = [versions(lang), environment(lang), installed(plugins, lang), smoke_runs(plugins, lang)]
    if with_places:
        return [*parts, places(lang)]
    known = own_folders()
    return [part.without_paths(known) for part in parts]


def _print_json(parts: Sequence[Part]) -> None:
    import json
    import sys

    from gxlint.cli.console import use_utf8

    use_utf8(sys.stdout)
    made: dict[str, Any] = {
        part.key: [{"name": line.key, "value": line.value, "problem": line.problem} for line in part.lines]
        for part in parts
    }
    made["problems"] = sum(len(part.problems) for part in parts)
    print(json.dumps(made, ensure_ascii=False, indent=1))


def _lines(parts: Sequence[Part], lang: str) -> Iterator[str]:
    for part in parts:
        yield part.heading
        width = max((display_width(line.label) for line in part.lines), default=0)
        for line in part.lines:
            yield f"  {'!' if line.problem else ' '} {pad(line.label, width)}  {line.value}"
    problems = sum(len(part.problems) for part in parts)
    yield ""
    if problems:
        yield say(
            lang,
            "有 {n} 处需要处理,见以 ! 开头的行",
            "{n} to be mended, see the lines that begin with !",
            n=problems,
        )
    else:
        yield say(lang, "一切正常", "All is well")


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint doctor",
        lang,
        (
            "检查 gxlint 的版本、运行环境和每个插件,并用空白样表试运行各插件的规则;结果可直接贴进邮件,"
            "不含本机路径。一切正常时退出码为 0,否则为 1。",
            "Look over versions, environment and plugins, and try the rules of each on a blank report. The answer "
            "can be copied into a mail; it names no paths. Ends with 0 when all is well, else with 1.",
        ),
        ("[选项]", "[options]"),
    )
    format_option(parser, ("text", "json"))
    parser.option(
        "--paths",
        action="store_true",
        text=(
            "同时列出程序所在位置(含本机路径)",
            "also tell where things lie, which names paths of this machine",
        ),
    )
    parser.common()
    return parser
