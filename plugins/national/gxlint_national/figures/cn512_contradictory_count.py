"""CN512 contradictory-count."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from gxlint.facts import Count, facts_of
from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity, Where
from gxlint_national.figures.agreement import exact
from gxlint_national.figures.certainty import is_short_for, sentence_around, weight
from gxlint_national.figures.comparison import Comparison, comparison
from gxlint_national.figures.naming import called
from gxlint_national.sources import FORMAT_2021
from gxlint_national.tables.naming import figure

_ELSEWHERE = Message("这里写 {got}", "{got} here")
# What is one number a year wherever it is told; other things are so only where they are called the same.
_ONE_A_YEAR = frozenset(
    (
        "received",
        "closed",
        "carried_over",
        "carried_forward",
        "outcomes_total",
        "granted",
        "partially_granted",
        "denied",
        "unavailable",
        "not_processed",
        "other_processing",
        "reconsideration",
        "litigation",
    )
)
_DOCUMENTS = frozenset(("normative_documents", "regulations"))
_OF_DOCUMENTS = frozenset(("issued", "repealed", "in_force"))
_SHORTEST_KNOWN, _SHORTEST_UNKNOWN = 4, 6
# What is told of one thing only, however short its name.
_TELLING = ("访问量", "浏览量", "点击量", "阅读量", "粉丝数", "关注数", "关注人数", "新闻发布会")
_HOLDING = ("组织", "开展", "举办", "召开", "举行")
_PUBLISHING = ("主动公开", "公开发布", "发布", "公布")
_ACTS = (*_HOLDING, *_PUBLISHING, "公开", "承办", "接受", "受理", "编发", "印发", "制定", "收到", "办理")
_SAME = {
    **dict.fromkeys(_HOLDING, ""),
    **dict.fromkeys(_PUBLISHING, "公开"),
    **dict.fromkeys(("政府信息", "政务信息"), "信息"),
    **dict.fromkeys(("解读材料", "解读稿件", "解读信息", "解读文件", "解读文章"), "解读"),
    **{
        f"{kind}{medium}": medium
        for kind in ("政务", "官方")
        for medium in ("微信", "公众号", "微博", "新媒体")
    },
}
_BODIES = "府局委办厅镇乡道心司"
_LONGEST_BODY = 12


class ContradictoryCount(Rule):
    """同一指标在正文两处写的数字相同。

    只比同一年度、同一主体、同一说法的确数:分渠道、分栏目的不比;已由表格核对出错的,由那条规则报告。

    Wrong:
        一、总体情况
        全年主动公开政府信息320条。
        坚持公开为常态,全年共主动公开政府信息⟦302⟧条。
    Right:
        一、总体情况
        全年主动公开政府信息320条。
        坚持公开为常态,全年共主动公开政府信息320条。
    """

    code, name, severity = "CN512", "contradictory-count", Severity.WARNING
    reach = "figures"
    source = FORMAT_2021
    messages = {
        "default": Message(
            "“{what}”这里写 {got},前文写 {earlier}",
            "“{what}” is {got} here and {earlier} before",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Gather the numbers of each thing and report those that differ from the first."""
        compared = report.once(comparison)
        told: dict[tuple[str, ...], list[Count]] = {}
        for count in facts_of(report).counts:
            if (key := _thing(count, compared, report)) is not None:
                told.setdefault(key, []).append(count)
        for counts in told.values():
            first = counts[0]
            others = [count for count in counts[1:] if count.value != first.value]
            if others and not _same_sentence(first, others[0]):
                yield self._finding(first, others, report)

    def _finding(self, first: Count, others: list[Count], report: Report) -> Outcome:
        count = others[0]
        return self.at(
            count.span if count.zero_statement else count.number_span,
            where=Where(section=count.section),
            related=[
                Related(other.number_span, _ELSEWHERE, {"got": figure(other.value)})
                for other in (first, *others[1:])
            ],
            what=called(first, report.format) if first.subject in _ONE_A_YEAR | _DOCUMENTS else _name(first),
            got=figure(count.value),
            earlier=figure(first.value),
        )


def _thing(count: Count, compared: Comparison, report: Report) -> tuple[str, ...] | None:
    """What a count is the number of, so that two of them can be compared; none when that is not certain."""
    if count.whole is not None or count.channel or not exact(count) or id(count) in compared.settled:
        return None
    if count.period != "this_year" or count.scope not in ("own", "unclear"):
        return None
    if count.subject in _ONE_A_YEAR or (count.subject in _DOCUMENTS and count.measure in _OF_DOCUMENTS):
        sure = weight(count, report) in (Severity.ERROR, Severity.WARNING) and not count.includes_last_year
        return (count.subject, count.measure, count.scope) if sure else None
    name = _without_subject(_name(count), report.organisation or "")
    enough = _SHORTEST_KNOWN if count.subject != "other" or name.endswith(_TELLING) else _SHORTEST_UNKNOWN
    if count.zero_statement or len(name) < enough:
        return None
    return (count.subject, count.measure, count.unit, count.scope, _plain_name(name))


def _same_sentence(one: Count, other: Count) -> bool:
    if one.paragraph is not other.paragraph:
        return False
    return "。" not in one.paragraph.text[one.number_end : other.start]


def _name(count: Count) -> str:
    """What the text calls it, without the words that say when, who and how many; with the place it was published."""
    begin, _ = sentence_around(count)
    return _told_name(count.label, count.paragraph.text[begin : count.number_start])


@lru_cache(maxsize=2048)
def _told_name(label: str, before: str) -> str:
    media = _media().findall(before)
    name = _idle().sub("", label)
    return name if not media or media[-1] in name else media[-1] + name


@lru_cache(maxsize=2048)
def _without_subject(name: str, organisation: str) -> str:
    """The name without the report's own body before the verb: 市政府召开新闻发布会."""
    for verb in _ACTS:
        at = name.find(verb)
        if 0 < at <= _LONGEST_BODY and name[at - 1] in _BODIES:
            return name[at:] if is_short_for(name[:at], organisation) else name
    return name


@lru_cache(maxsize=2048)
def _plain_name(name: str) -> str:
    """The name in one of the wordings that say the same: 开展业务培训 is 组织业务培训."""
    for wording, plain in _SAME.items():
        name = name.replace(wording, plain)
    return name


@cache
def _media() -> re.Pattern[str]:
    return re.compile("网站|网|公众号|微信|微博|新媒体|客户端|抖音|平台|专栏|栏目|公报|公示栏|公告栏|领域")


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(
        "一年来|(?:20[0-9]{2}|本|全|今|当)?年(?:度|内|来|以来)?|报告期内?|截至[^,]{0,12}|[我本](?:[局委办县市区镇乡]|机关|单位|部门|街道)"
        "|全[局委镇乡]|共计|合计|总计|累计|一共|共|各类|各种|各项|有关|相关|及时|依法|通过|依托|利用|[了,、: ]"
    )
