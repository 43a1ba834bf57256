"""All facts of one report, each kind read when it is first asked for."""

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property, partial

from gxlint.facts.fact import (
    Change,
    Citation,
    Count,
    DateFact,
    Decree,
    DocumentNumber,
    Enumeration,
    Fact,
    PeriodFact,
    Ratio,
    Statement,
    Topic,
    YearOpening,
)
from gxlint.facts.listing import Enumerations
from gxlint.facts.memory import Memory
from gxlint.facts.narrator import Figures, Narrator
from gxlint.facts.recalling import recalled
from gxlint.facts.references import References, read_references
from gxlint.facts.scopes import Whose
from gxlint.facts.sentence import Sentence
from gxlint.facts.times import Times, read_times
from gxlint.model import Paragraph
from gxlint.source.record import Record

_REFERENCES = frozenset(("TITLE", "NUMBER", "DECREE"))
_TIMES = frozenset(("DATE", "PERIOD"))
_LISTS = frozenset(("ORDINAL", "ANNOUNCED"))


class Passage(Record, frozen=True):
    """The sentences of a paragraph, and what requests and disputes in it are about, by its heading."""

    topic: Topic
    disputes_topic: Topic
    sentences: list[Sentence]

    def identity(self, whose: Whose) -> tuple[Hashable, Paragraph]:
        """All that its figures depend on, and the paragraph it stands in."""
        paragraph, section, year = (
            self.sentences[0].paragraph,
            self.sentences[0].section,
            self.sentences[0].year,
        )
        return (paragraph.text, section, year, self.topic, self.disputes_topic, whose.identity), paragraph


class Facts:
    """The facts of a report by kind, each list in text order."""

    def __init__(self, parts: Sequence[Sequence[Passage]], whose: Whose) -> None:
        """Read from the passages of each part of a report."""
        self._parts = parts
        self._whose = whose

    @property
    def counts(self) -> list[Count]:
        """Every count, parts of others included."""
        return self._figures.counts

    @property
    def statements(self) -> list[Statement]:
        """What is said of all requests."""
        return self._figures.statements

    @property
    def ratios(self) -> list[Ratio]:
        """Percentages."""
        return self._figures.ratios

    @property
    def changes(self) -> list[Change]:
        """Changes against earlier figures."""
        return self._figures.changes

    @property
    def dates(self) -> list[DateFact]:
        """Dates, those of periods left out."""
        return self._times.dates

    @property
    def periods(self) -> list[PeriodFact]:
        """Stretches of time."""
        return self._times.periods

    @property
    def openings(self) -> list[YearOpening]:
        """Years at the head of sentences."""
        return self._times.openings

    @property
    def citations(self) -> list[Citation]:
        """Cited titles."""
        return self._references.citations

    @property
    def numbers(self) -> list[DocumentNumber]:
        """Document numbers, with a title or without."""
        return self._references.numbers

    @property
    def decrees(self) -> list[Decree]:
        """Decree numbers, with a title or without."""
        return self._references.decrees

    @cached_property
    def enumerations(self) -> list[Enumeration]:
        """Lists of items, announced or not."""
        found: list[Enumeration] = []
        for passages in self._parts:
            enumerations = Enumerations()
            for passage in passages:
                for sentence in passage.sentences:
                    if sentence.parsed.types & _LISTS:
                        enumerations.read(sentence)
            found += enumerations.found
        return found

    def of(self, *subjects: str, limited: bool = False) -> list[Count]:
        """Counts of these subjects, in text order; those of a portion only on request."""
        found = [item for subject in subjects for item in self._by_subject.get(subject, ())]
        if len(subjects) > 1:
            found.sort()
        return [self.counts[at] for at in found if limited or not self.counts[at].limited]

    def beside(self, fact: Fact) -> Sequence[Count]:
        """The counts of the paragraph that a fact stands in, in text order."""
        return self._by_paragraph.get(id(fact.paragraph), ())

    @cached_property
    def _by_subject(self) -> dict[str, list[int]]:
        """Where the counts of each subject stand in the list: rules ask for each statement of a long text."""
        places: dict[str, list[int]] = {}
        for at, count in enumerate(self.counts):
            places.setdefault(count.subject, []).append(at)
        return places

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Count]]:
        counts: dict[int, list[Count]] = {}
        for count in self.counts:
            counts.setdefault(id(count.paragraph), []).append(count)
        return counts

    def __iter__(self) -> Iterator[Fact]:
        """Every fact, kind by kind."""
        yield from self.counts
        yield from self.statements
        yield from self.ratios
        yield from self.changes
        yield from self.dates
        yield from self.periods
        yield from self.openings
        yield from self.citations
        yield from self.numbers
        yield from self.decrees
        yield from self.enumerations

    @cached_property
    def _figures(self) -> Figures:
        figures = Figures()
        for passages in self._parts:
            for passage in passages:
                if any(sentence.parsed.tells for sentence in passage.sentences):
                    figures.add(recalled(*passage.identity(self._whose), partial(self._read, passage)))
        return figures

    def _read(self, passage: Passage) -> Figures:
        figures = Figures()
        memory = Memory(passage.topic, disputes_topic=passage.disputes_topic)
        earlier: list[Count] = []
        for sentence in passage.sentences:
            if sentence.parsed.tells:
                earlier = Narrator(sentence, memory, self._whose, earlier, figures).read()
            elif "NOUN" in sentence.parsed.types:
                memory.mention(sentence.words)
        return figures

    @cached_property
    def _times(self) -> Times:
        times = Times()
        for sentence in self._sentences(_TIMES):
            read_times(sentence, times)
        return times

    @cached_property
    def _references(self) -> References:
        references = References()
        for sentence in self._sentences(_REFERENCES):
            read_references(sentence, references)
        return references

    def _sentences(self, types: frozenset[str]) -> Iterator[Sentence]:
        """The sentences with tokens of these types."""
        for passages in self._parts:
            for passage in passages:
                for sentence in passage.sentences:
                    if sentence.parsed.types & types:
                        yield sentence
