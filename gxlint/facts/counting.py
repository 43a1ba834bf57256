"""Makes counts of the numbers of a phrase."""

from collections.abc import Sequence

from gxlint.facts.binding import Binding, names
from gxlint.facts.clues import Clues, Meaning
from gxlint.facts.fact import Count
from gxlint.facts.forms import Word
from gxlint.facts.meaning import meanings
from gxlint.facts.quantities import Quantity, quantity
from gxlint.facts.situation import Situation
from gxlint.facts.zeros import Zero

# Before a number that is named by the phrase before: 收到政府信息公开申请,共计36件.
_SUMS = frozenset(
    ("共", "共计", "合计", "总计", "计", "累计", "为", "是", "达", "共有", "总数", "总数为", "数量", "数量为", "均为", "共为")
    + ("一共", "总量", "总量为", "件数", "件数为", "合计为", "共计为")
)
_BEFORE_A_BARE_NUMBER = ("为", ":", "是", "共", "有", "达", "计")
_AFTER_A_BARE_NUMBER = "、,。;)( 和及"
_RULES_OF_COUNTING = ("计为", "记为", "算作", "视为", "只计", "仅计", "按", "算")
_TOTALS = ("总计", "合计", "共计", "累计", "统计", "小计")
_TIMES = ("WHEN", "DATE", "PERIOD", "SCOPE", "NOT")
_BEFORE_A_SUBJECT = ("WHEN", "DATE", "PERIOD", "ORDINAL", "COUNT")


def can_count(text: str, word: Word) -> bool:
    """Whether a number has a unit, or stands at the end of what is said: no 12345热线, no 58号."""
    return not text[word.end - 1].isdecimal() or text[word.end : word.end + 1] in _AFTER_A_BARE_NUMBER


def counts_of(now: Situation, words: Sequence[Word], binding: Binding) -> list[Count]:
    """The counts that a number of a phrase makes: mostly one, none for figures of speech."""
    word = words[binding.index]
    found = quantity(now.text, word)
    if found is None or _is_rule_of_counting(now.text, word):
        return []
    before = _named_before(now, words, binding)
    if not found.unit and not _is_bare_count(now, word, before):
        return []
    clues = Clues(now.text, before, binding.after, found.unit, found.value == 0, now.memory, now.sentence.year)
    earlier = _is_earlier(now.text, words, binding.index)
    meant = meanings(clues)
    if not meant:
        if word.key == "words" and not (now.listing is not None and now.listing.parts):
            return []  # 一个, 两项: figures of speech
        meant = [_unnamed(now, clues, earlier=earlier)]
    made = [_count(now, meaning, found, words, binding, earlier=earlier) for meaning in meant]
    now.memory.counted(clues.nouns, meant[0].subject, meant[0].topic, publishing="disclose" in clues.verbs)
    return made


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


def is_total(count: Count, binding: Binding) -> bool:
    """Whether a number only adds up those before it: 合计38件."""
    return count.label in _TOTALS and not names(binding.before)


def act(words: Sequence[Word]) -> str:
    """What is done with what is counted; that it is published or exists says nothing about parts."""
    verbs = [word.key for word in words if word.type == "VERB" and word.key not in ("disclose", "happen")]
    return verbs[0] if verbs else ""


def _is_rule_of_counting(text: str, word: Word) -> bool:
    """不同渠道发布的同一信息计1条."""
    before = text[max(0, word.start - 3) : word.start]
    return before.endswith(_RULES_OF_COUNTING) or (before.endswith("计") and not before.endswith(_TOTALS))


def _named_before(now: Situation, words: Sequence[Word], binding: Binding) -> Sequence[Word]:
    """The words that name a number: those of its phrase, or of the phrase before, which had no number."""
    if now.pending and not names(binding.before) and not binding.after:
        lead = now.text[now.begin : words[binding.index].start]
        if lead.lstrip("“") in _SUMS or now.host is not None:
            return [*now.pending, *binding.before]
    return binding.before


def _is_bare_count(now: Situation, word: Word, before: Sequence[Word]) -> bool:
    """Whether a number without a unit counts something: 行政复议为0."""
    if not names(before) and now.listing is None:
        return False
    lead = now.text[before[-1].end if before else 0 : word.start]
    return not lead or lead.endswith(_BEFORE_A_BARE_NUMBER)


def _unnamed(now: Situation, clues: Clues, *, earlier: bool) -> Meaning:
    """A number without a name: of what was counted for the other year, or of none of the known things."""
    if not names(clues.before):
        like = next((count for count in reversed(now.outside) if count.unit == clues.unit), None)
        frame = "other_year" if earlier else now.frame
        if like is not None and like.period != frame and "other_year" in (like.period, frame):
            return Meaning(like.subject, like.measure, like.channel, topic=like.topic)
    verb = clues.verb("close", "receive", "handle", "disclose", "issue", "hold", "decide")
    return Meaning("other", verb=verb, topic="unclear")


def _count(
    now: Situation, meaning: Meaning, found: Quantity, words: Sequence[Word], binding: Binding, *, earlier: bool
) -> Count:
    offset = now.sentence.offset
    merged = meaning.subject == "received_and_carried_over"
    word = words[binding.index]
    start, label = _label(now, words, binding)
    return Count(
        **now.sentence.place(start, binding.after[-1].end if binding.after else word.end),
        subject="received" if merged else meaning.subject,
        value=found.value,
        unit=found.unit,
        number_start=offset + found.start,
        number_end=offset + found.end,
        label=label,
        measure=meaning.measure,
        channel=meaning.channel,
        verb=meaning.verb,
        bound=found.bound,
        scope=now.scope(_subject(now, words, binding)),
        period="other_year" if earlier else now.frame,
        topic=meaning.topic,
        includes_last_year=merged,
    )


def _label(now: Situation, words: Sequence[Word], binding: Binding) -> tuple[int, str]:
    """Where a count's words begin, and what it says it counts."""
    text, number = now.text, words[binding.index]
    begin = max(now.begin, text.rfind(":", 0, number.start) + 1)
    for other in reversed(words[: binding.index]):
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
    return at > 0 and words[at - 1].type == "VERSUS" and text[words[at - 1].end : words[at].start] in ("", "的")
