"""``gxlint test``: the examples inside a rule pack, for authors who know no Python."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from gxlint.cli.errors import UsageError
from gxlint.cli.options import format_option
from gxlint.cli.parser import Parser
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.rules.packs import Pack
    from gxlint.rules.toml_places import Place, TomlError
    from gxlint.testing.packs import ExampleResult

_PACK_FILE = "gxlint-pack.toml"


class _Tested(NamedTuple):
    """A pack with how its examples went, or what is wrong with it."""

    path: str
    pack: Pack | None
    error: TomlError | None
    results: tuple[ExampleResult, ...] = ()

    @property
    def failed(self) -> list[ExampleResult]:
        """The examples that did not go as they say."""
        return [result for result in self.results if result.faults]


def run(words: Sequence[str], lang: str) -> int:
    """Run the examples of the packs that are named.

    Returns:
        0 when all go as they say, 1 when some do not, 2 when a pack cannot be used.
    """
    options, paths = _parser(lang).read(words)
    if options.schema:
        from gxlint.rules.packs.schema import schema_text

        print(schema_text(), end="")
        return 0
    if not paths:
        raise UsageError(
            say(
                options.lang,
                "请给出规则包文件,如 gxlint test gansu.toml",
                "name a rule pack, as in gxlint test gansu.toml",
            )
        )
    tested = [_test(_file(path, options.lang)) for path in paths]
    if options.output_format == "json":
        _print_json(tested, options.lang)
    else:
        print("\n".join(line for item in tested for line in _lines(item, options.lang)))
    if any(item.error for item in tested):
        return 2
    return 1 if any(item.failed for item in tested) else 0


def _file(path: str, lang: str) -> str:
    """The pack at a path: a file, or the one in the folder of a package."""
    if not os.path.isdir(path):
        return path
    inside = os.path.join(path, _PACK_FILE)
    if os.path.isfile(inside):
        return inside
    raise UsageError(
        say(
            lang,
            "文件夹 {path} 里没有 {name},请给出规则包文件",
            "folder {path} has no {name}; name the rule pack itself",
            path=path,
            name=_PACK_FILE,
        ),
        show_help=False,
    )


def _test(path: str) -> _Tested:
    from gxlint.rules.packs import load_pack
    from gxlint.rules.toml_places import TomlError

    try:
        pack = load_pack(path)
    except TomlError as error:
        return _Tested(path, None, error)
    from gxlint.testing.packs import run_examples

    return _Tested(path, pack, None, tuple(run_examples(pack)))


def _lines(tested: _Tested, lang: str) -> Iterator[str]:
    pack = tested.pack
    if pack is None:
        assert tested.error is not None
        yield from tested.error.text(lang).split("\n")
        yield say(
            lang,
            "{path}:规则包有误,没有检查例子",
            "{path}: the pack is wrong, no example was run",
            path=tested.path,
        )
        return
    for result in tested.failed:
        place = _place(pack, result)
        yield say(
            lang,
            "{path}:{line}:{column} {code} {name} 第 {number} 个{kind}例子",
            "{path}:{line}:{column} {code} {name}, {kind} example {number}",
            path=tested.path,
            line=place.line,
            column=place.column,
            code=result.rule.code,
            name=result.rule.name,
            kind=_kind(result, lang),
            number=result.number,
        )
        yield from (f"  {fault.text(lang)}" for fault in result.faults)
    yield say(
        lang,
        "{path}:{rules} 条规则,{examples} 个例子,{verdict}",
        "{path}: {rules} rules, {examples} examples, {verdict}",
        path=tested.path,
        rules=len(pack.rules),
        examples=len(tested.results),
        verdict=_verdict(len(tested.failed), lang),
    )


def _verdict(failed: int, lang: str) -> str:
    if not failed:
        return say(lang, "全部通过", "all as they should be")
    return say(lang, "{n} 个不符", "{n} not as they should be", n=failed)


def _kind(result: ExampleResult, lang: str) -> str:
    if result.kind == "pass":
        return say(lang, "正确(pass)", "pass")
    return say(lang, "错误(fail)", "fail")


def _place(pack: Pack, result: ExampleResult) -> Place:
    return pack.toml.value_place(result.keys)


def _print_json(tested: Sequence[_Tested], lang: str) -> None:
    import json
    import sys

    from gxlint.cli.console import use_utf8

    use_utf8(sys.stdout)
    made = {
        "version": 1,
        "packs": [_pack_json(item, lang) for item in tested],
        "summary": {
            "packs": len(tested),
            "refused": sum(item.error is not None for item in tested),
            "rules": sum(len(item.pack.rules) for item in tested if item.pack),
            "examples": sum(len(item.results) for item in tested),
            "failed": sum(len(item.failed) for item in tested),
        },
    }
    print(json.dumps(made, ensure_ascii=False, indent=1))


def _pack_json(tested: _Tested, lang: str) -> dict[str, Any]:
    pack, error = tested.pack, tested.error
    problems = [
        {
            "line": problem.place.line if problem.place else None,
            "column": problem.place.column if problem.place else None,
            "message": problem.message.render(problem.params, lang),
        }
        for problem in (error.problems if error else ())
    ]
    return {
        "path": tested.path,
        "name": pack.name if pack else None,
        "version": pack.version if pack else None,
        "problems": problems,
        "examples": [_example_json(pack, result, lang) for result in tested.results if pack],
    }


def _example_json(pack: Pack, result: ExampleResult, lang: str) -> dict[str, Any]:
    return {
        "code": result.rule.code,
        "name": result.rule.name,
        "kind": result.kind,
        "number": result.number,
        "line": _place(pack, result).line,
        "ok": not result.faults,
        "problems": [fault.text(lang) for fault in result.faults],
    }


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint test",
        lang,
        (
            "运行规则包里的例子:pass 的不应报告,fail 的应当报告。",
            "Run the examples in a rule pack: pass must be silent, fail must be reported.",
        ),
        ("规则包.toml … [选项]", "PACK.toml ... [options]"),
    )
    parser.positional(
        "PACK",
        ("规则包文件,或装有 gxlint-pack.toml 的文件夹", "a rule pack, or a folder with gxlint-pack.toml"),
    )
    parser.option(
        "--schema",
        action="store_true",
        text=("输出规则包的 JSON Schema,供编辑器补全", "print the JSON Schema of rule packs, for editors"),
    )
    format_option(parser, ("text", "json"))
    parser.common()
    return parser
