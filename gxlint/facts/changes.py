"""Changes against an earlier figure: 同比增长 20%, 较上年的 30 件增加 6 件."""

from collections.abc import Sequence
from typing import Literal

from gxlint.facts.fact import Change, Count
from gxlint.facts.forms import Word
from gxlint.facts.numerals import number
from gxlint.facts.quantities import Frame, bound_before, frame_of
from gxlint.facts.sentence import Sentence

_ENDS_A_CLAUSE = frozenset(";。")
_FILLERS = ("", "了", "约", "近", "逾", "达", "了约", "了近", "幅度达", "幅度为", "超过", "为")


class Changes:
    """The changes of one sentence, read in text order."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._versus: Word | None = None
        self.found: list[Change] = []

    def compare(self, word: Word) -> None:
        """同比 or the like has been read: what follows is a change since then."""
        if self._versus is None or word.key:
            self._versus = word

    def compare_with(self, word: Word) -> None:
        """A time has been read that is compared with: 与上年相比, 与2023年持平."""
        text, year = self._sentence.text, self._sentence.year
        if text[word.start - 1 : word.start] not in tuple("与和同较比跟"):
            return
        last = word.key == "last_year" or (year is not None and text.startswith(str(year - 1), word.start))
        self._versus = Word("VERSUS", word.start - 1, word.end, "last_year" if last else "other")

    def forget(self) -> None:
        """What was compared with does not reach further."""
        self._versus = None

    def complete(self, counts: Sequence[Count]) -> None:
        """Once the sentence is read: last year's figure may stand behind the change, 比上年增长20%(上年为30件)."""
        for change in self.found:
            behind = next((count for count in counts if count.start >= change.end), None)
            if (
                change.now is not None
                and change.before is None
                and behind is not None
                and _earlier(behind, change.now)
                and not _ENDS_A_CLAUSE.intersection(self._between(change, behind))
            ):
                change.before = behind

    def _between(self, change: Change, count: Count) -> str:
        offset = self._sentence.offset
        return self._sentence.text[change.end - offset : count.start - offset]

    @property
    def comparing(self) -> bool:
        """Whether words before say what is compared with."""
        return self._versus is not None

    def moves(self, words: Sequence[Word], index: int) -> bool:
        """Whether the number at a place is the amount of a change: 增加 6 件, 增长 20%."""
        if self._moved(words, index) is None:
            return False
        if (
            words[index].type == "PERCENT"
            or self.comparing
            or any(word.type == "VERSUS" for word in words[:index])
        ):
            return True
        if index == 1:  # 收到36件,上年为30件,增加6件
            return True
        return words[index - 2].type in ("WHEN", "DATE")

    def add(self, words: Sequence[Word], index: int, counts: Sequence[Count]) -> None:
        """Take in the amount or percentage at a place."""
        move = self._moved(words, index)
        assert move is not None
        change = self._continued(move) or self._new(move, counts)
        word = words[index]
        offset = self._sentence.offset
        change.end = offset + word.end
        if word.type == "PERCENT":
            written = self._sentence.text[word.start : word.end - 1]
            change.percent, change.decimals = float(written), len(written.partition(".")[2])
            change.percent_start, change.percent_end = offset + word.start, offset + word.end - 1
            change.bound = change.bound or bound_before(self._sentence.text, word.start)
        elif (frame := frame_of(self._sentence.text, word)) is not None:
            self._amounts_to(change, frame)

    def same(self, move: Word, counts: Sequence[Count]) -> None:
        """与上年持平."""
        if self.comparing:
            self._new(move, counts)

    def _amounts_to(self, change: Change, frame: Frame) -> None:
        offset = self._sentence.offset
        change.amount, change.unit = number(self._sentence.text[frame.start : frame.end]), frame.unit
        change.amount_start, change.amount_end = offset + frame.start, offset + frame.end
        change.bound = change.bound or frame.bound

    def _moved(self, words: Sequence[Word], index: int) -> Word | None:
        """The word of change directly before a number."""
        if not index or words[index - 1].type != "MOVE":
            return None
        text, move = self._sentence.text, words[index - 1]
        between = text[move.end : words[index].start]
        to = text[move.end - 1] in "至到" or (between == "为" and words[index].type == "COUNT")  # 增至36件
        return move if between in _FILLERS and not to else None

    def _continued(self, move: Word) -> Change | None:
        """The change that is being told already: 增加 6 件,增长 20%."""
        last = self.found[-1] if self.found else None
        if (
            last is None
            or last.direction != int(move.key)
            or last.end + 1 < self._sentence.offset + move.start
        ):
            return None
        return last if last.percent is None else None

    def _new(self, move: Word, counts: Sequence[Count]) -> Change:
        now = next((count for count in reversed(counts) if count.period != "other_year"), None)
        before = None
        if now is not None:
            before = next((count for count in reversed(counts) if _earlier(count, now)), None)
        basis: Literal["last_year", "unclear"] = "unclear"
        if self._versus is not None and self._versus.key == "last_year":
            basis = "last_year"
        begin = self._versus.start if self._versus is not None else move.start
        change = Change(
            **self._sentence.place(min(begin, move.start), move.end),
            subject=now.subject if now is not None else "other",
            direction={"1": 1, "-1": -1}.get(move.key, 0),  # type: ignore[arg-type]
            basis=basis,
            now=now,
            before=before,
        )
        self.found.append(change)
        return change


def _earlier(count: Count, now: Count) -> bool:
    return count.period == "other_year" and count.unit == now.unit and count.subject in (now.subject, "other")
