"""``gxlint explain``: one rule, what it wants, what it rests on, and how wrong and right look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session
from gxlint.cli.parser import Parser
from gxlint.reporters.pages.page import page_of
from gxlint.reporters.pages.terminal import terminal
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.lint.session import Session
    from gxlint.rules import RuleInfo


def run(words: Sequence[str], lang: str) -> int:
    """Explain the rules that are named.

    Returns:
        0.
    """
    options, names = _parser(lang).read(words)
    if not names:
        raise UsageError(
            say(lang, "请给出规则的编号或名称,如 CN305", "name a rule by its code or name, e.g. CN305")
        )
    session = open_session(options)
    rules = [_find(name, session, lang) for name in names]
    print("\n\n".join(terminal(page_of(rule, session.catalogue, lang)) for rule in rules))
    return 0


def _find(name: str, session: Session, lang: str) -> RuleInfo:
    from gxlint.lint.ruleset import UnknownRule
    from gxlint.lint.tool_rules import TOOL_RULES
    from gxlint.rules.selectors import closest, named_rule

    known: tuple[RuleInfo, ...] = (*session.scopes.default.plugins.rules, *TOOL_RULES)
    if rule := named_rule(name, known):
        return rule
    raise UsageError(UnknownRule(name, closest(name, known)).text(lang), show_help=False)


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint explain",
        lang,
        (
            "说明规则:要求什么、依据什么、错误和正确的写法。",
            "Explain rules: what they want and why, wrong and right.",
        ),
        ("规则 … [选项]", "RULE ... [options]"),
    )
    parser.positional(
        "RULE", ("规则的编号或名称,如 CN305、row-total", "code or name of a rule: CN305, row-total")
    )
    parser.common()
    return parser
