"""Years in the prose: which year the preamble says the report is for, and which year sentences open with."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Paragraph, Report
from gxlint.source import Span
from gxlint_national.structure.outline import outline


def reports_spoken_of(report: Report) -> Iterator[tuple[int, Span]]:
    """Years of the reports the preamble speaks of, titles of notices left out, and where they stand."""
    for paragraph in report.preamble:
        for match in _report_of().finditer(_without_titles(paragraph.text)):
            yield int(match["year"]), paragraph.place(*match.span("year"))


def openings_with(wrong: int, year: int, report: Report) -> Iterator[Span]:
    """Where sentences of 总体情况 open with a wrong year as if it were the fiscal year.

    What looks back on that year, or compares it with the fiscal year, is meant so.
    """
    overview = next((part for part in outline(report).parts.values() if part.form.aspects), None)
    for paragraph in overview.paragraphs if overview else ():
        yield from _in_paragraph(paragraph, wrong, year)


def _in_paragraph(paragraph: Paragraph, wrong: int, year: int) -> Iterator[Span]:
    text = paragraph.text
    for match in _opening().finditer(text) if str(wrong) in text else ():
        if int(match["year"]) != wrong:
            continue
        sentence, _, rest = text[match.end() :].partition("。")
        following = rest.partition("。")[0]
        compares = str(year) in following and _compares().search(following)
        if str(year) not in sentence and not compares and not _looks_back().search(sentence):
            yield paragraph.place(*match.span("year"))


def _without_titles(text: str) -> str:
    """The text with the titles of documents blanked out, length kept."""
    return _title().sub(lambda match: " " * len(match[0]), text)


@cache
def _title() -> re.Pattern[str]:
    return re.compile(r"《[^》]*》")


@cache
def _report_of() -> re.Pattern[str]:
    return re.compile(
        r"(?P<year>20\d{2})年度?[^,。;:()]{0,20}(?:信息|政务)公开(?:工作|情况|年度){0,4}(?:报告|年报)"
    )


@cache
def _opening() -> re.Pattern[str]:
    subject = "[我本]|全[省市县区镇乡街局年]|[省市县区镇乡]"
    verb = "共|累计|受理|收到|办理|主动公开|(?:公开|发布|组织|开展|召开|举办)(?!的)|未"
    return re.compile(
        r"(?:^|[。;])(?:\([一二三四五六七八九十]\)[^。,:\d]{2,18}[。:]?)?(?P<year>20\d{2})年度?"
        rf"(?:,|(?={subject}|{verb})|(?<=^20\d\d年)以来,)"
    )


@cache
def _compares() -> re.Pattern[str]:
    return re.compile("[增减升降比较]|持平|翻番")


@cache
def _looks_back() -> re.Pattern[str]:
    return re.compile(
        "去年|上一?年(?!度?结转)|以来|相比|同比|对比|历年|此前|成立|建成|开通|上线|启用|出台|印发了|荣获|获评|被评|被授予|获得|整改"
    )
