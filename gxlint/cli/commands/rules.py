"""``gxlint rules``: every rule there is, one a line, or all that is known of them as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.cli.opening import open_session
from gxlint.cli.options import format_option
from gxlint.cli.parser import Parser, codes
from gxlint.reporters.width import display_width, pad
from gxlint.reporters.words import severity_word

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from gxlint.lint.session import Session
    from gxlint.rules import RuleInfo


def run(words: Sequence[str], lang: str) -> int:
    """List the rules.

    Returns:
        0.
    """
    options, _ = _parser(lang).read(words)
    if options.by_source:
        _print_bases(options, lang)
        return 0
    session = open_session(options)
    rules = session.ruleset.rules
    if options.output_format == "json":
        _print_json({"rules": [rule_object(rule, session) for rule in rules]})
    else:
        print("\n".join(_lines(rules, lang)))
    return 0


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
        "url": rule.url or None,
    }


def _print_bases(options: Namespace, lang: str) -> None:
    from gxlint.cli.views.bases import basis_lines, basis_object
    from gxlint.lint.tool_rules import TOOL_RULES
    from gxlint.rules.basis import bases
    from gxlint.rules.plugins import load_plugins

    session = open_session(options, load_plugins(reserved=TOOL_RULES, provisions=True))
    found = bases(session.ruleset.rules, session.plugins.provisions)
    if options.output_format == "json":
        _print_json({"sources": [basis_object(basis) for basis in found]})
    else:
        print("\n".join(basis_lines(found, lang)))


def _print_json(made: dict[str, Any]) -> None:
    import json
    import sys

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
