"""``gxlint rules``: every rule there is, one a line, or all that is known of them as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from gxlint.cli.console import complain
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session
from gxlint.cli.options import config_option, format_option, region_option
from gxlint.cli.parser import Parser, codes
from gxlint.reporters.words import severity_word
from gxlint.source.width import display_width, pad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gxlint.cli.parser import Options
    from gxlint.lint.session import Session
    from gxlint.rules import Rule, RuleInfo
    from gxlint.rules.plugins import Plugins


def run(words: Sequence[str], lang: str) -> int:
    """List the rules.

    Returns:
        0.
    """
    options, _ = _parser(lang).read(words)
    selectors, options.select = options.select, []
    plugins = _with_provisions() if options.by_source else None
    session = open_session(options, plugins)
    for notice in session.notices(lang):
        complain(notice)
    rules = _selected(session.scopes.default.plugins.rules, selectors, lang)
    if options.by_source:
        _print_bases(rules, session, options)
    elif options.province:
        _print_standings(rules, session, options)
    elif options.output_format == "json":
        _print_json({"rules": [rule_object(rule, session) for rule in rules]})
    else:
        print("\n".join(_lines(rules, lang)))
    return 0


def _selected(rules: Sequence[Rule], selectors: Sequence[str], lang: str) -> list[Rule]:
    """The rules that the selectors name; all unless there are any."""
    from gxlint.lint.ruleset import UnknownRule
    from gxlint.rules.selectors import closest, matches

    codes: set[str] = set()
    for selector in selectors:
        found = matches(selector, rules)
        if not found:
            raise UsageError(UnknownRule(selector, closest(selector, rules)).text(lang))
        codes |= found.keys()
    return [rule for rule in rules if not selectors or rule.code in codes]


def formats_of(rule: RuleInfo, session: Session) -> list[str]:
    """Keys of the formats a rule holds for, spelt out."""
    from gxlint.lint.plan import holds_for

    return [form.key for form in session.catalogue if holds_for(rule, form, session.catalogue)]


def rule_object(rule: RuleInfo, session: Session) -> dict[str, Any]:
    """A rule as JSON values."""
    from gxlint.cli.views.bases import source_object

    return {
        "code": rule.code,
        "name": rule.name,
        "severity": session.ruleset.severity(rule).value,
        "status": rule.status,
        "since": rule.since,
        "formats": formats_of(rule, session),
        "package": rule.origin.package,
        "fix": rule.fix,
        "source": [source_object(source) for source in rule.sources],
        "summary": rule.summary,
        "aliases": list(rule.aliases),
        "parameters": {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in rule.parameters.items()
        },
        "default_on": rule.default_on and not rule.regional,
        "url": rule.url or None,
    }


def _with_provisions() -> Plugins:
    from gxlint.lint.tool_rules import TOOL_RULES
    from gxlint.rules.plugins import load_plugins

    return load_plugins(reserved=TOOL_RULES, provisions=True)


def _print_bases(rules: Sequence[Rule], session: Session, options: Options) -> None:
    from gxlint.cli.views.bases import basis_lines, basis_object
    from gxlint.rules.basis import bases

    found = bases(rules, session.plugins.provisions)
    if options.output_format == "json":
        _print_json({"sources": [basis_object(basis) for basis in found]})
    else:
        print("\n".join(basis_lines(found, options.lang)))


def _print_standings(rules: Sequence[Rule], session: Session, options: Options) -> None:
    from gxlint.cli.views.standing import standing_lines, standing_object
    from gxlint.lint.standing import standings

    scope = session.scopes.default
    profile = scope.region.profile if scope.region else None
    wanted = {rule.code for rule in rules}
    every = standings(scope.plugins.rules, scope.regions.chain(profile))
    found = [standing for standing in every if standing.rule.code in wanted]
    if options.output_format == "json":
        made = [{**rule_object(item.rule, session), **standing_object(item)} for item in found]
        _print_json({"province": profile.code if profile else None, "rules": made})
    else:
        print("\n".join(standing_lines(found, options.lang)))


def _print_json(made: dict[str, Any]) -> None:
    import json

    from gxlint.cli.console import use_utf8

    use_utf8(sys.stdout)
    print(json.dumps(made, ensure_ascii=False, indent=1))


def _lines(rules: Iterable[RuleInfo], lang: str) -> Iterator[str]:
    rows = [(rule.code, severity_word(rule.severity, lang), rule.name, rule.summary) for rule in rules]
    widths = [max(map(display_width, column), default=0) for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        yield "  ".join([*map(pad, row, widths), row[-1]])


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint rules",
        lang,
        ("列出所有插件的全部规则。某条规则的说明:gxlint explain CN305", "List the rules of all plugins."),
        ("[选项]", "[options]"),
    )
    format_option(parser, ("text", "json"))
    parser.option(
        "--select",
        metavar="CODES",
        action="extend",
        type=codes,
        default=[],
        text=("只列这些规则:编号、编号开头或名称,逗号分隔", "only these: codes, prefixes or names"),
    )
    region_option(parser)
    config_option(parser)
    parser.option(
        "--by-source",
        action="store_true",
        text=(
            "按法规和通知的条款列出,含还没有规则的条款",
            "by articles of laws and notices, those without rules too",
        ),
    )
    parser.common()
    return parser
