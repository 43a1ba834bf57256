"""Whether the rules find what is marked in the corpus, and nothing else."""

import re
from collections.abc import Iterator

from gxlint.model import Report
from gxlint.readers.plain import read_plain
from gxlint.rules import Finding
from gxlint.source import SourceText, Span
from gxlint.testing.fragments import session
from tests.corpus.build import draft, mistakes
from tests.corpus.findings import checked, findings
from tests.corpus.plan import Entry, Mistake

KNOWN = frozenset(rule.code for rule in session().plugins.rules)
_GRAVE = ("error", "warning")


def missed(entry: Entry) -> list[Mistake]:
    """The marked mistakes that no finding of their rule touches; those of rules not yet there are left out."""
    report = checked(entry).report
    assert report is not None
    return [item for item in mistakes(entry) if item.code in KNOWN and not _is_found(item, entry, report)]


def false_alarms(entry: Entry) -> list[Finding]:
    """What should not be reported: all that is not marked; in a faulty report hints and infos may be more."""
    meant = {code for mistake in entry.mistakes for code in (mistake.code, *mistake.also)}
    if entry.clean:
        return [
            item for item in findings(entry) if item.severity in _GRAVE or item.rule.code not in entry.remarks
        ]
    return [item for item in findings(entry) if item.severity in _GRAVE and item.rule.code not in meant]


def lost_prose(entry: Entry) -> list[str]:
    """Paragraphs of the plan that the report, as it was read, does not have; it may have them in pieces."""
    report = checked(entry).report
    assert report is not None
    read = "".join(_dense(paragraph.text) for paragraph in report.prose())
    made = draft(entry)
    written = (*made.preamble, *(text for section in made.sections for text in section.paragraphs))
    return [text for text in written if _dense(read_plain(SourceText(text), "").text) not in read]


def shown(items: list[Finding]) -> list[str]:
    """Findings for people."""
    return [f"{item.rule.code} {item.severity} {item.text()}" for item in items]


def _is_found(mistake: Mistake, entry: Entry, report: Report) -> bool:
    found = [item for item in findings(entry) if item.rule.code == mistake.code]
    return any(_touches(item, place) for place in _places(report, mistake.at) for item in found)


def _places(report: Report, at: str) -> Iterator[Span]:
    """Every stretch of the report that reads so, or the cell of that address."""
    text = report.document.text
    if at == "any":
        yield Span(0, len(text))
        return
    cell = report.cell(at) if at.startswith("table_") else None
    if cell is not None:
        yield cell.span
        return
    wanted = _dense(read_plain(SourceText(at), "").text)
    kept = [place for place, char in enumerate(text) if not char.isspace()]
    places = [found.start() for found in re.finditer(re.escape(wanted), _dense(text))]
    assert places, f"{report.document.path} does not read {at!r}"
    for place in places:
        yield Span(kept[place], kept[place + len(wanted) - 1] + 1)


def _dense(text: str) -> str:
    return "".join(char for char in text if not char.isspace())


def _touches(item: Finding, place: Span) -> bool:
    spans = [item.span, *(related.span for related in item.related)]
    return any(span.start <= place.end and place.start <= span.end for span in spans)
