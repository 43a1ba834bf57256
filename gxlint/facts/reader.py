"""From a report to its facts."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gxlint.facts.facts import Facts, Passage
from gxlint.facts.scopes import Whose
from gxlint.facts.sentence import sentences
from gxlint.model import Paragraph, Report
from gxlint.source.pattern import Pattern

if TYPE_CHECKING:
    from gxlint.facts.fact import Topic

_HEADING = re.compile(
    r"\s*(?:([一二三四五六七八九十]{1,2}、)|(\([一二三四五六七八九十]{1,2}\))|(\d{1,2}[.、])|(\(\d{1,2}\)))?([^。;:!?,]{2,24})"
)
_LOWEST, _UNMARKED = 5, 0  # levels of headings: 一、 is 1, (一) 2, 1. 3, (1) 4
_FIGURE = Pattern(r"\d+[件条份]")
_ABOUT_REQUESTS = ("申请", "复议", "诉讼")


def facts_of(report: Report) -> Facts:
    """The facts of a report, read when first asked for."""
    return report.once(_read)


def _read(report: Report) -> Facts:
    parts = [_passages(report, "preamble", report.preamble)]
    parts += [_passages(report, section.key, section.paragraphs) for section in report.sections]
    return Facts(parts, Whose(report))


def _passages(report: Report, section: str, paragraphs: Sequence[Paragraph]) -> list[Passage]:
    found = []
    disputes: Topic = "disclosure" if section == "disputes" else "unclear"
    topics = _Topics(about_it=section in ("requests", "disputes"))
    for paragraph in paragraphs:
        topics.read(paragraph.text)
        found.append(Passage(topics.topic, disputes, list(sentences(paragraph, section, report.year))))
    return found


class _Topics:
    """What the paragraphs of a part are about, by the headings they open with or that stand over them."""

    def __init__(self, *, about_it: bool) -> None:
        self._settled = about_it
        self._level = _LOWEST
        self.topic: Topic = "disclosure" if about_it else "unclear"

    def read(self, text: str) -> None:
        """Take in a paragraph: a heading of its own sets the topic, for what stands below it too."""
        match = None if self._settled else _HEADING.match(text)
        if match is None:
            return
        level = next((level for level in range(1, _LOWEST) if match[level]), _UNMARKED)
        if (level == _UNMARKED and match.end() != len(text)) or _FIGURE.search(match[_LOWEST]):
            return
        if any(word in match[_LOWEST] for word in _ABOUT_REQUESTS):
            self.topic, self._level = "disclosure", level
        elif self.topic == "unclear" or level <= self._level:
            self.topic, self._level = "unclear", level
