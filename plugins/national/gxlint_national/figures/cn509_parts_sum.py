"""CN509 parts-sum."""

from collections.abc import Iterator

from gxlint.facts import Count
from gxlint.model import Report
from gxlint.rules import Finding, Message, Outcome, Related, Rule, Severity, Where
from gxlint_national.figures.agreement import exact
from gxlint_national.figures.comparison import Comparison, comparison
from gxlint_national.figures.lists import Parts, lists_of
from gxlint_national.sources import FORMAT_2021
from gxlint_national.tables.naming import figure

_PART = Message("{label}:{got}", "{label}: {got}")
# How much of the total a list after 其中 must come to before it is taken for complete: almost all of it, or most of it
# where what is missing is less than the least part.
_CERTAIN, _LIKELY, _POSSIBLE = 0.9, 0.75, 0.5
_MOST_TERMS = 8
_LEFT_OVER = ("其他", "其它", "其余")


class PartsSum(Rule):
    """正文列出的分项之和等于合计(各数都是确数、列举完整时)。

    带“余、约”的数,“等、主要、重点”之类没有列全的,不同维度(按渠道、按类型)的,单位不同的,都不相加。“其中”之后的分项比合计少得多的,
    当作没有列全;办理结果只列主要类别的给提示。合计或分项已由表三、表四核对出错的,由那条规则报告。

    Wrong:
        一、总体情况
        全年主动公开政府信息⟦320⟧条,其中政务动态180条,财政信息60条,公共服务信息70条。
    Right:
        一、总体情况
        全年主动公开政府信息310条,其中政务动态180条,财政信息60条,公共服务信息70条。
    """

    code, name, severity = "CN509", "parts-sum", Severity.WARNING
    reach = "figures"
    source = FORMAT_2021
    messages = {
        "default": Message(
            "合计 {whole} ≠ 各分项之和 {sum}({terms}),差 {gap}",
            "the total {whole} is not the sum of its parts, {sum} ({terms}); difference {gap}",
        ),
        "incomplete": Message(
            "所列各项之和 {sum}({terms})小于合计 {whole},请核对是否列全",
            "the parts listed come to {sum} ({terms}), less than the total {whole}; are they complete?",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Add up every complete list of parts."""
        found = report.once(lists_of)
        if not found:
            yield self.not_applicable()
            return
        compared = report.once(comparison)
        for item in _each_once(found):
            if compared.is_wrong(item.whole, *item.parts) or _as_in_the_tables(item, compared):
                continue
            if (severity := _weight(item)) is not None:
                yield self._finding(item, severity)

    def _finding(self, item: Parts, severity: Severity) -> Finding:
        whole, parts = item.whole, item.parts
        terms = [figure(part.value) for part in parts[:_MOST_TERMS]]
        message = "default" if severity is Severity.WARNING else "incomplete"
        return self.at(
            whole.number_span,
            message,
            severity=severity,
            where=Where(section=whole.section),
            related=[
                Related(part.number_span, _PART, {"label": _label(part), "got": figure(part.value)})
                for part in parts
            ],
            whole=figure(whole.value),
            sum=figure(item.sum),
            terms=" + ".join([*terms, "…"] if len(parts) > _MOST_TERMS else terms),
            gap=figure(abs(whole.value - item.sum)),
        )


def _as_in_the_tables(item: Parts, compared: Comparison) -> bool:
    """Whether the tables give all these numbers: outcomes are also of what was carried over, which need not be said."""
    return item.how == "outcome" and all(id(count) in compared.settled for count in (item.whole, *item.parts))


def _label(part: Count) -> str:
    return part.label or part.text


def _each_once(found: list[Parts]) -> Iterator[Parts]:
    """One list for a total, of those that begin with the same part."""
    seen: set[tuple[int, int]] = set()
    for item in found:
        key = (id(item.whole), id(item.parts[0]))
        if key not in seen:
            seen.add(key)
            yield item


def _weight(item: Parts) -> Severity | None:
    """How sure it is that the numbers were meant to add up; none when they do, or need not."""
    whole, gap = item.whole, item.sum - item.whole.value
    if not exact(whole) or any(part.bound not in ("", "at_least") for part in item.parts):
        return None
    if gap > 0:
        # A part that is as large as the total: the same things, published in several places.
        overlapping = any(part.value == whole.value for part in item.parts)
        return None if overlapping else Severity.WARNING
    if gap == 0 or not all(exact(part) for part in item.parts):
        return None
    return _weight_of_less(item)


def _weight_of_less(item: Parts) -> Severity | None:
    """What it weighs that the parts come to less than the total: they may not be all."""
    share = item.sum / item.whole.value
    if item.how == "outcome":
        return Severity.INFO if len(item.parts) > 2 or share >= _LIKELY else None
    complete = item.how in ("whole", "channel", "items", "sum")
    if complete or any(_label(part).startswith(_LEFT_OVER) for part in item.parts):
        return Severity.WARNING
    missing = item.whole.value - item.sum
    if share >= _CERTAIN or (share >= _LIKELY and missing < min(part.value for part in item.parts)):
        return Severity.WARNING
    return Severity.INFO if share >= _POSSIBLE and len(item.parts) > 2 else None
