"""The rule: data that says what it is, and one function that checks one node of the report."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal, NamedTuple, Protocol, TypeAlias

from gxlint import __version__
from gxlint.formats import Source
from gxlint.model import Cell, Heading, Label, Paragraph, Report, Row, Section, Stray, Table, Title
from gxlint.rules.finding import (
    Edit,
    Finding,
    Fix,
    Message,
    NotApplicable,
    Outcome,
    Related,
    Severity,
    Undecided,
    Where,
)
from gxlint.source import Span

__all__ = [
    "ALL_FORMATS",
    "Edit",
    "Examples",
    "Finding",
    "Fix",
    "Message",
    "NotApplicable",
    "Origin",
    "Outcome",
    "Place",
    "Related",
    "Rule",
    "RuleInfo",
    "Severity",
    "Source",
    "Undecided",
    "Where",
]

Place: TypeAlias = Cell | Row | Table | Section | Heading | Label | Paragraph | Title | Stray | Span
ALL_FORMATS: tuple[str, ...] = ()


class Origin(NamedTuple):
    """The package a rule came in."""

    package: str
    version: str


class Examples(NamedTuple):
    """The fragments under ``Wrong:`` and ``Right:`` of a rule's docstring, ``⟦ ⟧`` left in."""

    wrong: str
    right: str


class Node(Protocol):
    """What ``wants`` may name: Report, Section, Table, Row, Cell or Paragraph of ``gxlint.model``."""


class RuleInfo:
    """The head of a rule: everything that can be said about it without a report. It can make findings.

    The docstring's first paragraph says what must hold; after ``Wrong:`` and ``Right:`` stand fragments that
    are tests and become the rule's page, ``⟦ ⟧`` marking the place.

    Attributes:
        code: prefix and three digits, e.g. ``CN305``.
        name: kebab-case name of the defect, e.g. ``row-total``.
        severity: what it is reported as unless the finding or the configuration says otherwise.
        source: what the rule rests on.
        messages: templates by id; ``default`` is the one used when none is named.
        formats: keys of the formats it holds for, ``2021+`` for a format and all later ones; empty for all.
        status, since: how settled the rule is and the version it came in.
        aliases: former codes and names.
        url: the rule's page.
        origin: the package it came in; set when it is registered.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    source: ClassVar[Source | tuple[Source, ...]]
    messages: ClassVar[Mapping[str, Message]]
    formats: ClassVar[tuple[str, ...]] = ALL_FORMATS
    status: ClassVar[Literal["preview", "stable", "deprecated"]] = "stable"
    since: ClassVar[str] = "0.1"
    aliases: ClassVar[tuple[str, ...]] = ()
    url: ClassVar[str] = ""
    origin: Origin = Origin("gxlint", __version__)

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

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources, in one shape."""
        return (self.source,) if isinstance(self.source, Source) else self.source

    @property
    def summary(self) -> str:
        """First line of the docstring: what must hold."""
        return (self.__doc__ or "").strip().partition("\n")[0].strip()

    @property
    def examples(self) -> Examples:
        """The fragments of the docstring, without their indentation; empty where it has none."""
        from gxlint.rules.docstring import examples_of

        return examples_of(self.__doc__ or "")

    def __repr__(self) -> str:
        return f"<{self.code} {self.name}>"


class Rule(RuleInfo, ABC):
    """Base of all rules written in Python: the head and one ``check``.

    Attributes:
        wants: the kind of node handed to ``check``.
        table, section: restrict the walk to one table's or section's nodes.
    """

    wants: ClassVar[type] = Report
    table: ClassVar[str | None] = None
    section: ClassVar[str | None] = None

    @abstractmethod
    def check(self, node: Any, report: Report) -> Iterator[Outcome]:
        """Look at one node. Yield what was found; yielding nothing means that the check passed."""

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
