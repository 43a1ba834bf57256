"""Reports built by hand, and a session that checks bare text: no lexer, no grammar in between."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from gxlint.formats import Catalogue, official_formats
from gxlint.lint.linter import Result, lint
from gxlint.lint.ruleset import RuleSet, choose
from gxlint.lint.session import Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Cell, Heading, Label, Paragraph, Report, Row, Section, Signature, Table
from gxlint.readers.document import Document
from gxlint.readers.plain import read_plain
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.rules.plugins import load_plugins
from gxlint.source import SourceText, Span
from tests.rules.kit import make_plugin, make_rule

CATALOGUE = official_formats()
HEADING = "一、总体情况"
PROSE = "全年主动公开信息36条。"
GRANTED = ("(一)予以公开", "31", "0", "0", "0", "0", "0", "30")
RECEIVED = ("一、本年新收政府信息公开申请数量", "31", "0", "0", "0", "0", "0", "31")


def report(kind: Any = "report", form: str = "2021", catalogue: Catalogue = CATALOGUE) -> Report:
    """A report with a paragraph before its one section, one paragraph in it, and two rows of 表三."""
    lines = ["云泽县财政局向社会公布本报告。", HEADING, PROSE, "|".join(RECEIVED), "|".join(GRANTED)]
    document = read_plain(SourceText("\n".join(lines)), "report.txt")
    first, heading, prose, *rows = [Span(line.start, line.end) for line in document.lines]
    built = _bare(document, kind, form, catalogue)
    built.preamble = [Paragraph(lines[0], first)]
    built.sections = [_section(built, heading, prose)]
    built.tables = {"table_requests": _table(built, dict(zip(("received", "granted"), rows, strict=True)))}
    return built


def _bare(document: Document, kind: Any, form: str, catalogue: Catalogue) -> Report:
    found = catalogue.get(form)
    assert found is not None
    return Report(
        document=document,
        kind=kind,
        format=found,
        year=found.first_year,
        organisation=None,
        body_type=None,
        scope="own",
        title=None,
        period=None,
        signature=Signature(None, None, None, None),
        published=None,
        preamble=[],
        sections=[],
        tables={},
        furniture=[],
        other_headings=[],
        evidence=[],
    )


def _section(built: Report, heading: Span, prose: Span) -> Section:
    title = Heading("一", 1, "一、", HEADING[2:], heading, Span(heading.start + 2, heading.end))
    form = built.format.sections[0]
    return Section(
        form.key, form, title, "official", Span(heading.start, prose.end), [Paragraph(PROSE, prose)]
    )


def _table(built: Report, rows: Mapping[str, Span]) -> Table:
    form = built.format.table_forms["table_requests"]
    made = {}
    for key, span in rows.items():
        pieces = [match.span() for match in re.finditer(r"[^|]+", built.document.slice(span))]
        places = [Span(span.start + start, span.start + end) for start, end in pieces]
        texts = [built.document.slice(place) for place in places]
        label = Label(key, "row", texts[0], texts[0], "official", places[0])
        cells = tuple(
            Cell(form.key, key, column, text, int(text), "integer", place)
            for column, text, place in zip(form.blocks[0].columns, texts[1:], places[1:], strict=True)
        )
        made[key] = Row(form.key, key, label, cells, span, form, None, len(cells))
    whole = Span(min(span.start for span in rows.values()), max(span.end for span in rows.values()))
    return Table(form.key, form, whole, made, [])


def run(
    *rules: type[Rule],
    on: Report | None = None,
    fail_level: Severity = Severity.ERROR,
    catalogue: Catalogue = CATALOGUE,
    **chosen: Any,
) -> Result:
    """Lint a report with these rules."""
    ruleset = choose([rule() for rule in rules], **chosen)
    return lint(on or report(), ruleset, fail_level=fail_level, catalogue=catalogue)


def ruleset_of(*rules: type[Rule]) -> RuleSet:
    """All of these rules."""
    return choose([rule() for rule in rules])


class BareSession(Session):
    """Checks any text as a report without sections and tables, so that a test is about fixes alone."""

    def _build(self, document: Document, catalogue: Catalogue, year: int | None, body: str | None) -> Report:
        return _bare(document, "report", "2021", catalogue)


def bare_session(*rules: type[Rule], settings: Settings | None = None) -> BareSession:
    """A bare session with these rules."""
    plugins = load_plugins([("made", make_plugin(*rules))], installed=False, reserved=TOOL_RULES)
    assert plugins.failures == ()
    return BareSession(settings, plugins=plugins)


def document_of(text: str, encoding: str = "utf-8") -> Document:
    """A plain text document."""
    return read_plain(SourceText(text, encoding), "report.txt")


def replacing(
    code: str,
    pattern: str,
    new: str,
    *,
    severity: Severity = Severity.HINT,
    safe: bool = True,
) -> type[Rule]:
    """A rule that wants every match of a pattern in the text replaced."""

    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        for match in re.finditer(pattern, seen.text):
            finding = rule.at(Span(*match.span()), "got", got=match[0])
            yield finding.correct(new) if safe else finding.suggest(new)

    return make_rule(code, check, severity=severity)


def complaining(code: str, pattern: str, severity: Severity = Severity.ERROR) -> type[Rule]:
    """A rule that finds fault with every match of a pattern and offers nothing."""

    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        for match in re.finditer(pattern, seen.text):
            yield rule.at(Span(*match.span()))

    return make_rule(code, check, severity=severity)


UNSURE = Message("看不清", "illegible")
