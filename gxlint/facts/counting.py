"""Makes counts of the numbers of a phrase."""

from collections.abc import Sequence

from gxlint.facts.binding import Binding, names
from gxlint.facts.clues import Clues, Meaning
from gxlint.facts.fact import Count
from gxlint.facts.forms import Word
from gxlint.facts.meaning import meanings
from gxlint.facts.numerals import number
from gxlint.facts.quantities import Frame, frame_of
from gxlint.facts.situation import Situation
from gxlint.facts.zeros import Zero, zeros
from gxlint.source.record import Record

# Before a number that is named by the phrase before: 收到政府信息公开申请,共计36件.
_SUMS = frozenset(
    (
        *(
            "共",
            "共计",
            "合计",
            "总计",
            "计",
            "累计",
            "为",
            "是",
            "达",
            "共有",
            "一共",
            "均为",
            "共为",
            "共计为",
            "合计为",
        ),
        *("总数", "总数为", "总量", "总量为", "数量", "数量为", "件数", "件数为"),
    )
)
_BEFORE_A_BARE_NUMBER = ("为", ":", "是", "共", "有", "达", "计")
_AFTER_A_BARE_NUMBER = "、,。;)( 和及"
_RULES_OF_COUNTING = ("计为", "记为", "算作", "视为", "只计", "仅计", "只算", "仅算", "就算", "也算", "按")
_TOTALS = ("总计", "合计", "共计", "总共", "一共", "小计", "共", "合计共", "总计为", "合计为", "共计为")
_DENIED = ("", "发生", "收到", "接到", "产生", "出现", "受理", "存在", "引发", "任何")
_COUNTED = ("总计", "合计", "共计", "累计", "统计", "小计")
_VERBS = ("close", "receive", "handle", "disclose", "issue", "hold", "decide")
_TAKEN_UP = ("receive", "handle", "close")
_MOST_REMEMBERED = 64
_NEAREST = 4  # 予以公开的(14件), not 申请集中在土地征收(6件)
_FARTHEST = 8  # from the words of one phrase to the number in the next
_TIMES = ("WHEN", "DATE", "PERIOD", "SCOPE", "NOT")
_LONGEST_LEAD = 1  # 共办理12件, not 好差评办理12件
_BEFORE_A_SUBJECT = ("WHEN", "DATE", "PERIOD", "ORDINAL", "COUNT")


def can_count(text: str, word: Word) -> bool:
    """Whether a number has a unit, or stands at the end of what is said: no 12345热线, no 58号, no 20个工作日."""
    if text[word.end - 1].isdecimal():
        return text[word.end : word.end + 1] in _AFTER_A_BARE_NUMBER
    return frame_of(text, word) is not None


class Figure(Record, frozen=True):
    """All of a number that its sentence settles whatever its digits: where its parts stand and which words name it.

    ``stop`` is where the number ends with its unit. ``denied`` are the words of the phrase without the number where
    未 or 没有 stands before it: 没有发生1起…, which denies that there was any. ``meant`` remembers what it counts, for
    each state of memory it was met in.
    """

    frame: Frame
    before: Sequence[Word]
    after: Sequence[Word]
    start: int
    end: int
    stop: int
    label: str
    subject: str
    earlier: bool
    in_words: bool
    is_total: bool
    act: str
    act_on_part: str
    denied: Sequence[Word]
    meant: dict[tuple[object, ...], "Meant"]


class Meant(Record, frozen=True):
    """What a number counts, and what that tells of the numbers after it."""

    meanings: list[Meaning]
    nouns: list[Word]
    publishing: bool


def figure_of(now: Situation, words: Sequence[Word], binding: Binding) -> Figure | None:
    """What a number of a phrase is, its value apart; none when it counts nothing."""
    word = words[binding.at]
    frame = frame_of(now.text, word)
    if frame is None or _is_rule_of_counting(now.text, word):
        return None
    before = _named_before(now, words, binding)
    start, label = _label(now, words, binding)
    return Figure(
        frame,
        before,
        binding.after,
        start,
        binding.after[-1].end if binding.after else word.end,
        word.end,
        label,
        _subject(now, words, binding),
        _is_earlier(now.text, words, binding.at),
        word.key == "words",
        now.text[now.begin : word.start] in _TOTALS and not names(before),
        _act(binding.before),
        _act_on_part(now, binding.before),
        _denied(now.text, words, binding.at),
        {},
    )


def counts_of(now: Situation, figure: Figure) -> list[Count]:
    """The counts that a number makes: mostly one, none for figures of speech."""
    frame = figure.frame
    value = number(now.text[frame.start : frame.end])
    if value is None or (not frame.unit and not _is_bare_count(now, figure)):
        return []
    if figure.denied and value == 1:
        return [zero_of(now, zero) for zero in zeros(now.sentence, figure.denied, now.memory)]
    key = (value == 0, now.sentence.year, *now.memory.state)
    meant = figure.meant.get(key) or _meant(now, figure, key, zero=value == 0)
    meanings = meant.meanings
    if not meanings:
        if figure.in_words and not (now.listing is not None and now.listing.parts):
            return []  # 一个, 两项: figures of speech
        meanings = [_unnamed(now, figure)]
        if figure.act in _TAKEN_UP:
            now.memory.leave_requests()
    made = [_count(now, meaning, value, figure) for meaning in meanings]
    now.memory.counted(meant.nouns, meanings[0].subject, meanings[0].topic, publishing=meant.publishing)
    return made


def _meant(now: Situation, figure: Figure, key: tuple[object, ...], *, zero: bool) -> Meant:
    """What a number counts, found out and remembered."""
    clues = Clues(
        now.text,
        figure.before,
        figure.after,
        figure.frame.start,
        figure.stop,
        figure.frame.unit,
        zero,
        now.memory,
        now.sentence.year,
    )
    if len(figure.meant) >= _MOST_REMEMBERED:
        figure.meant.clear()
    meant = figure.meant[key] = Meant(meanings(clues), clues.nouns, "disclose" in clues.verbs)
    return meant


def zero_of(now: Situation, zero: Zero) -> Count:
    """The count that a zero said in words is."""
    offset = now.sentence.offset
    meaning = zero.meaning
    return Count(
        **now.sentence.place(zero.negation.start, zero.end),
        subject=meaning.subject,
        value=0,
        unit="",
        number_start=offset + zero.negation.start,
        number_end=offset + zero.negation.end,
        measure=meaning.measure,
        channel=meaning.channel,
        verb=meaning.verb,
        scope=now.scope(),
        period=now.frame,
        topic=meaning.topic,
        zero_statement=True,
    )


def _act(words: Sequence[Word]) -> str:
    """What is done with what is counted; that it is published or exists says nothing about parts."""
    verbs = [word.key for word in words if word.type == "VERB" and word.key not in ("disclose", "happen")]
    return verbs[0] if verbs else ""


def _act_on_part(now: Situation, words: Sequence[Word]) -> str:
    """The same for a part in a list: a verb behind what it is done to is a noun, as in 提案办理结果12条, 留言答复5条."""
    known = [
        word
        for word in words
        if word.type not in _TIMES and word.type != "OF_WHICH" and word.start >= now.begin
    ]
    if not known or known[0].type != "VERB":
        return ""
    begin = max([word.end for word in words if word.end <= known[0].start], default=now.begin)
    return _act(words) if known[0].start - begin <= _LONGEST_LEAD else ""


def _denied(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words around a number that is denied as one of none."""
    before = words[at - 1] if at else None
    if before is not None and before.type == "VERB" and before.end == words[at].start and at > 1:
        before = words[at - 2] if words[at - 2].end == before.start else None
    if before is None or before.type != "NOT" or text[before.end : words[at].start] not in _DENIED:
        return ()
    return [*words[:at], *words[at + 1 :]]


def _is_rule_of_counting(text: str, word: Word) -> bool:
    """不同渠道发布的同一信息计1条."""
    before = text[max(0, word.start - 3) : word.start]
    return before.endswith(_RULES_OF_COUNTING) or (before.endswith("计") and not before.endswith(_COUNTED))


def _named_before(now: Situation, words: Sequence[Word], binding: Binding) -> Sequence[Word]:
    """The words that name a number: those of its phrase, or of the phrase before, which had no number."""
    if now.pending and not names(binding.before) and not binding.after:
        lead = now.text[now.begin : words[binding.at].start].lstrip("“")
        bracketed = now.text[now.begin - 1 : now.begin] == "("
        near = now.begin - now.pending[-1].end <= (_NEAREST if bracketed else _FARTHEST)
        if near and (lead in _SUMS or (bracketed and not lead)):
            return [*now.pending, *binding.before]
    return binding.before


def _is_bare_count(now: Situation, figure: Figure) -> bool:
    """Whether a number without a unit counts something: 行政复议为0."""
    if not names(figure.before) and now.listing is None:
        return False
    lead = now.text[figure.before[-1].end if figure.before else 0 : figure.frame.start]
    return not lead or lead.endswith(_BEFORE_A_BARE_NUMBER)


def _unnamed(now: Situation, figure: Figure) -> Meaning:
    """A number without a name: of what was counted for the other year, or of none of the known things."""
    if not names(figure.before):
        like = next((count for count in reversed(now.outside) if count.unit == figure.frame.unit), None)
        frame = "other_year" if figure.earlier else now.frame
        if like is not None and like.period != frame and "other_year" in (like.period, frame):
            return Meaning(like.subject, like.measure, like.channel, topic=like.topic)
    verb = next(
        (word for key in _VERBS for word in figure.before if word.type == "VERB" and word.key == key), None
    )
    return Meaning("other", verb=now.text[verb.start : verb.end] if verb else "", topic="unclear")


def _count(now: Situation, meaning: Meaning, value: int | float, figure: Figure) -> Count:
    sentence, frame = now.sentence, figure.frame
    offset = sentence.offset
    merged = meaning.subject == "received_and_carried_over"
    period = "other_year" if figure.earlier else now.frame
    if meaning.measure == "in_force" and period in ("unclear", "cumulative"):
        period = "this_year"  # 截至2024年底,现行有效45件
    return Count(
        paragraph=sentence.paragraph,
        section=sentence.section,
        start=offset + figure.start,
        end=offset + figure.end,
        subject="received" if merged else meaning.subject,
        value=value,
        unit=frame.unit,
        number_start=offset + frame.start,
        number_end=offset + frame.end,
        label=figure.label,
        measure=meaning.measure,
        channel=meaning.channel,
        verb=meaning.verb,
        bound=frame.bound,
        scope=now.scope(figure.subject),
        period=period,
        topic=meaning.topic,
        includes_last_year=merged,
    )


def _label(now: Situation, words: Sequence[Word], binding: Binding) -> tuple[int, str]:
    """Where a count's words begin, and what it says it counts."""
    text, number = now.text, words[binding.at]
    begin = max(now.begin, text.rfind(":", 0, number.start) + 1)
    for other in reversed(words[: binding.at]):
        if other.type == "COUNT" or other.type == "PERCENT":
            begin = max(begin, other.end)
            break
    naming = [word.start for word in binding.before if word.start >= begin and word.type not in _TIMES]
    label = text[begin : number.start].strip("、和及 “”").rstrip("为共有约是达:")
    if not label and binding.after:
        label = text[number.end : binding.after[-1].end].strip("的、 ")
    return min([*naming, number.start]), label


def _subject(now: Situation, words: Sequence[Word], binding: Binding) -> str:
    """What stands before the verb of a count, a year left out: who did it, if that is said."""
    verb = next((word for word in binding.before if word.type == "VERB"), None)
    if verb is None or verb.start < now.begin:
        return ""
    begin = now.begin
    for word in words:
        if begin <= word.start < verb.start and word.type in _BEFORE_A_SUBJECT:
            begin = word.end
    return now.text[begin : verb.start]


def _is_earlier(text: str, words: Sequence[Word], at: int) -> bool:
    """较上年的30件: the figure of last year itself."""
    return (
        at > 0 and words[at - 1].type == "VERSUS" and text[words[at - 1].end : words[at].start] in ("", "的")
    )
