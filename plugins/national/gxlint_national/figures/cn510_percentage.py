"""CN510 percentage."""

from collections.abc import Iterator

from gxlint.facts import Count, Ratio, facts_of
from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity, Where
from gxlint_national.figures.agreement import exact
from gxlint_national.figures.comparison import comparison
from gxlint_national.figures.percentages import is_cut_off, is_rounded, percent, shown_percent
from gxlint_national.sources import FORMAT_2021
from gxlint_national.tables.naming import figure

_ALL = 100
_AT_MOST_ALL = ("closed", "on_time_rate", "share", "satisfaction")
_CLOSING = ("办结", "答复", "回复", "办复", "处理", "办理完毕")
_IN_TIME = ("按时", "按期", "及时", "限时", "如期")
_OPERAND = Message("{label}:{got}", "{label}: {got}")


class Percentage(Rule):
    """百分比与写出的两个数相符(四舍五入到所写位数)。

    去尾而不进位的(97.90% 写成 97%)给提示;分母不明的、带“约”的不算。

    Wrong:
        一、总体情况
        全年更新信息320条,其中政策类信息48条,占比⟦20⟧%。
    Right:
        一、总体情况
        全年更新信息320条,其中政策类信息48条,占比15%。
    """

    code, name, severity = "CN510", "percentage", Severity.WARNING
    reach = "figures"
    fix = "suggested"
    source = FORMAT_2021
    messages = {
        "default": Message(
            "写 {got}%,按 {part} ÷ {whole} 应为 {expected}%",
            "{got}% is written; {part} of {whole} is {expected}%",
        ),
        "over": Message("写 {got}%,这个比率不会超过 100%", "{got}% is written; this rate cannot exceed 100%"),
        "cut": Message(
            "写 {got}%,{part} ÷ {whole} = {exact}%,去尾未进位",
            "{got}% is written; {part} of {whole} is {exact}%, cut off instead of rounded",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Work out every percentage whose two numbers are given."""
        ratios = [ratio for ratio in facts_of(report).ratios if ratio.bound != "about"]
        for ratio in ratios:
            if ratio.value > _ALL and ratio.subject in _AT_MOST_ALL:
                yield self.at(
                    ratio.number_span, "over", where=Where(section=ratio.section), got=_written(ratio)
                )
        operands = [(ratio, *pair) for ratio in ratios if (pair := _operands(ratio, report)) is not None]
        if not operands:
            yield self.not_applicable()
            return
        compared = report.once(comparison)
        for ratio, part, whole in operands:
            if not compared.is_wrong(part, whole):
                yield from self._hold(ratio, part, whole)

    def _hold(self, ratio: Ratio, part: Count, whole: Count) -> Iterator[Outcome]:
        value = percent(part.value, whole.value)
        if _fits(ratio, value):
            return
        cut = not ratio.bound and is_cut_off(value, ratio.value, ratio.decimals)
        finding = self.at(
            ratio.number_span,
            "cut" if cut else "default",
            severity=Severity.INFO if cut else None,
            where=Where(section=ratio.section),
            related=[
                Related(count.number_span, _OPERAND, {"label": count.label, "got": figure(count.value)})
                for count in (part, whole)
            ],
            got=_written(ratio),
            part=figure(part.value),
            whole=figure(whole.value),
            exact=shown_percent(value, ratio.decimals + 2),
            expected=shown_percent(value, ratio.decimals),
        )
        yield finding.suggest(shown_percent(value, ratio.decimals))


def _written(ratio: Ratio) -> str:
    return ratio.paragraph.text[ratio.number_start : ratio.number_end]


def _fits(ratio: Ratio, value: float) -> bool:
    if ratio.bound == "at_least":
        return value >= ratio.value
    if ratio.bound == "at_most":
        return value <= ratio.value
    return is_rounded(value, ratio.value, ratio.decimals)


def _operands(ratio: Ratio, report: Report) -> tuple[Count, Count] | None:
    """The part and the whole, where both are exact and can be."""
    part, whole = ratio.numerator, ratio.denominator
    if part is None or whole is None:
        pair = _two_before(ratio, report) if ratio.subject in ("closed", "on_time_rate") else None
        if pair is None:
            return None
        part, whole = pair
    if ratio.subject == "share" and not _is_share(ratio, part, whole):
        return None
    if part.period == "other_year" or whole.period == "other_year":
        return None
    if not (exact(part) and exact(whole)) or not 0 <= part.value <= whole.value or not whole.value:
        return None
    return part, whole


def _is_share(ratio: Ratio, part: Count, whole: Count) -> bool:
    """Whether the one is a part of the other, not one beside it: 维持2件、纠正1件,占比分别为….

    Percentages that are told together belong to several numbers.
    """
    text = ratio.paragraph.text
    if part.end < ratio.start and ("分别" in text[part.number_end : ratio.number_start]):
        return False
    return part.whole is whole or "、" not in text[whole.number_end : part.number_start]


def _two_before(ratio: Ratio, report: Report) -> tuple[Count, Count] | None:
    """受理40件,按时办结38件,按时办结率95%: the two counts right before a rate of closing."""
    before = [
        count
        for count in facts_of(report).beside(ratio)
        if count.end <= ratio.start and not count.zero_statement
    ]
    if len(before) < 2:
        return None
    whole, part = before[-2:]
    if whole.unit != part.unit or not part.verb.endswith(_CLOSING) or whole.verb.endswith(_CLOSING):
        return None
    if ratio.subject == "on_time_rate" and not part.label.startswith(_IN_TIME):
        return None  # 办结38件,按时办结率100%: those in time are not told
    return None if "。" in ratio.paragraph.text[whole.number_end : ratio.start] else (part, whole)
