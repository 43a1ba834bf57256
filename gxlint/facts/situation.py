"""What the words of a sentence that were read so far say about the next number."""

from typing import TYPE_CHECKING

from gxlint.facts.changes import Changes
from gxlint.facts.fact import Count, Scope, TimeFrame
from gxlint.facts.memory import Memory
from gxlint.facts.scopes import Speaker, Whose
from gxlint.facts.sentence import Sentence
from gxlint.facts.times import Clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.facts.forms import Word
    from gxlint.facts.parts import Listing


class Situation:
    """Where the reading of a sentence stands.

    Attributes:
        memory: what the paragraph was about so far.
        listing: the list of parts being read, if any.
        host: the number on which the bracket hangs that is being read.
        pending: the words of the phrase before, where it had no number.
        begin: where the phrase begins.
        outside: the counts that no closed bracket holds.
    """

    def __init__(self, sentence: Sentence, memory: Memory, whose: Whose) -> None:
        self.sentence, self.memory, self.whose = sentence, memory, whose
        self.clock = Clock(sentence)
        self.speaker = Speaker(sentence)
        self.changes = Changes(sentence)
        self.listing: Listing | None = None
        self.host: Count | None = None
        self.pending: Sequence[Word] = ()
        self.begin = 0
        self.counts: list[Count] = []
        self.outside: list[Count] = []

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentence.text

    @property
    def frame(self) -> TimeFrame:
        """The time that is spoken of."""
        return self.clock.frame

    def scope(self, subject: str = "") -> Scope:
        """Whose figures are spoken of; ``subject`` are the words before the verb."""
        return self.whose.scope(self.speaker.word, subject)
