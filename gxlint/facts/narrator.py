"""Reads the figures of a sentence: walks its tree in text order and keeps track of what the words say about them."""

from collections.abc import Callable, Sequence

from gxlint.facts.binding import bindings
from gxlint.facts.closing import closing_rate, closing_statement
from gxlint.facts.counting import Figure, can_count, counts_of, figure_of, zero_of
from gxlint.facts.fact import Change, Count, Ratio, Statement
from gxlint.facts.forms import Word
from gxlint.facts.memory import Memory
from gxlint.facts.parts import Listing, summed_up
from gxlint.facts.ratios import find_wholes, ratio_at
from gxlint.facts.scopes import Whose
from gxlint.facts.sentence import Sentence
from gxlint.facts.situation import Situation
from gxlint.facts.tree import Branch
from gxlint.facts.zeros import zeros
from gxlint.source.record import Record, made

_MAINLY = ("主要", "部分")
_AND_SO_ON = "等"


class _Plan(Record, frozen=True):
    """What the shape of its sentence settles about a phrase.

    ``groups`` are brackets by the number of words before them, ``figures`` numbers by their place among the words,
    ``rest`` the words behind the last number.
    """

    words: Sequence[Word]
    groups: dict[int, list[Branch]]
    figures: dict[int, Figure]
    numbered: bool
    rest: Sequence[Word]
    denies: bool


class Figures(Record):
    """The figures of a passage, or of all passages of a report."""

    counts: list[Count] = made(default_factory=list)
    statements: list[Statement] = made(default_factory=list)
    ratios: list[Ratio] = made(default_factory=list)
    changes: list[Change] = made(default_factory=list)

    def add(self, others: "Figures") -> None:
        """Take in the figures of one more passage."""
        self.counts += others.counts
        self.statements += others.statements
        self.ratios += others.ratios
        self.changes += others.changes


class Narrator:
    """Reads one sentence. ``memory`` is what the paragraph was about so far, and is kept up."""

    def __init__(
        self, sentence: Sentence, memory: Memory, whose: Whose, earlier: Sequence[Count], figures: Figures
    ) -> None:
        """Read into ``figures``; ``earlier`` are the totals of the sentence before."""
        self._now = Situation(sentence, memory, whose)
        self._text = sentence.text
        self._earlier = earlier
        self._figures = figures
        self._ratios: list[Ratio] = []
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

    def read(self) -> list[Count]:
        """Read the whole sentence.

        Returns:
            The totals so far, of which a next sentence may tell the parts.
        """
        now = self._now
        topic = now.memory.topic
        self._walk(now.sentence.tree)
        self._end_listing()
        if now.memory.topic != "disclosure":
            now.memory.topic = topic
        find_wholes(self._ratios, now.counts, self._earlier)
        now.changes.complete(now.counts)
        self._figures.ratios += self._ratios
        self._figures.counts += now.counts
        self._figures.changes += now.changes.found
        return [*self._earlier, *(count for count in now.counts if count.whole is None)]

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
                if now.listing is not None and not now.listing.stop():
                    self._end_listing()
            elif node.type == "OF_WHICH":
                self._begin_listing(node)

    # Phrases

    def _phrase(self, node: Branch) -> None:
        now = self._now
        plan: _Plan = node.plan
        if plan is None:
            plan = node.plan = self._plan(node)
        words, figures, groups = plan.words, plan.figures, plan.groups
        reach = -1  # how many words the number takes up that was made last
        for at, word in enumerate(words):
            if groups and at in groups:
                self._groups(groups[at], words[:at], counted=at <= reach)
            if at in figures:
                made = len(now.counts)
                self._count(figures[at])
                reach = at + 1 + len(figures[at].after) if len(now.counts) > made else -1
            elif (read := self._readers.get(word[0])) is not None:
                read(words, at)
        if groups and len(words) in groups:
            self._groups(groups[len(words)], words, counted=len(words) <= reach)
        self._conclude(plan)

    def _plan(self, node: Branch) -> "_Plan":
        """What is settled about a phrase by the shape of its sentence; brackets that hang on words are apart."""
        now = self._now
        words: list[Word] = []
        groups: dict[int, list[Branch]] = {}
        first = node.children[0]
        if not isinstance(first, Branch) and first.type == "EACH":
            # 行政复议、行政诉讼,分别为2件、1件; not 报告2条(中英文各1条)
            words += [word for word in now.pending if word.type != "COUNT"]
        for child in node.children:
            if isinstance(child, Branch):
                groups.setdefault(len(words), []).append(child)
            else:
                words.append(child)
        numbers = [at for at, word in enumerate(words) if word.type == "COUNT" and self._counts(words, at)]
        found = bindings(self._text, words, numbers) if numbers else ()
        figures = {
            at: figure for at, figure in ((each.at, figure_of(now, words, each)) for each in found) if figure
        }
        rest = words[numbers[-1] + 1 :] if numbers else words
        denies = not numbers and any(word.type == "NOT" for word in words)
        return _Plan(words, groups, figures, bool(numbers), rest, denies)

    def _counts(self, words: Sequence[Word], at: int) -> bool:
        return can_count(self._text, words[at]) and not self._now.changes.moves(words, at)

    def _conclude(self, plan: "_Plan") -> None:
        """What a phrase says besides its numbers."""
        now = self._now
        if (statement := closing_statement(now, plan.rest)) is not None:
            self._figures.statements.append(statement)
        if plan.denies:
            now.counts += [zero_of(now, zero) for zero in zeros(now.sentence, plan.words, now.memory)]
        if plan.numbered:
            now.pending = ()
        elif plan.words:
            now.pending = plan.words
            now.memory.mention(plan.words)

    # Words

    def _count(self, figure: Figure) -> None:
        now = self._now
        for count in counts_of(now, figure):
            self._place(count, figure.act_on_part)
            if figure.is_total and now.listing is None:
                summed_up(count, now.outside, count.label or "共")
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
        self._ratios.append(ratio)
        if (statement := closing_rate(now, words, at, ratio)) is not None:
            self._figures.statements.append(statement)

    def _compare(self, words: Sequence[Word], at: int) -> None:
        self._now.changes.compare(words[at])

    def _move(self, words: Sequence[Word], at: int) -> None:
        now, word = self._now, words[at]
        if word.key == "0":
            now.changes.same(word, now.outside)
        elif now.frame == "other_year" and (
            self._text[word.end - 1] in "到至" or self._text.startswith(("到", "至", "为"), word.end)
        ):
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
        return self._now.host or next(
            (other for other in reversed(self._now.counts) if other.whole is None), None
        )

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

    def _groups(self, groups: Sequence[Branch], words: Sequence[Word], *, counted: bool) -> None:
        """What stands in brackets behind these words: the parts of the number they end with, or their own number."""
        now = self._now
        pending, frame, begin = now.pending, now.clock.frame, now.begin
        now.pending = _last_member(self._text, words)
        for group in groups:
            if counted:
                self._inside(group)
            else:
                self._walk(group)
        now.pending, now.clock.frame, now.begin = pending, frame, begin

    def _inside(self, group: Branch) -> None:
        """A bracket behind a number."""
        now = self._now
        listing, host, outside = now.listing, now.host, now.outside
        now.host = outside[-1]
        now.listing = Listing([now.host], "(")
        now.outside = list(outside)
        self._walk(group)
        self._end_listing()
        # Last year's figure may stand in a bracket and be compared with outside.
        outside += [count for count in now.outside[len(outside) :] if count.period == "other_year"]
        now.listing, now.host, now.outside = listing, host, outside


def _last_member(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """The words behind the last 、: what a bracket with a number alone is of, as in 予以公开(14件)、部分公开(5件)."""
    for at in range(len(words) - 1, 0, -1):
        if "、" in text[words[at - 1].end : words[at].start]:
            return words[at:]
    return words
