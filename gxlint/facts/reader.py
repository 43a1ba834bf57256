"""From a report to its facts."""

import re
from collections.abc import Iterator

from gxlint.facts.fact import Count, DateFact, PeriodFact, Topic
from gxlint.facts.facts import Facts
from gxlint.facts.listing import Enumerations
from gxlint.facts.meaning import Memory
from gxlint.facts.narrator import Narrator
from gxlint.facts.references import read_references
from gxlint.facts.scopes import Whose
from gxlint.facts.sentence import Sentence, sentences
from gxlint.facts.times import read_times
from gxlint.model import Paragraph, Report

_REFERENCES = frozenset(("TITLE", "NUMBER", "DECREE"))
_TIMES = frozenset(("DATE", "PERIOD"))
_LISTS = frozenset(("ORDINAL", "ANNOUNCED"))
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|\d{1,2}[.、]|\(\d{1,2}\))?([^。;:!?,]{2,24})"
)
_ON_REQUEST = re.compile("申请")
_DISPUTES = re.compile("复议|诉讼")


def facts_of(report: Report) -> Facts:
    """The facts of a report, read when first asked for."""
    return report.once(_read)


def _read(report: Report) -> Facts:
    facts = Facts()
    whose = Whose(report)
    for section, paragraphs in _sections(report):
        enumerations = Enumerations()
        topic: Topic = "disclosure" if section in ("requests", "disputes") else "unclear"
        for paragraph in paragraphs:
            topic = _topic(paragraph, topic, section)
            _read_paragraph(report, paragraph, section, Memory(topic), whose, facts, enumerations)
        facts.enumerations += enumerations.found
    return facts


def _sections(report: Report) -> Iterator[tuple[str, list[Paragraph]]]:
    yield "preamble", report.preamble
    for section in report.sections:
        yield section.key, section.paragraphs


def _topic(paragraph: Paragraph, topic: Topic, section: str) -> Topic:
    """What a paragraph is about, by the heading it opens with or that stands over it."""
    if section in ("requests", "disputes"):
        return "disclosure"
    text = paragraph.text
    match = _HEADING.match(text)
    if match is None or not (match.start(1) > 0 or match.end() == len(text)):
        return topic
    return "disclosure" if _ON_REQUEST.search(match[1]) or _DISPUTES.search(match[1]) else "unclear"


def _read_paragraph(
    report: Report,
    paragraph: Paragraph,
    section: str,
    memory: Memory,
    whose: Whose,
    facts: Facts,
    enumerations: Enumerations,
) -> None:
    earlier: list[Count] = []
    for sentence in sentences(paragraph, section, report.year):
        types = sentence.parsed.types
        if sentence.parsed.tells:
            earlier = _read_figures(sentence, memory, whose, earlier, facts)
        elif "NOUN" in types:
            memory.mention(sentence.words)
        if types & _REFERENCES:
            read_references(sentence, facts)
        if types & _TIMES:
            _read_times(sentence, facts)
        if types & _LISTS:
            enumerations.read(sentence)


def _read_figures(
    sentence: Sentence, memory: Memory, whose: Whose, earlier: list[Count], facts: Facts
) -> list[Count]:
    narrator = Narrator(sentence, memory, whose, earlier)
    narrator.read()
    facts.counts += narrator.counts
    facts.ratios += narrator.ratios
    facts.changes += narrator.changes
    facts.statements += narrator.statements
    return [count for count in narrator.counts if count.whole is None] or earlier


def _read_times(sentence: Sentence, facts: Facts) -> None:
    for found in read_times(sentence):
        if isinstance(found, DateFact):
            facts.dates.append(found)
        elif isinstance(found, PeriodFact):
            facts.periods.append(found)
        else:
            facts.openings.append(found)
