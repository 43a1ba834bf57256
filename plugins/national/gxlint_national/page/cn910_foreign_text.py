"""CN910 foreign-text."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.page.foreign_words import CERTAIN, DECENT, DOORS, LIKELY, OFFICIAL, SITES, TRADES
from gxlint_national.sources import WEBSITE_GUIDELINES

_LINES = 3
_REACH = 160
_OPENING = 60
_NEAR = 12
_LONGEST_LINE = 60
_DASHES = "-_|—–·»>"
_LONGEST_QUOTE = 24
_SITES = tuple(sorted(SITES, key=len, reverse=True))


class ForeignText(Rule):
    """文首没有混入广告、赌博、色情词串或其他网站的标题。

    只看文首三行。网站被挂马、标题被篡改,或从文档网站下载的报告,常在标题前后带着这些文字。

    Wrong:
        ⟦某某体育app下载官网⟧
        # 云泽县财政局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    Right:
        # 云泽县财政局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    """

    code, name, severity = "CN910", "foreign-text", Severity.WARNING
    reach = "noticed"
    source = WEBSITE_GUIDELINES
    messages = {
        "default": Message(
            "文首混入与报告无关的文字:“{got}”", "Foreign text at the beginning of the report: “{got}”"
        ),
        "site": Message(
            "文首带着其他网站的名称:“{got}”", "The beginning carries the name of another site: “{got}”"
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at the first three lines that say something."""
        spans = list(_first_lines(report))
        suspicious = _is_foreign("\n".join(report.text[span.start : span.end] for span in spans))
        for number, span in enumerate(spans):
            text = report.text[span.start : span.end]
            text = _said(number, text)
            if (suspicious and _is_foreign(text)) or _is_advertising(text):
                shown = " ".join(text.split())
                got = shown if len(shown) <= _LONGEST_QUOTE else f"{shown[:_LONGEST_QUOTE]}…"
                yield self.at(Span(span.start, span.start + len(text)), got=got)
            elif (site := _site(text)) is not None:
                start = span.start + text.rindex(site)
                yield self.at(Span(start, start + len(site)), "site", got=site)

    def notices(self, report: Report) -> object:
        """Only what is looked at of the first lines counts."""
        start, end = next(report.prose()).span
        lines = enumerate(_first_lines(report))
        texts = [
            (number, report.text[slice(*line)])
            for number, line in lines
            if line.start <= end and start <= line.end
        ]
        return [
            (_said(number, text), [word for word in (*CERTAIN, *TRADES) if word in text])
            for number, text in texts
        ]


def _said(number: int, text: str) -> str:
    """What a line says that may be foreign to the report: a sentence may speak of anything."""
    if "。" not in text:
        return text
    return "" if number else text[:_OPENING]


def _first_lines(report: Report) -> Iterator[Span]:
    found = 0
    for line in report.document.lines:
        text = report.text[line.start : line.end]
        content = text.strip(" \t|\r#*")
        if content:
            start = line.start + text.index(content)
            yield Span(start, min(start + len(content), start + _REACH))
            found += 1
            if found == _LINES:
                return


def _is_foreign(text: str) -> bool:
    return any(word in text for word in CERTAIN) or any(_opens_door(text, trade) for trade in TRADES)


def _is_advertising(text: str) -> bool:
    """A word that might stand in a report, in a line that cannot be one of a report."""
    if len(text) > _LONGEST_LINE or not any(word in text for word in LIKELY):
        return False
    return not any(word in text for word in OFFICIAL)


def _opens_door(text: str, trade: str) -> bool:
    """``某某体育app官网``: what such sites deal in, and how to get in, and nothing official about it."""
    at = text.find(trade)
    if at < 0:
        return False
    near = text[at + len(trade) : at + len(trade) + _NEAR]
    around = text[max(0, at - 4) : at] + near
    return any(door in near for door in DOORS) and not any(word in around for word in DECENT)


def _site(text: str) -> str | None:
    """The name of another site at the end of a line, as browsers title their windows."""
    end = text.rstrip()
    if not end.endswith(_SITES):
        return None
    site = next(site for site in _SITES if end.endswith(site))
    before = end[: -len(site)].rstrip()
    return site if not before or before[-1] in _DASHES else None
