"""The rule: data that says what it is, and one function that checks one node of the report."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Literal, Protocol, TypeAlias

from gxlint.model import Cell, Heading, Label, Paragraph, Report, Row, Section, Stray, Table, Title
from gxlint.rules.finding import Finding, NotApplicable, Outcome, Related, Undecided, Where
from gxlint.rules.info import Message, RuleInfo, Severity
from gxlint.source import Span

Place: TypeAlias = Cell | Row | Table | Section | Heading | Label | Paragraph | Title | Stray | Span


Reach: TypeAlias = Literal["nowhere", "figures", "paragraph", "noticed", "report"]
"""How far the words of a sentence reach in what a rule says.

``nowhere``: the rule looks at tables, headings or layout and at no sentence. ``figures``: it looks at facts, and at the
paragraphs they stand in, so that a paragraph that tells no figures is nothing to it. ``paragraph``: a paragraph of which it finds
nothing to say when it sees that one alone, with title and signature, adds nothing to what it says of the report. ``noticed``:
``notices`` tells what a paragraph is to it, and while that stays the same, so does all that it says; the last paragraph of a
report it looks at in any case.
``report``: anything else. While somebody types in a sentence, only what his words reach is looked at again.
"""


class Node(Protocol):
    """What ``wants`` may name: Report, Section, Table, Row, Cell or Paragraph of ``gxlint.model``."""


class SpeakingRule(RuleInfo):
    """A rule that can make findings; what calls upon it to do so is another matter."""

    def at(
        self,
        place: Place,
        message: str = "default",
        /,
        *,
        severity: Severity | None = None,
        span: Span | None = None,
        where: Where | None = None,
        related: Sequence[Related | Cell | Row | Label] = (),
        held_back: int = 0,
        **params: object,
    ) -> Finding:
        """A finding at a place. ``params`` fill the message; ``related`` cells and labels show themselves."""
        return Finding(
            rule=self,
            severity=severity or self.severity,
            message=self.messages[message],
            params=params,
            span=span or span_of(place),
            where=where or where_of(place),
            related=tuple(_related(item) for item in related),
            held_back=held_back,
        )


class Rule(SpeakingRule, ABC):
    """Base of all rules written in Python: the head and one ``check``.

    Attributes:
        wants: the kind of node handed to ``check``.
        table, section: restrict the walk to one table's or section's nodes.
        wants_previous: whether it looks at last year's report, which is read only for such rules.
        reach: how far the words of a sentence reach in what it says; the default is right for every rule.
    """

    wants: ClassVar[type] = Report
    table: ClassVar[str | None] = None
    section: ClassVar[str | None] = None
    wants_previous: ClassVar[bool] = False
    reach: ClassVar[Reach] = "report"

    @abstractmethod
    def check(self, node: Any, report: Report) -> Iterator[Outcome]:
        """Look at one node. Yield what was found; yielding nothing means that the check passed."""

    def notices(self, report: Report) -> object:
        """What a paragraph is to this rule; asked before and after somebody types in it, where ``reach`` is ``noticed``.

        Where both answers are equal, nothing that the rule says changes but the places. ``True`` equals nothing: the rule has
        to look at the report.

        Args:
            report: as if it had that one paragraph; its document is whole.
        """
        return True

    def undecided(self, place: Place | None, reason: Message, /, **params: object) -> Undecided:
        """Say that the check could not be made, and why."""
        return Undecided(self, reason, params, where_of(place) if place is not None else Where())

    def not_applicable(self) -> NotApplicable:
        """Say that there is nothing to check here."""
        return NotApplicable(self)


def span_of(place: Place) -> Span:
    """The stretch of text a finding at this place points at: the smallest that says it."""
    if isinstance(place, Span):
        return place
    if isinstance(place, Section):
        return place.heading.span
    if isinstance(place, Row):
        return place.label.span
    return place.span


def where_of(place: Place) -> Where:
    """The address of a place inside the form."""
    if isinstance(place, Cell):
        return Where(table=place.table, row=place.row, column=place.column)
    if isinstance(place, Row):
        return Where(table=place.table, row=place.key)
    if isinstance(place, Table):
        return Where(table=place.key)
    if isinstance(place, Section):
        return Where(section=place.key)
    return Where()


CELL_PLACE = Message("{label}:{raw}", "{label}: {raw}")
_LABEL = Message("{label}", "{label}")


def _related(item: Related | Cell | Row | Label) -> Related:
    if isinstance(item, Related):
        return item
    if isinstance(item, Cell):
        return Related(item.span, CELL_PLACE, {"label": item.address, "raw": item.raw or "空白"})
    if isinstance(item, Row):
        return Related(item.label.span, _LABEL, {"label": item.official})
    return Related(item.span, _LABEL, {"label": item.official})
