"""Percentages, and the two numbers they are of."""

import re
from collections.abc import Sequence
from functools import cache

from gxlint.facts.fact import Count, Ratio
from gxlint.facts.forms import Word
from gxlint.facts.parts import kind_of_part
from gxlint.facts.quantities import bound_before
from gxlint.facts.sentence import Sentence

_CLOSING = ("办结", "答复", "回复", "办复", "处理", "办理")
_IN_TIME = ("按时", "按期", "及时", "限时", "限期", "时限")
_RECEIVING = ("收到", "受理", "接到", "接收", "新收", "收件", "接件", "收悉", "登记")
_LOOK_BACK = 24
# Of what a share is said to be: 占办结总数的, 占申请总量的.
_WHOLES = {
    **dict.fromkeys(("办结", "答复", "办理"), ("closed", "handled")),
    **dict.fromkeys(("申请", "收到", "受理"), ("received", "handled")),
}


@cache
def _name() -> re.Pattern[str]:
    filler = "(?:达到?了?|实现|做到|始终|为|是|均|约|近|超过?|保持|在|:|到|至|的)*"
    return re.compile(
        rf"(?P<share>占比?[^,。;:()占]{{0,14}}?){filler}$|(?P<rate>[\u4e00-\u9fff]{{1,8}}(?:率|度|比例|比重)){filler}$"
    )


@cache
def _stem() -> re.Pattern[str]:
    return re.compile("(回收|收回|满意|采纳|参与|公开|解读|录用|答复|回复)率")


def ratio_at(sentence: Sentence, word: Word, counts: Sequence[Count]) -> Ratio:
    """The percentage a PERCENT token says; ``counts`` are those of the sentence before it."""
    text = sentence.text
    written = text[word.start : word.end - 1]
    value = float(written) / (10 if text[word.end - 1] == "‰" else 1)
    match = _name().search(text, max(0, word.start - _LOOK_BACK), word.start)
    name = match[0] if match else ""
    ratio = Ratio(
        **sentence.place(match.start() if match else word.start, word.end),
        subject=_subject(name),
        name=name,
        value=value,
        decimals=len(written.partition(".")[2]),
        number_start=sentence.offset + word.start,
        number_end=sentence.offset + word.end - 1,
        bound=bound_before(text, word.start),
    )
    _operands(ratio, counts)
    return ratio


def _subject(name: str) -> str:
    if "占" in name:
        return "share"
    if "满意" in name:
        return "satisfaction"
    if any(verb in name for verb in _CLOSING):
        return "on_time_rate" if any(word in name for word in _IN_TIME) else "closed"
    return "other"


def _operands(ratio: Ratio, counts: Sequence[Count]) -> None:
    if ratio.subject == "share":
        ratio.numerator = counts[-1] if counts else None
    elif ratio.subject == "closed":
        closed = next((count for count in reversed(counts) if count.verb.endswith(_CLOSING)), None)
        if closed is not None and (received := _before(counts, closed, _RECEIVING)) is not None:
            ratio.numerator, ratio.denominator = closed, received
    elif counts and (stem := _stem().search(ratio.name)) is not None:
        part = counts[-1]  # 收回180份,回收率90%; 满意175人,满意率97%
        if set(stem[1]) <= set(part.label) and (whole := _before(counts, part)) is not None:
            ratio.numerator, ratio.denominator = part, whole


def find_wholes(ratios: Sequence[Ratio], counts: Sequence[Count], earlier: Sequence[Count]) -> None:
    """Once the sentence is read and parts know their wholes: what shares are of.

    Args:
        ratios: all percentages of the sentence; what has a share of its own is no whole of another.
        counts: those of the sentence.
        earlier: the totals of sentences before.
    """
    siblings = [ratio.numerator for ratio in ratios]
    for ratio in ratios:
        _find_whole(ratio, siblings, counts, earlier)


def _find_whole(
    ratio: Ratio, siblings: Sequence[Count | None], counts: Sequence[Count], earlier: Sequence[Count]
) -> None:
    part = ratio.numerator
    if part is None or ratio.denominator is not None:
        return
    wanted = next((subjects for word, subjects in _WHOLES.items() if word in ratio.name), ())
    if wanted:
        found = [
            count for count in (*earlier, *counts) if count.subject in wanted and count.unit == part.unit
        ]
        totals = [count for count in found if not count.limited and count.value >= part.value]
        ratio.denominator = totals[-1] if totals else None
    else:
        others = [
            count for count in counts if count not in siblings and kind_of_part(count) != kind_of_part(part)
        ]
        ratio.denominator = part.whole or _before([*others, part], part)
    if ratio.denominator is None:
        ratio.numerator = None


def _before(counts: Sequence[Count], part: Count, verbs: tuple[str, ...] = ()) -> Count | None:
    """The count before another in the sentence that it is a portion of, if there can be no doubt of its value."""
    found = [
        count
        for count in counts[: counts.index(part)]
        if count.unit == part.unit
        and count.value >= part.value
        and count.period != "other_year"
        and (not verbs or count.verb in verbs)
    ]
    return found[-1] if len({count.value for count in found}) == 1 else None
