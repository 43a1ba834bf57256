"""How long a part is, and whether it gives a number."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gxlint.model import Report
from gxlint.rules.finding import Outcome
from gxlint.rules.info import Message, Parameter, Severity
from gxlint.rules.packs.checks import Figure, Length
from gxlint.rules.packs.kinds.content import NO_PLACE, called
from gxlint.rules.packs.passages import passage
from gxlint.rules.packs.rule import Kind, PackRule
from gxlint.rules.packs.terms import Finder, finders, found, readable

_TOO_LONG = Message(
    "{where_zh}共 {count} 字,超过 {limit} 字", "{where_en} has {count} characters, more than {limit}"
)
_TOO_SHORT = Message(
    "{where_zh}只有 {count} 字,不足 {limit} 字", "{where_en} has {count} characters, fewer than {limit}"
)
_FIGURE = Message("{where_zh}应写明{missing}的数量", "{where_en} should give a figure for {missing}")

_UNITS = (
    *(
        "件次",
        "人次",
        "场次",
        "条次",
        "篇次",
        "件",
        "条",
        "次",
        "篇",
        "期",
        "场",
        "个",
        "份",
        "项",
        "家",
        "部",
    ),
    *("则", "起", "种", "处", "人", "张", "宗", "例", "批", "册", "本", "页", "元", "万"),
)
_SENTENCE = re.compile(r"[^。;!?\n]+")
_NONE = re.compile(r"未|没有|无|零")


def length(entry: Length) -> Kind:
    """The part has at least or at most so many characters."""

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        part = passage(report, entry.section)
        if part is None:
            yield rule.not_applicable()
            return
        words = called(entry.section, report)
        if not part.whole:
            yield rule.undecided(None, NO_PLACE, **words)
            return
        count = len("".join(part.text.split()))
        severity = _graver(entry, count)
        if "max" in rule.parameters and count > (limit := rule.parameter("max")):
            yield rule.at(part.place, severity=severity, count=count, limit=limit, **words)
        elif "min" in rule.parameters and count < (limit := rule.parameter("min")):
            yield rule.at(part.place, short, severity=severity, count=count, limit=limit, **words)

    short = "default" if entry.max is None else "short"
    limits = {"min": entry.min, "max": entry.max}
    parameters: dict[str, Parameter] = {name: value for name, value in limits.items() if value is not None}
    messages = (
        {"default": _TOO_LONG, "short": _TOO_SHORT} if entry.max is not None else {"default": _TOO_SHORT}
    )
    fills = frozenset(("where_zh", "where_en", "count", "limit"))
    return Kind(check, messages, fills, entry.section[0], parameters)


def _graver(entry: Length, count: int) -> Severity | None:
    further = entry.escalate
    if further is None:
        return None
    beyond = further.max is not None and count > further.max
    beyond = beyond or (further.min is not None and count < further.min)
    return Severity(further.severity) if beyond else None


def figure(entry: Figure) -> Kind:
    """The part gives a number near certain words, in the same sentence."""
    groups = [(finders(terms), terms[0]) for terms in entry.all or ()]
    any_of = [(finders([term]), term) for term in entry.any or ()]
    number = _number(tuple(entry.units))

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        part = passage(report, entry.section)
        if part is None:
            yield rule.not_applicable()
            return
        sentences = [match[0] for match in _SENTENCE.finditer(part.text)]
        within: int = rule.parameter("within")
        missing = [
            f"“{readable(name)}”" for terms, name in groups if not _given(sentences, terms, number, within)
        ]
        given = sum(_given(sentences, terms, number, within) for terms, _ in any_of)
        if any_of and given < rule.parameter("at_least"):
            missing.append("或".join(f"“{readable(name)}”" for _, name in any_of))
        if missing:
            yield rule.at(part.place, missing="、".join(missing), **called(entry.section, report))

    parameters: dict[str, Parameter] = {"within": entry.within}
    if any_of:
        parameters["at_least"] = entry.at_least
    fills = frozenset(("where_zh", "where_en", "missing"))
    return Kind(check, {"default": _FIGURE}, fills, entry.section[0], parameters)


def _given(sentences: Sequence[str], terms: Sequence[Finder], number: re.Pattern[str], within: int) -> bool:
    """Whether some sentence gives a number near one of the words, or says that there is none.

    The number mostly follows the word; one that stands before it counts within the same clause only, because beyond
    the comma it is the number of something else.
    """
    for sentence in sentences:
        for match in found(sentence, terms):
            before = sentence[max(0, match.start() - within) : match.start()].rpartition(",")[2]
            near = before + sentence[match.start() : match.end() + within]
            if number.search(near) or _NONE.search(near):
                return True
    return False


@lru_cache(maxsize=64)
def _number(units: tuple[str, ...]) -> re.Pattern[str]:
    """A number with a unit; without one it may be a year, a date or an article."""
    ordered = sorted(units or _UNITS, key=len, reverse=True)
    counted = "|".join(map(re.escape, ordered))
    return re.compile(
        rf"(?<![第〔\[\d.])(?:\d[\d,.]*+|[一二两三四五六七八九十百千]+)[余多]?[万亿]?[余多]?(?:{counted})"
    )
