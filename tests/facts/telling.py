"""Facts of a single text, and each in one short line."""

from gxlint.facts import Count, Facts, facts_of
from gxlint.facts.fact import Change, Fact, Ratio, Statement
from tests.support.reading import report_of

ORGANISATION = "青岭县水务局"
"""The body whose report the texts are set into."""


def facts_in(text: str, *, year: int = 2024, organisation: str = ORGANISATION, preamble: str = "") -> Facts:
    """The facts of a text that stands in the first part of a report, those of the frame left out."""
    head = f"{organisation}{year}年政府信息公开工作年度报告\n\n{preamble or '现将工作情况报告如下。'}\n\n一、总体情况\n\n"
    return facts_of(report_of(head + text))


def told(facts: Facts) -> list[str]:
    """Counts, statements, ratios and changes in text order, one line each."""
    found: list[Fact] = [*facts.counts, *facts.statements, *facts.ratios, *facts.changes]
    return [_line(fact) for fact in found if fact.section == "overview"]


def _line(fact: Fact) -> str:
    match fact:
        case Count():
            return _count(fact)
        case Statement():
            return " ".join(filter(None, (fact.subject, _open(fact.scope, fact.period, fact.topic))))
        case Ratio():
            operands = f" = {_value(fact.numerator)}/{_value(fact.denominator)}" if fact.numerator else ""
            return f"{fact.subject} {fact.value:g}%{operands}"
        case Change():
            return _change(fact)
    raise TypeError(fact)


def _count(count: Count) -> str:
    name = (
        count.subject
        + (f":{count.measure}" if count.measure else "")
        + (f"@{count.channel}" if count.channel else "")
    )
    words = [
        name,
        f"{count.value:g}{count.unit}" if not isinstance(count.value, int) else f"{count.value}{count.unit}",
    ]
    words += [count.bound, _open(count.scope, count.period, count.topic)]
    words += ["said"] if count.zero_statement else []
    words += ["with-last-year"] if count.includes_last_year else []
    words += [f"of {count.whole.value}"] if count.whole is not None else []
    words += ["open"] if count.open_ended else []
    return " ".join(filter(None, words))


def _open(scope: str, period: str, topic: str) -> str:
    """What is not as it usually is."""
    words = [f"scope={scope}"] if scope != "own" else []
    words += [f"period={period}"] if period != "this_year" else []
    words += [f"topic={topic}"] if topic != "disclosure" else []
    return " ".join(words)


def _change(change: Change) -> str:
    sign = {1: "+", -1: "-", 0: "="}[change.direction]
    words = [f"change {change.subject}"]
    words += [f"{sign}{change.percent:g}%"] if change.percent is not None else []
    words += [f"{sign}{change.amount}{change.unit}"] if change.amount is not None else []
    words += ["="] if change.direction == 0 else []
    words += [f"now={_value(change.now)}"] if change.now else []
    words += [f"before={_value(change.before)}"] if change.before else []
    words += ["basis=unclear"] if change.basis == "unclear" else []
    return " ".join(words)


def _value(count: Count | None) -> str:
    return "?" if count is None else str(count.value)
