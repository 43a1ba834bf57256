"""Reads the figures of a sentence: walks its tree in text order and binds each number to the words around it."""

from collections.abc import Sequence

from gxlint.facts.binding import Binding, bindings, names
from gxlint.facts.changes import Changes
from gxlint.facts.closing import closing_statement
from gxlint.facts.fact import Count, Ratio, Statement
from gxlint.facts.forms import Word
from gxlint.facts.meaning import FAMILIES, Clues, Meaning, Memory, disputed, meanings
from gxlint.facts.parts import Listing, summed_up
from gxlint.facts.quantities import Quantity, quantity
from gxlint.facts.ratios import ratio_at
from gxlint.facts.scopes import Speaker, Whose
from gxlint.facts.sentence import Sentence
from gxlint.facts.times import Clock
from gxlint.facts.tree import Branch
from gxlint.facts.zeros import Zero, zeros

# Before a number that is named by the phrase before: 收到政府信息公开申请,共计36件.
_SUMS = frozenset(
    "共 共计 合计 总计 计 累计 为 是 达 共有 总数 总数为 数量 数量为 均为 共为 一共 总量 总量为 件数 件数为 合计为 共计为".split()
)
_BEFORE_A_BARE_NUMBER = ("为", ":", "是", "共", "有", "达", "计")
_AFTER_A_BARE_NUMBER = "、,。;)( 和及"
_RULES_OF_COUNTING = ("计为", "记为", "算作", "视为", "只计", "仅计", "按", "算")
_TOTALS = ("总计", "合计", "共计", "累计", "统计", "小计")
_OPEN_ENDED = ("等",)
_MAINLY = ("主要", "部分")


class Narrator:
    """Reads one sentence. ``memory`` is what the paragraph was about so far, and is kept up."""

    def __init__(self, sentence: Sentence, memory: Memory, whose: Whose, earlier: Sequence[Count]) -> None:
        self._sentence = sentence
        self._text = sentence.text
        self._memory = memory
        self._whose = whose
        self._earlier = earlier
        self._clock = Clock(sentence)
        self._speaker = Speaker(sentence)
        self._compared = Changes(sentence)
        self._listing: Listing | None = None
        self._pending: Sequence[Word] = ()
        self._host: Count | None = None
        self._outside: list[Count] = []  # the counts that brackets which are closed do not hold
        self.counts: list[Count] = []
        self.ratios: list[Ratio] = []
        self.statements: list[Statement] = []
        self.changes = self._compared.found

    def read(self) -> None:
        """Read the whole sentence."""
        topic = self._memory.topic
        self._walk(self._sentence.tree)
        self._end_listing()
        if self._memory.topic != "disclosure":
            self._memory.topic = topic

    def _walk(self, tree: Branch) -> None:
        for node in tree.children:
            if not isinstance(node, Branch):
                if node.type == "STOP":
                    self._compared.forget()
                elif node.type == "OF_WHICH":
                    self._begin_listing(node)
            elif node.rule == "phrase":
                self._phrase(node)
            elif node.rule != "group":
                self._walk(node)

    # Phrases

    def _phrase(self, node: Branch) -> None:
        words: list[Word] = []
        groups: list[tuple[int, Branch]] = []
        for child in node.children:
            if isinstance(child, Branch):
                groups.append((len(words), child))
            else:
                words.append(child)
        if words and words[0].type == "EACH" and self._pending:
            groups = [(place + len(self._pending), group) for place, group in groups]
            words = [*self._pending, *words]
        numbers = [at for at, word in enumerate(words) if word.type == "COUNT" and not self._compared.moves(words, at)]
        bound = {binding.index: binding for binding in bindings(self._text, words, numbers)}
        made = len(self.counts)
        for at, word in enumerate(words):
            for place, group in groups:
                if place == at:
                    self._group(group, made)
            self._word(words, at, word, bound.get(at))
        for place, group in groups:
            if place >= len(words):
                self._group(group, made)
        self._conclude(words, numbers)

    def _word(self, words: Sequence[Word], at: int, word: Word, binding: Binding | None) -> None:
        """Take in one word of a phrase."""
        match word.type:
            case "COUNT":
                if binding is not None:
                    self._number(words, binding)
                else:
                    self._compared.add(words, at, self._outside)
            case "PERCENT":
                self._percentage(words, at)
            case "VERSUS":
                self._compared.compare(word)
            case "MOVE":
                if word.key == "0":
                    self._compared.same(word, self._outside)
            case "WHEN" | "DATE" | "PERIOD":
                self._clock.read(word, words[at + 1] if at + 1 < len(words) else None)
            case "SCOPE":
                self._speaker.read(word, words[at - 1].end if at else self._begin(word))
            case "NOUN":
                if word.key == "request":
                    self._memory.topic = "disclosure"

    def _begin(self, word: Word) -> int:
        """Where the phrase of its first word begins."""
        return max(self._text.rfind(mark, 0, word.start) for mark in ",;(:") + 1

    def _conclude(self, words: Sequence[Word], numbers: Sequence[int]) -> None:
        """What a phrase says besides its numbers."""
        rest = words[numbers[-1] + 1 :] if numbers else words
        if (statement := closing_statement(self._sentence, rest, self._memory)) is not None:
            statement.period = self._clock.frame
            statement.scope = self._whose.scope(self._speaker.word)
            self.statements.append(statement)
        if numbers:
            self._pending = ()
            return
        for zero in zeros(self._sentence, words, self._memory):
            self._zero(zero)
        if words:
            self._pending = words
            self._memory.mention(words)

    # Numbers

    def _number(self, words: Sequence[Word], binding: Binding) -> None:
        word = words[binding.index]
        found = quantity(self._text, word)
        if found is None or self._is_rule_of_counting(word):
            return
        before = self._named_before(words, binding)
        if not found.unit and not self._bare(word, before):
            return
        clues = Clues(
            self._text, before, binding.after, found.unit, found.value == 0, self._memory, self._sentence.year
        )
        meant = meanings(clues)
        if not meant:
            if word.key == "words" and not (self._listing is not None and self._listing.parts):
                return  # 一个, 两项: figures of speech
            meant = [self._other(clues)]
        for meaning in meant:
            self._count(meaning, found, words, binding)
        self._remember(clues, meant)

    def _is_rule_of_counting(self, word: Word) -> bool:
        """不同渠道发布的同一信息计 1 条."""
        before = self._text[max(0, word.start - 3) : word.start]
        return before.endswith(_RULES_OF_COUNTING) or (before.endswith("计") and not before.endswith(_TOTALS))

    def _named_before(self, words: Sequence[Word], binding: Binding) -> Sequence[Word]:
        """The words that name a number: those of its phrase, or of the phrase before, which had no number."""
        if self._pending and not names(binding.before) and not binding.after:
            word = words[binding.index]
            if self._text[self._begin(word) : word.start].lstrip("“") in _SUMS or self._host is not None:
                return [*self._pending, *binding.before]
        return binding.before

    def _bare(self, word: Word, before: Sequence[Word]) -> bool:
        """Whether a number without a unit counts something: 行政复议为 0."""
        if not names(before) and self._listing is None:
            return False
        following = self._text[word.end : word.end + 1]
        lead = self._text[before[-1].end if before else 0 : word.start]
        return following in _AFTER_A_BARE_NUMBER and (not lead or lead.endswith(_BEFORE_A_BARE_NUMBER))

    def _other(self, clues: Clues) -> Meaning:
        """A number that is of none of the known things; in a comparison of last year's figure with this year's."""
        if self._clock.frame == "other_year" and not names(clues.before):
            like = next((count for count in reversed(self.counts) if count.unit == clues.unit), None)
            if like is not None:
                return Meaning(like.subject, like.measure, like.channel)
        verb = clues.verb("close", "receive", "handle", "disclose", "issue", "hold", "decide")
        return Meaning("other", verb=verb, topic="unclear")

    def _count(self, meaning: Meaning, found: Quantity, words: Sequence[Word], binding: Binding) -> None:
        word = words[binding.index]
        subject = meaning.subject
        merged = subject == "received_and_carried_over"
        earlier = self._compared.comparing and self._is_earlier(words, binding.index)
        start, label = self._label(words, binding)
        count = Count(
            **self._sentence.place(start, max([word.end, *(after.end for after in binding.after)])),
            subject="received" if merged else subject,
            value=found.value,
            unit=found.unit,
            number_start=self._sentence.offset + found.start,
            number_end=self._sentence.offset + found.end,
            label=label,
            measure=meaning.measure,
            channel=meaning.channel,
            verb=meaning.verb,
            bound=found.bound,
            scope=self._whose.scope(self._speaker.word),
            period="other_year" if earlier else self._clock.frame,
            topic=meaning.topic,
            includes_last_year=merged,
        )
        self._place(count, _act(binding.before))
        if count.label in _TOTALS and not names(binding.before) and self._listing is None:
            summed_up(count, self._outside, count.label)
        self.counts.append(count)
        self._outside.append(count)

    def _is_earlier(self, words: Sequence[Word], at: int) -> bool:
        """较上年的 30 件: the figure of last year itself."""
        return at > 0 and words[at - 1].type == "VERSUS" and self._text[words[at - 1].end : words[at].start] in ("", "的")

    def _label(self, words: Sequence[Word], binding: Binding) -> tuple[int, str]:
        """Where a count's words begin, and what it says it counts."""
        word = words[binding.index]
        begin = self._begin(word)
        for other in reversed(words[: binding.index]):
            if other.type in ("COUNT", "PERCENT"):
                begin = max(begin, other.end)
                break
        naming = [other.start for other in binding.before if other.start >= begin and other.type not in _TIMES]
        text = self._text[begin : word.start]
        behind = self._text[word.end : binding.after[-1].end] if binding.after else ""
        label = text.strip("、和及 “”").removeprefix("其中").rstrip("为共有约是达:") or behind.strip("的、 ")
        return min([*naming, word.start]), label

    # Parts

    def _place(self, count: Count, act: str) -> None:
        """Find out whether a count is a part of another."""
        if count.subject == "carried_over" and (whole := self._including(count)) is not None:
            whole.includes_last_year = True
            return
        if self._listing is not None and not self._listing.takes(count, act):
            self._listing.refuse(count)
            self._end_listing()

    def _including(self, count: Count) -> Count | None:
        """The total that says it includes this one: 38 件(含上年结转 2 件)."""
        said = self._text[max(0, count.start - self._sentence.offset - 4) : count.number_start - self._sentence.offset]
        if "含" not in said and "包括" not in said and "其中" not in said:
            return None
        return self._host or next((other for other in reversed(self.counts) if other.whole is None), None)

    def _begin_listing(self, word: Word) -> None:
        self._end_listing()
        candidates = [self._host] if self._host is not None else self.counts or self._earlier
        self._listing = Listing(candidates, self._text[word.start : word.end])
        self._listing.open_ended |= self._text.startswith(_MAINLY, word.end)

    def _end_listing(self) -> None:
        listing, self._listing = self._listing, None
        if listing is None or not listing.parts:
            return
        end = listing.parts[-1].end - self._sentence.offset
        listing.open_ended |= self._text.startswith(_OPEN_ENDED, end)
        listing.close()

    def _group(self, group: Branch, made: int) -> None:
        """What stands in brackets: mostly the parts of the number before."""
        kept = self._listing, self._host, self._pending, self._clock.frame
        outside = self._outside[:]
        host = self.counts[-1] if len(self.counts) > made else None
        self._host = host
        self._listing = Listing([host], "(") if host is not None else None
        for node in group.children:
            if isinstance(node, Branch):
                self._walk(node)
        self._end_listing()
        self._listing, self._host, self._pending, self._clock.frame = kept
        self._outside = outside + [count for count in self._outside[len(outside) :] if count.period == "other_year"]

    # Zeros and percentages

    def _zero(self, zero: Zero) -> None:
        meaning = zero.meaning
        count = Count(
            **self._sentence.place(zero.negation.start, zero.end),
            subject=meaning.subject,
            value=0,
            unit="",
            number_start=self._sentence.offset + zero.negation.start,
            number_end=self._sentence.offset + zero.negation.end,
            measure=meaning.measure,
            channel=meaning.channel,
            verb=meaning.verb,
            scope=self._whose.scope(self._speaker.word),
            period=self._clock.frame,
            topic=meaning.topic,
            zero_statement=True,
        )
        self.counts.append(count)

    def _percentage(self, words: Sequence[Word], at: int) -> None:
        if self._compared.moves(words, at):
            self._compared.add(words, at, self._outside)
            return
        ratio = ratio_at(self._sentence, words[at], self.counts)
        self.ratios.append(ratio)
        if ratio.value == 100 and ratio.subject in ("closed", "on_time_rate") and self._memory.family == "requests":
            place = {"paragraph": ratio.paragraph, "section": ratio.section, "start": ratio.start, "end": ratio.end}
            self.statements.append(
                Statement(
                    **place,  # type: ignore[arg-type]
                    subject="all_closed" if ratio.subject == "closed" else "all_on_time",
                    scope=self._whose.scope(self._speaker.word),
                    period=self._clock.frame,
                    topic=self._memory.topic,
                )
            )

    def _remember(self, clues: Clues, meant: Sequence[Meaning]) -> None:
        """What numbers after this one are of, where they do not say so themselves."""
        memory = self._memory
        subject = meant[0].subject
        nouns = clues.nouns
        family = clues.family
        if disputed(nouns) and family == "disputes":
            memory.family, memory.disputes, memory.disputes_topic = "disputes", disputed(nouns), meant[0].topic
        elif subject == "other":
            memory.family = "" if family else memory.family
        elif family == "documents":
            memory.family, memory.documents = "documents", nouns[-1].key
        elif not subject.startswith(("reconsideration", "litigation", "disputes")):
            known = family in ("", "requests") and not subject.startswith(("disclosed", "gazette"))
            memory.family = memory.family if memory.family == "documents" and not family else "requests" if known else family
        if family in ("elsewhere", "decisions", "publicity"):
            memory.topic = "other"
        memory.publishing |= "disclose" in clues.verbs


def _act(words: Sequence[Word]) -> str:
    """What is done with what is counted; that it is published or there says nothing about parts."""
    verbs = [word.key for word in words if word.type == "VERB" and word.key not in ("disclose", "happen")]
    return verbs[0] if verbs else ""


_TIMES = ("WHEN", "DATE", "PERIOD", "SCOPE", "NOT")
