"""Reads the figures of a sentence: walks its tree in text order and binds each number to the words around it."""

from collections.abc import Iterator, Sequence

from gxlint.facts.changes import Changes
from gxlint.facts.closing import closing_statement
from gxlint.facts.fact import Count, Ratio, Statement
from gxlint.facts.forms import Word
from gxlint.facts.meaning import FAMILIES, Clues, Meaning, Memory, disputed, meanings
from gxlint.facts.parts import Listing
from gxlint.facts.quantities import Quantity, quantity
from gxlint.facts.ratios import ratio_at
from gxlint.facts.scopes import Speaker, Whose
from gxlint.facts.sentence import Sentence
from gxlint.facts.times import Clock
from gxlint.facts.tree import Branch
from gxlint.facts.zeros import Zero, zero_meanings

_NAMING = ("NOUN", "OUTCOME", "RESULT", "CHANNEL", "MEDIUM")
_TELLING = ("carry", "pending", "close", "receive", "handle", "issue", "repeal", "in_force", "disclose")
_SUMS = frozenset(("", "共", "共计", "合计", "总计", "计", "累计", "为", "是", "达", "共有", "总数", "总数为", "数量", "数量为", "均为", "共为", "一共"))
_OPEN_ENDED = ("等", "主要", "多为", "部分为", "例如", "比如", "以及其他")
_IN = ("中", "里", "内", "中,", "中有")


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
        self._changes = Changes(sentence)
        self._listing: Listing | None = None
        self._pending: list[Word] = []
        self._host: Count | None = None
        self.counts: list[Count] = []
        self.ratios: list[Ratio] = []
        self.statements: list[Statement] = []

    @property
    def changes(self) -> list:
        return self._changes.found

    def read(self) -> None:
        """Read the whole sentence."""
        self._walk(self._sentence.tree)
        self._end_listing()
