"""The page of a rule as data, so that the terminal and the web say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from gxlint.lint.plan import holds_for
from gxlint.reporters.pages.advice import exception_advice, fix_advice
from gxlint.reporters.words import enumeration, say, severity_word, value_text
from gxlint.rules.docstring import explanation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.formats import Catalogue, Source
    from gxlint.rules import RuleInfo

STATUSES = {
    "preview": ("试用", "preview"),
    "stable": ("稳定", "stable"),
    "deprecated": ("即将取消", "deprecated"),
}


class Part(NamedTuple):
    """A stretch of the page under a heading of its own.

    Attributes:
        heading: empty for what stands before the first heading.
        kind: ``text`` is prose by paragraphs, ``facts`` are lines as they stand, ``sources`` are laws and
            notices, ``fragment`` is a piece of a report.
        lines: what there is to say, a line each.
        sources: the laws and notices of a part of that kind.
    """

    heading: str
    kind: Literal["text", "facts", "sources", "fragment"]
    lines: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class Page(NamedTuple):
    """A rule explained."""

    title: str
    parts: tuple[Part, ...]


def page_of(rule: RuleInfo, catalogue: Catalogue, lang: str = "zh", *, version: bool = True) -> Page:
    """The page of a rule.

    Args:
        rule: any rule, the tool's own included.
        catalogue: the formats it may hold for.
        lang: language of all but the rule's own words.
        version: whether to give the version of the package; a page that is kept in a file would age with it.
    """
    return Page(f"{rule.code} {rule.name}", tuple(_parts(rule, catalogue, lang, version)))


def format_names(rule: RuleInfo, catalogue: Catalogue, lang: str) -> list[str]:
    """Names of the formats a rule holds for; they have Chinese ones only, so that English goes by their keys."""
    forms = [form for form in catalogue if holds_for(rule, form, catalogue)]
    return [form.key if lang == "en" else form.name for form in forms]


def _parts(rule: RuleInfo, catalogue: Catalogue, lang: str, version: bool) -> Iterator[Part]:
    yield Part("", "text", tuple(explanation_of(rule.__doc__ or "").split("\n")))
    yield Part("", "facts", tuple(_facts(rule, catalogue, lang, version)))
    yield Part(say(lang, "依据", "Rests on"), "sources", sources=rule.sources)
    for heading, fragment in (
        (say(lang, "错误写法", "Wrong"), rule.examples.wrong),
        (say(lang, "正确写法", "Right"), rule.examples.right),
    ):
        if fragment:
            yield Part(heading, "fragment", tuple(fragment.split("\n")))
    yield Part(say(lang, "怎样修改", "How to mend it"), "text", tuple(fix_advice(rule, lang)))
    yield Part(say(lang, "例外", "Exceptions"), "text", tuple(exception_advice(rule, lang)))


def _facts(rule: RuleInfo, catalogue: Catalogue, lang: str, version: bool) -> Iterator[str]:
    yield say(lang, "级别:", "Severity: ") + severity_word(rule.severity, lang)
    yield say(lang, "适用:", "Formats: ") + enumeration(format_names(rule, catalogue, lang), lang)
    yield say(
        lang,
        "状态:{status}(自 {since} 版)",
        "Status: {status} (since {since})",
        status=say(lang, *STATUSES[rule.status]),
        since=rule.since,
    )
    package = rule.origin.package
    yield say(lang, "来自:", "Package: ") + (f"{package} {rule.origin.version}" if version else package)
    if not rule.default_on:
        yield say(
            lang,
            "启用:默认不启用,由省市规则包或 --extend-select {code} 点名启用",
            "Runs: only where a province or --extend-select {code} names it",
            code=rule.code,
        )
    elif rule.regional:
        yield say(
            lang,
            "启用:在规则包所说的省、市、县,其他地方由 --extend-select {code} 启用",
            "Runs: in the places its package names, elsewhere with --extend-select {code}",
            code=rule.code,
        )
    if rule.parameters:
        told = [f"{name} = {value_text(value, lang)}" for name, value in rule.parameters.items()]
        yield say(lang, "参数:", "Parameters: ") + enumeration(told, lang)
    if rule.aliases:
        yield say(lang, "又称:", "Formerly: ") + enumeration(list(rule.aliases), lang)
    if rule.url:
        yield say(lang, "网页:", "Page: ") + rule.url
