"""``gxlint plugins``: what is installed, what it brings, and what could not be loaded and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.cli.opening import open_session
from gxlint.cli.options import format_option
from gxlint.cli.parser import Parser
from gxlint.reporters.words import enumeration, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.rules.failures import PluginFailure
    from gxlint.rules.plugins import PluginInfo, Plugins

_LISTED = 8


def run(words: Sequence[str], lang: str) -> int:
    """List the plugins.

    Returns:
        0; a plugin that failed to load is part of the answer.
    """
    options, _ = _parser(lang).read(words)
    plugins = open_session(options).scopes.default.plugins
    if options.output_format == "json":
        _print_json(plugins, lang)
    else:
        print("\n".join(_lines(plugins, lang)))
    return 0


def _print_json(plugins: Plugins, lang: str) -> None:
    import json
    import sys

    from gxlint.cli.console import use_utf8

    use_utf8(sys.stdout)
    made = {
        "plugins": [_info(info) for info in plugins.infos],
        "failures": [_failure(failure, lang) for failure in plugins.failures],
    }
    print(json.dumps(made, ensure_ascii=False, indent=1))


def _info(info: PluginInfo) -> dict[str, Any]:
    return {
        "name": info.name,
        "package": info.package,
        "version": info.version,
        "spec": list(info.spec),
        "prefix": info.prefix or None,
        "rules": list(info.codes),
        "formats": list(info.formats),
        "profiles": list(info.profiles),
    }


def _failure(failure: PluginFailure, lang: str) -> dict[str, Any]:
    return {
        "code": failure.code,
        "name": failure.name,
        "package": failure.package,
        "version": failure.version,
        "reason": failure.what.render(failure.params, lang),
        "cure": failure.cure.render(failure.params, lang),
    }


def _lines(plugins: Plugins, lang: str) -> Iterator[str]:
    for info in plugins.infos:
        yield (
            f"{info.name} ({info.package} {info.version})"
            if info.version
            else f"{info.name} ({info.package})"
        )
        if info.codes:
            yield say(
                lang,
                "  规则 {n} 条:{codes}",
                "  rules ({n}): {codes}",
                n=len(info.codes),
                codes=_some(info, lang),
            )
        if info.formats:
            yield say(lang, "  格式:", "  formats: ") + enumeration(list(info.formats), lang)
        if info.profiles:
            yield say(lang, "  省市:", "  regions: ") + enumeration(_named(info.profiles, plugins), lang)
    if not plugins.infos:
        yield say(lang, "没有载入任何插件", "no plugin was loaded")
    if plugins.failures:
        yield ""
        yield say(lang, "未能载入", "Not loaded")
        yield from ("  " + failure.text(lang) for failure in plugins.failures)


def _named(codes: Sequence[str], plugins: Plugins) -> list[str]:
    """``甘肃省 (CN-GS)``."""
    names = {profile.code: profile.name for profile in plugins.profiles}
    return [f"{names[code]} ({code})" for code in codes]


def _some(info: PluginInfo, lang: str) -> str:
    codes = list(info.codes)
    if len(codes) <= _LISTED:
        return enumeration(codes, lang)
    return say(lang, "{first} 至 {last}", "{first} to {last}", first=codes[0], last=codes[-1])


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint plugins",
        lang,
        (
            "列出已安装的插件、它们带来的规则和格式,以及未能载入的插件和解决办法。",
            "List plugins, what they bring, and what failed.",
        ),
        ("[选项]", "[options]"),
    )
    format_option(parser, ("text", "json"))
    parser.common()
    return parser
