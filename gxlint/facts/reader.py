"""From a report to its facts."""

import re
from collections.abc import Sequence

from gxlint.facts.fact import Topic
from gxlint.facts.facts import Facts, Passage
from gxlint.facts.scopes import Whose
from gxlint.facts.sentence import sentences
from gxlint.model import Paragraph, Report

_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|\d{1,2}[.、]|\(\d{1,2}\))?([^。;:!?,]{2,24})"
)
_ABOUT_REQUESTS = re.compile("申请|复议|诉讼")


def facts_of(report: Report) -> Facts:
    """The facts of a report, read when first asked for."""
    return report.once(_read)


def _read(report: Report) -> Facts:
    parts = [_passages(report, "preamble", report.preamble)]
    parts += [_passages(report, section.key, section.paragraphs) for section in report.sections]
    return Facts(parts, Whose(report))


def _passages(report: Report, section: str, paragraphs: Sequence[Paragraph]) -> list[Passage]:
    found = []
    topic: Topic = "disclosure" if section in ("requests", "disputes") else "unclear"
    disputes: Topic = "disclosure" if section == "disputes" else "unclear"
    for paragraph in paragraphs:
        if section not in ("requests", "disputes"):
            topic = _topic(paragraph.text, topic)
        found.append(Passage(topic, disputes, list(sentences(paragraph, section, report.year))))
    return found


def _topic(text: str, topic: Topic) -> Topic:
    """What a paragraph is about, by the heading it opens with or that stands over it."""
    match = _HEADING.match(text)
    if match is None or not (match.start(1) > 0 or match.end() == len(text)):
        return topic
    return "disclosure" if _ABOUT_REQUESTS.search(match[1]) else "unclear"
