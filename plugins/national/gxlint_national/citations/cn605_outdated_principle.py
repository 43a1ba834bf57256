"""CN605 outdated-principle."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint.source.pattern import Pattern
from gxlint_national.citations.scan import Cited, every_paragraph
from gxlint_national.sources import REGULATION, article

_REPLACE = Message("改为“以公开为常态”", "Say “以公开为常态”")
_ALONE = Pattern(
    r"(?:以|坚持|遵循|秉持|秉承|贯彻|恪守|按照|树立|依据|根据)[“\"'‘]?以?(?:政府信息|政务信息|信息|政务)?$"
)
_TURNED = Pattern(r"不公开(?:作?为|是)例外[”\"'’]?[,、;和]?$")


class OutdatedPrinciple(Rule):
    """公开原则用现行提法“以公开为常态、不公开为例外”。

    “以公开为原则”是旧提法,条例第五条已改为“以公开为常态”。书名号内的旧文件名、对照新旧提法的句子不在此列。

    Wrong:
        坚持⟦以公开为原则、不公开为例外⟧,及时发布各类信息。
    Right:
        坚持以公开为常态、不公开为例外,及时发布各类信息。
    """

    code, name, severity = "CN605", "outdated-principle", Severity.HINT
    reach = "paragraph"
    outdated = True
    fix = "suggested"
    source = article(REGULATION, "第五条")
    messages = {
        "default": Message(
            "旧提法,现行提法是“以公开为常态、不公开为例外”",
            "Outdated wording; the regulation now says “以公开为常态、不公开为例外”",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for the principle in the words of before 2019."""
        for cited in every_paragraph(report):
            if "原则" in cited.paragraph.text and "公开" in cited.paragraph.text:
                yield from self._paragraph(cited)

    def _paragraph(self, cited: Cited) -> Iterator[Outcome]:
        text = cited.paragraph.text
        for match in _principle().finditer(text):
            before = text[max(0, match.start() - 16) : match.start()]
            if not (match["exception"] or _ALONE.search(before) or _TURNED.search(before)):
                continue
            if cited.quoted(*match.span()) or _compares(cited, match):
                continue
            start = match.start() - (before.endswith("以"))
            edits = [Edit(cited.place(*match.span("rule")), "为常态")]
            if match["exception"] and match["exception"].startswith("是"):
                edits.append(Edit(cited.place(*match.span("exception")), "为例外"))
            finding = self.at(cited.place(start, match.end()))
            yield finding.with_fix(edits, _REPLACE, safe=False)


def _compares(cited: Cited, match: re.Match[str]) -> bool:
    """Whether the sentence has the wording of today too: then it tells how it changed."""
    start, end = cited.sentence(match.start())
    return "公开为常态" in cited.paragraph.text[start:end]


@cache
def _principle() -> re.Pattern[str]:
    quote = "[“”\"'‘’]?"
    return re.compile(
        rf"公开(?<!不公开){quote}(?P<rule>(?:作?为|是){quote}(?:基本|一般|根本|首要|总)?的?原则)"
        rf"(?:{quote}[,、;:和而]?{quote}以?(?:不公开|不予公开|保密){quote}(?P<exception>(?:作?为|是)(?:个别)?例外))?"
    )
