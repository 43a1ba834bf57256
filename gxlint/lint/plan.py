"""Who gets which node: worked out once for a set of rules and a format, so that a walk only follows lists."""

from collections.abc import Callable, Container, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from gxlint.formats import Catalogue, Format
from gxlint.model import Cell, Paragraph, Report, Row, Section, Table
from gxlint.rules import Outcome, Reach, Rule, RuleInfo
from gxlint.source.record import Record

Check: TypeAlias = Callable[[object, Report], Iterable[Outcome]]


class Entry(Record, frozen=True):
    """A rule and its bound check. ``place`` is its position in the set of rules."""

    place: int
    rule: Rule
    check: Check


Entries: TypeAlias = tuple[Entry, ...]


class TableEntries(NamedTuple):
    """Who looks at one table, at each of its rows and at each of its cells."""

    table: Entries
    row: Entries
    cell: Entries


class SectionEntries(NamedTuple):
    """Who looks at one section and at each of its paragraphs."""

    section: Entries
    paragraph: Entries


class Reached(NamedTuple):
    """The rules by how far the words of a sentence reach in what they say; those that want all of a report as a plan.

    Rules of which a paragraph is enough all want a report: they are handed one with a single paragraph.
    """

    nowhere: Entries
    figures: Entries
    paragraph: Entries
    noticed: Entries
    report: "Plan"


class Plan:
    """The dispatch table. ``catalogue`` is the one it was made for."""

    def __init__(
        self,
        rules: Sequence[Rule],
        form: Format,
        catalogue: Catalogue,
        *,
        without: Container[str] = (),
    ) -> None:
        """Sort the rules that hold for this format by the nodes they look at; leave out those of some codes."""
        self.catalogue = catalogue
        self._form = form
        self._entries = [
            Entry(place, rule, rule.check)
            for place, rule in enumerate(rules)
            if rule.code not in without and holds_for(rule, form, catalogue)
        ]
        self._sort(self._entries)

    def _sort(self, entries: Sequence[Entry]) -> None:
        form = self._form
        self.report = _wanting(entries, Report)
        self.preamble = _wanting(entries, Paragraph)
        self._elsewhere = SectionEntries(_wanting(entries, Section), self.preamble)
        self._sections = {
            section.key: SectionEntries(
                _wanting(entries, Section, section.table, section.key),
                _wanting(entries, Paragraph, section.table, section.key),
            )
            for section in form.sections
        }
        self._tables = {
            table.key: TableEntries(
                *(_wanting(entries, node, table.key, table.section) for node in (Table, Row, Cell))
            )
            for table in form.tables
        }
        self._no_table = TableEntries(*(_wanting(entries, node) for node in (Table, Row, Cell)))

    @cached_property
    def reach(self) -> Reached:
        """The same rules, for when somebody types in a sentence."""
        entries: dict[Reach, list[Entry]] = {}
        for entry in self._entries:
            alone = entry.rule.reach != "paragraph" or entry.rule.wants is Report
            entries.setdefault(entry.rule.reach if alone else "report", []).append(entry)
        reaches: tuple[Reach, ...] = ("nowhere", "figures", "paragraph", "noticed")
        nowhere, figures, paragraph, noticed = (tuple(entries.get(reach, ())) for reach in reaches)
        return Reached(nowhere, figures, paragraph, noticed, self.only(entries.get("report", ())))

    def only(self, entries: Sequence[Entry]) -> "Plan":
        """A plan for some of the rules."""
        plan = Plan((), self._form, self.catalogue)
        plan._sort(entries)
        return plan

    def section(self, key: str) -> SectionEntries:
        """Who looks at a section; one the format does not have is for rules without a restriction."""
        return self._sections.get(key, self._elsewhere)

    def table(self, key: str) -> TableEntries:
        """Who looks at a table; one the format does not have is for rules without a restriction."""
        return self._tables.get(key, self._no_table)


def holds_for(rule: RuleInfo, form: Format, catalogue: Catalogue) -> bool:
    """Whether a rule holds for a format: it names none, this one, or this or an earlier one with a ``+``."""
    return not rule.formats or any(_covers(key, form, catalogue) for key in rule.formats)


def _covers(key: str, form: Format, catalogue: Catalogue) -> bool:
    if not key.endswith("+"):
        return key == form.key
    first = catalogue.get(key[:-1])
    return first is not None and form.first_year >= first.first_year


def _wanting(
    entries: Iterable[Entry], node: type, table: str | None = None, section: str | None = None
) -> Entries:
    return tuple(
        entry
        for entry in entries
        if entry.rule.wants is node
        and entry.rule.table in (None, table)
        and entry.rule.section in (None, section)
    )
