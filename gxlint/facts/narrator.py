"""Reads the figures of a sentence: walks its tree in text order and keeps track of what the words say about them."""

from collections.abc import Callable, Sequence

from gxlint.facts.binding import Binding, bindings
from gxlint.facts.closing import closing_rate, closing_statement
from gxlint.facts.counting import act, can_count, counts_of, is_total, zero_of
from gxlint.facts.fact import Count, Ratio, Statement
from gxlint.facts.forms import Word
from gxlint.facts.memory import Memory
from gxlint.facts.parts import Listing, summed_up
from gxlint.facts.ratios import ratio_at
from gxlint.facts.scopes import Whose
from gxlint.facts.sentence import Sentence
from gxlint.facts.situation import Situation
from gxlint.facts.tree import Branch
from gxlint.facts.zeros import zeros

_MAINLY = ("主要", "部分")
_AND_SO_ON = "等"


class Narrator:
    """Reads one sentence. ``memory`` is what the paragraph was about so far, and is kept up."""

    def __init__(self, sentence: Sentence, memory: Memory, whose: Whose, earlier: Sequence[Count]) -> None:
        self._now = Situation(sentence, memory, whose)
        self._text = sentence.text
        self._earlier = earlier
        self.counts = self._now.counts
        self.changes = self._now.changes.found
        self.ratios: list[Ratio] = []
        self.statements: list[Statement] = []
        self._readers: dict[str, Callable[[Sequence[Word], int], None]] = {
            "COUNT": self._amount,
            "PERCENT": self._percentage,
            "VERSUS": self._compare,
            "MOVE": self._move,
            "WHEN": self._time,
            "DATE": self._time,
            "PERIOD": self._time,
            "SCOPE": self._speaker,
            "NOUN": self._noun,
        }

    def read(self) -> None:
        """Read the whole sentence."""
        memory = self._now.memory
        topic = memory.topic
        self._walk(self._now.sentence.tree)
        self._end_listing()
        if memory.topic != "disclosure":
            memory.topic = topic

    def _walk(self, tree: Branch) -> None:
        now = self._now
        for node in tree.children:
            if isinstance(node, Branch):
                if node.rule == "phrase":
                    if node.children:
                        self._phrase(node)
                else:
                    self._walk(node)
                continue
            now.begin = node.end
            if node.type == "STOP":
                now.changes.forget()
            elif node.type == "OF_WHICH":
                self._begin_listing(node)

    # Phrases

    def _phrase(self, node: Branch) -> None:
        now = self._now
        words: list[Word] = []
        groups: dict[int, list[Branch]] = {}
        if node.children[0].__class__ is Word and node.children[0][0] == "EACH":
            words += now.pending  # 行政复议、行政诉讼,分别为2件、1件
        for child in node.children:
            if isinstance(child, Branch):
                groups.setdefault(len(words), []).append(child)
            else:
                words.append(child)
        numbers = [at for at, word in enumerate(words) if word.type == "COUNT" and self._counts(words, at)]
        bound = {found.index: found for found in bindings(self._text, words, numbers)} if numbers else {}
        made = len(now.counts)
        for at, word in enumerate(words):
            if groups and at in groups:
                self._groups(groups[at], made)
            if at in bound:
                self._count(words, bound[at])
            elif (read := self._readers.get(word.type)) is not None:
                read(words, at)
        if groups and len(words) in groups:
            self._groups(groups[len(words)], made)
        self._conclude(words, numbers)

    def _counts(self, words: Sequence[Word], at: int) -> bool:
        return can_count(self._text, words[at]) and not self._now.changes.moves(words, at)

    def _conclude(self, words: Sequence[Word], numbers: Sequence[int]) -> None:
        """What a phrase says besides its numbers."""
        now = self._now
        rest = words[numbers[-1] + 1 :] if numbers else words
        if (statement := closing_statement(now, rest)) is not None:
            self.statements.append(statement)
        if numbers:
            now.pending = ()
            return
        if any(word.type == "NOT" for word in words):
            now.counts += [zero_of(now, zero) for zero in zeros(now.sentence, words, now.memory)]
        if words:
            now.pending = words
            now.memory.mention(words)

    # Words

    def _count(self, words: Sequence[Word], binding: Binding) -> None:
        now = self._now
        for count in counts_of(now, words, binding):
            self._place(count, act(binding.before))
            if now.listing is None and is_total(count, binding):
                summed_up(count, now.outside, count.label)
            now.counts.append(count)
            now.outside.append(count)

    def _amount(self, words: Sequence[Word], at: int) -> None:
        """A number that counts nothing: the amount of a change, or none of our business."""
        if self._now.changes.moves(words, at):
            self._now.changes.add(words, at, self._now.outside)

    def _percentage(self, words: Sequence[Word], at: int) -> None:
        now = self._now
        if now.changes.moves(words, at):
            now.changes.add(words, at, now.outside)
            return
        ratio = ratio_at(now.sentence, words[at], now.counts)
        self.ratios.append(ratio)
        if (statement := closing_rate(now, ratio)) is not None:
            self.statements.append(statement)

    def _compare(self, words: Sequence[Word], at: int) -> None:
        self._now.changes.compare(words[at])

    def _move(self, words: Sequence[Word], at: int) -> None:
        now, word = self._now, words[at]
        if word.key == "0":
            now.changes.same(word, now.outside)
        elif now.frame == "other_year" and self._text[word.end : word.end + 1] in ("到", "至"):
            now.clock.frame = "this_year"  # 由上年的30件增加到36件

    def _time(self, words: Sequence[Word], at: int) -> None:
        following = words[at + 1] if at + 1 < len(words) else None
        self._now.clock.read(words[at], words[at - 1] if at else None, following)
        if following is not None and following.type in ("VERSUS", "MOVE"):
            self._now.changes.compare_with(words[at])

    def _speaker(self, words: Sequence[Word], at: int) -> None:
        self._now.speaker.read(words[at], words[at - 1].end if at else self._now.begin)

    def _noun(self, words: Sequence[Word], at: int) -> None:
        if words[at].key == "request":
            self._now.memory.topic = "disclosure"

    # Parts

    def _place(self, count: Count, act: str) -> None:
        """Find out whether a count is a part of another."""
        now = self._now
        if count.subject == "carried_over" and (whole := self._including(count)) is not None:
            whole.includes_last_year = True
        elif now.listing is not None and not now.listing.takes(count, act):
            now.listing.refuse(count)
            self._end_listing()

    def _including(self, count: Count) -> Count | None:
        """The total that says it includes this one: 38件(含上年结转2件)."""
        offset = self._now.sentence.offset
        said = self._text[max(0, count.start - offset - 4) : count.number_start - offset]
        if "含" not in said and "包括" not in said and "其中" not in said:
            return None
        return self._now.host or next((other for other in reversed(self.counts) if other.whole is None), None)

    def _begin_listing(self, word: Word) -> None:
        self._end_listing()
        now = self._now
        candidates = [now.host] if now.host is not None else now.counts or self._earlier
        now.listing = Listing(candidates, self._text[word.start : word.end])
        now.listing.open_ended |= self._text.startswith(_MAINLY, word.end)

    def _end_listing(self) -> None:
        listing, self._now.listing = self._now.listing, None
        if listing is not None and listing.parts:
            end = listing.parts[-1].end - self._now.sentence.offset
            listing.open_ended |= self._text.startswith(_AND_SO_ON, end)
            listing.close()

    def _groups(self, groups: Sequence[Branch], made: int) -> None:
        """What stands in brackets: mostly the parts of the number before."""
        now = self._now
        kept = now.listing, now.host, now.pending, now.clock.frame, now.begin
        outside = now.outside
        now.host = now.counts[-1] if len(now.counts) > made else None
        for group in groups:
            now.outside = list(outside)
            now.listing = Listing([now.host], "(") if now.host is not None else None
            self._walk(group)
            self._end_listing()
            # Last year's figure may stand in a bracket and be compared with outside.
            outside += [count for count in now.outside[len(outside) :] if count.period == "other_year"]
        now.outside = outside
        now.listing, now.host, now.pending, now.clock.frame, now.begin = kept
