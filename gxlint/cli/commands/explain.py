"""``gxlint explain``: one rule, what it wants, what it rests on, and how wrong and right look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.commands.rules import formats_of
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session
from gxlint.cli.parser import Parser
from gxlint.reporters.words import enumeration, say, severity_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.lint.session import Session
    from gxlint.rules import RuleInfo, Source

_STATUS = {
    "preview": ("试用", "preview"),
    "stable": ("稳定", "stable"),
    "deprecated": ("即将取消", "deprecated"),
}


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
    print("\n\n".join("\n".join(_explanation(rule, session, lang)) for rule in rules))
    return 0


def _find(name: str, session: Session, lang: str) -> RuleInfo:
    from gxlint.lint.ruleset import UnknownRule, closest
    from gxlint.lint.tool_rules import TOOL_RULES

    known: tuple[RuleInfo, ...] = (*session.plugins.rules, *TOOL_RULES)
    for rule in known:
        if name.upper() == rule.code or name.lower() == rule.name or name in rule.aliases:
            return rule
    raise UsageError(UnknownRule(name, closest(name, known)).text(lang), show_help=False)


def _explanation(rule: RuleInfo, session: Session, lang: str) -> Iterator[str]:
    from gxlint.rules.docstring import explanation_of

    yield f"{rule.code} {rule.name}"
    yield ""
    yield from explanation_of(rule.__doc__ or "").split("\n")
    yield ""
    yield from _facts(rule, session, lang)
    yield ""
    yield say(lang, "依据", "Rests on")
    for source in rule.sources:
        yield from _source(source)
    for head, fragment in (
        (("错误写法", "Wrong"), rule.examples.wrong),
        (("正确写法", "Right"), rule.examples.right),
    ):
        if fragment:
            yield ""
            yield say(lang, *head)
            yield from ("    " + line for line in fragment.split("\n"))


def _facts(rule: RuleInfo, session: Session, lang: str) -> Iterator[str]:
    yield say(lang, "级别:", "Severity: ") + severity_word(rule.severity, lang)
    formats = [form.name for form in session.catalogue if form.key in formats_of(rule, session)]
    yield say(lang, "适用:", "Formats: ") + enumeration(formats, lang)
    status = say(lang, *_STATUS[rule.status])
    yield say(
        lang,
        "状态:{status}(自 {since} 版)",
        "Status: {status} (since {since})",
        status=status,
        since=rule.since,
    )
    package = " ".join(part for part in rule.origin if part)
    yield say(lang, "来自:", "Package: ") + package
    if rule.aliases:
        yield say(lang, "又称:", "Formerly: ") + enumeration(list(rule.aliases), lang)
    if rule.url:
        yield say(lang, "网页:", "Page: ") + rule.url


def _source(source: Source) -> Iterator[str]:
    yield "    " + " ".join(
        part for part in (source.title, source.number, source.article, source.date) if part
    )
    if source.url:
        yield "    " + source.url


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
