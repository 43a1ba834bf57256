"""What the words of a sentence that were read so far say about the next number."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gxlint.facts.changes import Changes
from gxlint.facts.fact import Count, Scope, TimeFrame
from gxlint.facts.forms import Word
from gxlint.facts.memory import Memory
from gxlint.facts.parts import Listing
from gxlint.facts.scopes import Speaker, Whose
from gxlint.facts.sentence import Sentence
from gxlint.facts.times import Clock


@dataclass(slots=True)
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

    sentence: Sentence
    memory: Memory
    whose: Whose
    clock: Clock = field(init=False)
    speaker: Speaker = field(init=False)
    changes: Changes = field(init=False)
    listing: Listing | None = None
    host: Count | None = None
    pending: Sequence[Word] = ()
    begin: int = 0
    counts: list[Count] = field(default_factory=list)
    outside: list[Count] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = Clock(self.sentence)
        self.speaker = Speaker(self.sentence)
        self.changes = Changes(self.sentence)

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
