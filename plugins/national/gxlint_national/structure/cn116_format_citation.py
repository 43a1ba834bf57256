"""CN116 format-citation."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.formats import Format, official_formats
from gxlint.model import Paragraph, Report
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2019, FORMAT_2021

_REPLACE = Message("改引{number}", "Cite {number}")
_TITLE_REACH = 90


class FormatCitation(Rule):
    """引用的格式文件与年度一致。

    2019、2020 年度依据国办公开办函〔2019〕60号,2021 年度起依据国办公开办函〔2021〕30号。文号写法不规范
    (括号不对、多空格、缺“号”)照样认得;〔2019〕61号是关于政府信息公开平台的另一份文件,不算。

    Wrong:
        根据《中华人民共和国政府信息公开条例》和⟦国办公开办函〔2019〕60号⟧的要求,编制本报告。
    Right:
        根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号的要求,编制本报告。
    """

    code, name, severity = "CN116", "format-citation", Severity.WARNING
    fix = "suggested"
    reach = "paragraph"
    source = (FORMAT_2021, FORMAT_2019)
    messages = {
        "default": Message(
            "{got} 规定的是{format},{year} 年度应引 {wanted}",
            "{got} prescribes the {format}; a report for {year} rests on {wanted}",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for the numbers of the notices that prescribe another year's format."""
        wanted = official_formats().for_year(report.year) if report.year is not None else None
        if wanted is None:
            yield self.not_applicable()
            return
        others = [form for form in official_formats() if form.key != wanted.key and form.source.number]
        for paragraph in report.prose():
            for form in others:
                if _short(form) in paragraph.text:
                    yield from self._in_paragraph(paragraph, form, wanted, report)

    def _in_paragraph(
        self, paragraph: Paragraph, form: Format, wanted: Format, report: Report
    ) -> Iterator[Outcome]:
        for match in _cited(form.source.number).finditer(paragraph.text):
            place = paragraph.place(*match.span())
            edits = [Edit(place, wanted.source.number)]
            title = f"《{form.source.title}》"
            at = paragraph.text.rfind(title, max(0, match.start() - _TITLE_REACH), match.start())
            if at >= 0:
                edits.insert(0, Edit(paragraph.place(at, at + len(title)), _inside_title(wanted)))
            finding = self.at(
                place, got=match[0], format=form.name, year=report.year, wanted=wanted.source.number
            )
            yield finding.with_fix(edits, _REPLACE, safe=False, number=wanted.source.number)


def _inside_title(form: Format) -> str:
    """The notice's title in 《》; a title inside it stands in 〈〉."""
    inner = form.source.title.replace("《", "〈").replace("》", "〉")
    return f"《{inner}》"


def _short(form: Format) -> str:
    match = _parts().match(form.source.number)
    return match["number"] if match else form.source.number


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"^(?P<office>.+?)〔(?P<year>\d{4})〕(?P<number>\d+)号$")


@cache
def _cited(number: str) -> re.Pattern[str]:
    """A document number in any of the ways it is written: brackets, spaces, 第, a missing 办, 函 or 号."""
    match = _parts().match(number)
    if match is None:
        return re.compile(re.escape(number))
    office = "".join(
        f"{char}?" if char in "办函" and at > 1 else char for at, char in enumerate(match["office"])
    )
    return re.compile(
        rf"{office}\s*[〔\[(【{{<《]?\s*{match['year']}\s*年?[〕\])】}}>》]?\s*第?\s*{match['number']}(?!\d)\s*号?"
    )
