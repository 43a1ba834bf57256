"""Accepted exceptions of a configuration, and whether they mean a finding."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from gxlint.lint.acceptance.accepted import Use, address_of
from gxlint.lint.config.config import Config, Entry
from gxlint.lint.config.globs import path_matches
from gxlint.model import Report
from gxlint.rules import Finding, RuleInfo, Undecided, Where
from gxlint.rules.selectors import named_rule
from gxlint.source.view import normalise


class _Known(NamedTuple):
    """An entry whose rule exists, its number in the configuration, and its text as the view would have it."""

    place: int
    entry: Entry
    code: str
    text: str


class Entries:
    """The entries of one configuration that can hold at all: their rule exists and their time is not over."""

    def __init__(self, config: Config, rules: Sequence[RuleInfo], today: date) -> None:
        """Look up the rules. ``rules`` are all there are, the tool's own among them."""
        self._config = config
        self._known = tuple(
            _Known(place, entry, rule.code, _squeezed(normalise(entry.text).text))
            for place, entry in enumerate(config.accept)
            if (rule := named_rule(entry.code, rules)) is not None and not is_over(entry, today)
        )

    def for_file(self, path: str) -> "FileEntries":
        """The entries for a file."""
        relative = self._config.relative(path)
        return FileEntries(
            self._config.path, [known for known in self._known if path_matches(known.entry.file, relative)]
        )


class FileEntries:
    """The entries for one file; remembers which of them met a finding."""

    def __init__(self, config: str, known: Sequence[_Known]) -> None:
        self._config, self._known = config, known
        self._used: set[int] = set()

    def accepting(self, finding: Finding, report: Report) -> Entry | None:
        """The first entry that means a finding."""
        found = [known for known in self._known if _means(known, finding, report)]
        self._used.update(known.place for known in found)
        return found[0].entry if found else None

    def accepting_open(self, item: Undecided) -> bool:
        """Whether an entry means a check that could not be made, which then is not asked for."""
        found = [known for known in self._known if not known.text and _is_about(known, item.rule, item.where)]
        self._used.update(known.place for known in found)
        return bool(found)

    def uses(self, ran: Iterable[str]) -> tuple[Use, ...]:
        """Which entries met a finding; of the others only those whose rules ran to the end, given by code."""
        codes = frozenset(ran)
        return tuple(
            Use(self._config, known.place, known.place in self._used)
            for known in self._known
            if known.place in self._used or known.code in codes
        )


def means(entry: Entry, finding: Finding, report: Report) -> bool:
    """Whether an entry, of which the rule is named by its code, means a finding."""
    return _means(_Known(0, entry, entry.code, _squeezed(normalise(entry.text).text)), finding, report)


def is_over(entry: Entry, today: date) -> bool:
    """Whether the time of an entry is over."""
    return entry.until is not None and entry.until < today


def _means(known: _Known, finding: Finding, report: Report) -> bool:
    if not _is_about(known, finding.rule, finding.where):
        return False
    return not known.text or _stands_there(known.text, finding, report)


def _is_about(known: _Known, rule: RuleInfo, where: Where) -> bool:
    entry = known.entry
    if rule.code != known.code or (entry.section and entry.section != where.section):
        return False
    return not entry.address or f"{address_of(where)}.".startswith(f"{entry.address.rstrip('.')}.")


def _stands_there(text: str, finding: Finding, report: Report) -> bool:
    """Whether the text, without white space, overlaps the place of a finding."""
    whole = report.text
    first = whole.rfind("\n", 0, finding.span.start) + 1
    last = whole.find("\n", finding.span.end)
    around = whole[first : last if last >= 0 else len(whole)]
    start, end = (len(_squeezed(around[: at - first])) for at in finding.span)
    line = _squeezed(around)
    at = line.find(text)
    while at >= 0:
        if at < max(end, start + 1) and start < at + len(text):
            return True
        at = line.find(text, at + 1)
    return False


def _squeezed(text: str) -> str:
    return "".join(text.split())
