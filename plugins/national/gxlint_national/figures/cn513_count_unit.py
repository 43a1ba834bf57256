"""CN513 count-unit."""

from collections.abc import Iterator

from gxlint.facts import Count, facts_of
from gxlint.model import Report
from gxlint.rules import Edit, Message, Outcome, Related, Rule, Severity, Where
from gxlint.source import Span
from gxlint_national.figures.portions import is_denied
from gxlint_national.sources import FORMAT_2021, article

_REQUESTS = frozenset(
    (
        "received",
        "handled",
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
    )
)
_DOCUMENTS = frozenset(("normative_documents", "regulations"))
_WRONG = {
    "requests": frozenset(("例", "条", "次", "封", "人次", "起", "件次", "宗", "项", "笔", "个", "批", "人")),
    "documents": frozenset(("条", "个", "篇", "项", "次", "例", "件次", "则")),
}
_NAMES = {
    "requests": ("申请", "requests"),
    "documents": ("规章、规范性文件", "regulations and normative documents"),
}
_REPLACE = Message("改为“件”", "Count in 件")
_ALSO = Message("这里也用“{unit}”", "{unit} here as well")


class CountUnit(Rule):
    """政府信息公开申请、规章和规范性文件以“件”计。

    表三、表二的单位是件,正文宜一致。“信息 N 条”“培训 N 次”合乎习惯,不报;同一种写法只报一条。

    Wrong:
        一、总体情况
        全年收到政府信息公开申请4⟦例⟧,均已答复。
    Right:
        一、总体情况
        全年收到政府信息公开申请4件,均已答复。
    """

    code, name, severity = "CN513", "count-unit", Severity.HINT
    reach = "figures"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表二、表三")
    messages = {
        "default": Message("{what}的量词是“件”,这里用“{unit}”", "{what_en} are counted in 件, not in {unit}"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Gather the counts with a wrong measure word, one finding for each word."""
        found: dict[tuple[str, str], list[Count]] = {}
        for count in facts_of(report).counts:
            group = _group(count)
            if group is not None and count.unit in _WRONG[group]:
                found.setdefault((group, count.unit), []).append(count)
        for (group, unit), counts in found.items():
            places = [_unit_place(count) for count in counts]
            finding = self.at(
                places[0],
                where=Where(section=counts[0].section),
                related=[Related(place, _ALSO, {"unit": unit}) for place in places[1:]],
                what=_NAMES[group][0],
                what_en=_NAMES[group][1],
                unit=unit,
            )
            yield finding.with_fix([Edit(place, "件") for place in places], _REPLACE, safe=False)


def _group(count: Count) -> str | None:
    if count.topic != "disclosure" or count.zero_statement or is_denied(count) or _is_of_published(count):
        return None
    if count.subject in _REQUESTS:
        return "requests"
    return "documents" if count.subject in _DOCUMENTS else None


def _is_of_published(count: Count) -> bool:
    """Whether it is one kind among pieces of information, or letters: 主动公开信息120条,其中规范性文件3条; 来信9封."""
    if (count.channel == "channel_mail" and count.unit == "封") or (
        count.unit == "条" and count.label.endswith("信息")
    ):
        return True
    whole = count.whole
    return whole is not None and whole.unit == count.unit and whole.subject.startswith("disclosed")


def _unit_place(count: Count) -> Span:
    text, at = count.paragraph.text, count.number_end
    at = text.index(count.unit, at)
    return count.place(at, at + len(count.unit))
