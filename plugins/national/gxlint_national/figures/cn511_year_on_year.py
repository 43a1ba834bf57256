"""CN511 year-on-year."""

from collections.abc import Iterator, Sequence

from gxlint.facts import Change, Count, facts_of
from gxlint.model import Report
from gxlint.rules import Finding, Message, Outcome, Related, Rule, Severity, Where
from gxlint_national.figures.agreement import exact
from gxlint_national.figures.comparison import comparison
from gxlint_national.figures.percentages import is_cut_off, is_rounded, percent, shown_percent
from gxlint_national.sources import FORMAT_2021
from gxlint_national.tables.naming import figure

_OPERAND = Message("{label}:{got}", "{label}: {got}")
_DIRECTIONS = {1: "增长", -1: "下降", 0: "持平"}
_DIRECTIONS_EN = {1: "growth", -1: "decline", 0: "no change"}


class YearOnYear(Rule):
    """同比增减的数量、百分比、方向与写出的两年数字相符。

    只给出本年数、增减数和百分比的,由前两者推出上年数再核对;只有百分比而没有上年数的无从核对。带“约、余”的不算,去尾而不进位的给提示。

    Wrong:
        一、总体情况
        全年发布政务信息820条,比上年的700条增长⟦27.14⟧%。
    Right:
        一、总体情况
        全年发布政务信息820条,比上年的700条增长17.14%。
    """

    code, name, severity = "CN511", "year-on-year", Severity.WARNING
    reach = "figures"
    fix = "suggested"
    source = FORMAT_2021
    messages = {
        "default": Message(
            "写{direction} {got}%,按上年 {before}、本年 {now} 应为 {expected}%",
            "{got}% is written ({direction_en}); from {before} to {now} it is {expected}%",
        ),
        "cut": Message(
            "写{direction} {got}%,上年 {before}、本年 {now} 为 {expected}%,去尾未进位",
            "{got}% is written ({direction_en}); from {before} to {now} it is {expected}%, cut off instead of rounded",
        ),
        "amount": Message(
            "写{direction} {got},上年 {before}、本年 {now} 相差 {expected}",
            "a change of {got} is written ({direction_en}); from {before} to {now} it is {expected}",
        ),
        "direction": Message(
            "写{direction},而上年 {before}、本年 {now}",
            "{direction_en} is written, but the figure went from {before} to {now}",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Work out every change whose figures are given."""
        changes = [change for change in facts_of(report).changes if not change.bound]
        if not changes:
            yield self.not_applicable()
            return
        compared = report.once(comparison)
        for group in _together(changes):
            now, before = _both(group)
            if now is None or not exact(now) or compared.is_wrong(now):
                continue
            if before is not None:
                if exact(before):
                    yield from self._against(group, now, before)
            else:
                yield from self._inferred(group, now, report)

    def _against(self, group: Sequence[Change], now: Count, before: Count) -> Iterator[Outcome]:
        """Both years are given."""
        difference = now.value - before.value
        first = group[0]
        direction = (difference > 0) - (difference < 0)
        if direction != first.direction:
            yield self._finding(first, "direction", now, before)
            return
        for change in group:
            if change.amount is not None and abs(abs(difference) - change.amount) > 1e-9:
                finding = self._finding(
                    change,
                    "amount",
                    now,
                    before,
                    place=(change.amount_start, change.amount_end),
                    got=figure(change.amount),
                    expected=figure(abs(difference)),
                )
                yield finding.suggest(figure(abs(difference)))
            if change.percent is not None and before.value:
                yield from self._percentage(change, percent(abs(difference), before.value), now, before)

    def _percentage(
        self, change: Change, value: float, now: Count, before: Count | int | float
    ) -> Iterator[Outcome]:
        assert change.percent is not None
        if is_rounded(value, change.percent, change.decimals):
            return
        cut = is_cut_off(value, change.percent, change.decimals)
        text = change.paragraph.text[change.percent_start : change.percent_end]
        finding = self._finding(
            change,
            "cut" if cut else "default",
            now,
            before,
            place=(change.percent_start, change.percent_end),
            got=text,
            expected=shown_percent(value, change.decimals + (2 if cut else 0)),
        )
        yield finding.suggest(shown_percent(value, change.decimals))

    def _inferred(self, group: Sequence[Change], now: Count, report: Report) -> Iterator[Outcome]:
        """This year's figure, the difference and the percentage are given."""
        amount = next((change.amount for change in group if change.amount is not None), None)
        change = next((change for change in group if change.percent is not None), None)
        if amount is None or change is None or change.percent is None:
            return
        for other in _others(now, change, report):
            earlier = other.value - change.direction * amount
            if earlier > 0 and is_rounded(percent(amount, earlier), change.percent, change.decimals):
                return
        earlier = now.value - change.direction * amount
        if earlier > 0:
            yield from self._percentage(change, percent(amount, earlier), now, earlier)

    def _finding(
        self,
        change: Change,
        message: str,
        now: Count,
        before: Count | int | float,
        *,
        place: tuple[int, int] | None = None,
        got: str = "",
        expected: str = "",
    ) -> Finding:
        counts = [now, before] if isinstance(before, Count) else [now]
        earlier = before.value if isinstance(before, Count) else before
        cut = message == "cut"
        return self.at(
            change.place(*place) if place else change.span,
            message,
            severity=Severity.INFO if cut else None,
            where=Where(section=change.section),
            related=[
                Related(count.number_span, _OPERAND, {"label": count.label, "got": figure(count.value)})
                for count in counts
            ],
            direction=_DIRECTIONS[change.direction],
            direction_en=_DIRECTIONS_EN[change.direction],
            now=figure(now.value),
            before=figure(earlier),
            got=got,
            expected=expected,
        )


def _together(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Changes of the same figure, told one after the other: 较上年减少10件,同比下降25%."""
    group: list[Change] = []
    for change in changes:
        if group and (
            change.now is not group[-1].now or change.direction != group[-1].direction or change.now is None
        ):
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _both(group: Sequence[Change]) -> tuple[Count | None, Count | None]:
    before = next((change.before for change in group if change.before is not None), None)
    return group[0].now, before


def _others(now: Count, change: Change, report: Report) -> Iterator[Count]:
    """Every figure of the sentence before the change: the comparison may be with any of them."""
    for count in facts_of(report).beside(now):
        if count.end <= change.start and exact(count):
            between = count.paragraph.text[count.number_end : change.start]
            if "。" not in between:
                yield count
