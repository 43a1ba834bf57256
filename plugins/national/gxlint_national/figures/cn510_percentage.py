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
    fix = "suggested"
    source = FORMAT_2021
    messages = {
        "default": Message(
            "写 {got}%,按 {part} ÷ {whole} 应为 {expected}%",
            "{got}% is written; {part} of {whole} is {expected}%",
        ),
        "cut": Message(
            "写 {got}%,{part} ÷ {whole} = {exact}%,去尾未进位",
            "{got}% is written; {part} of {whole} is {exact}%, cut off instead of rounded",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Work out every percentage whose two numbers are given."""
        ratios = [ratio for ratio in facts_of(report).ratios if ratio.bound != "about"]
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
            got=ratio.paragraph.text[ratio.number_start : ratio.number_end],
            part=figure(part.value),
            whole=figure(whole.value),
            exact=shown_percent(value, ratio.decimals + 2),
            expected=shown_percent(value, ratio.decimals),
        )
        yield finding.suggest(shown_percent(value, ratio.decimals))


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
        if ratio.subject != "on_time_rate":
            return None
        pair = _closed_of_received(ratio, report)
        if pair is None:
            return None
        part, whole = pair
    if not (exact(part) and exact(whole)) or not 0 <= part.value <= whole.value or not whole.value:
        return None
    return part, whole


def _closed_of_received(ratio: Ratio, report: Report) -> tuple[Count, Count] | None:
    """受理40件,按时办结38件,按时办结率95%: the two counts right before the rate."""
    before = [
        count
        for count in facts_of(report).counts
        if count.paragraph is ratio.paragraph and count.end <= ratio.start and not count.zero_statement
    ]
    if len(before) < 2 or before[-1].subject != "closed" or before[-2].subject not in ("received", "handled"):
        return None
    between = ratio.paragraph.text[before[-2].number_end : ratio.start]
    if "。" in between or not before[-1].label.startswith(("按时", "按期", "及时", "限时")):
        return None
    return before[-1], before[-2]
