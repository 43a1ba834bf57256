"""CN904 lost-characters."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gxlint.model import Report, Table
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint.source.pattern import Pattern
from gxlint_national.page.word_list import words
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.wording.line_by_line import line_by_line
from gxlint_national.wording.prose import lines_of, one_paragraph, prose

_SAME = Message("疑缺字:“{got}”", "Characters seem to be missing: “{got}”")
_SHOWN = 4
_LONGEST = 16
_LEFT_BEHIND = ("???", "?!", "\ufffd")
_COUNTED = words(
    "信息 申请 文件 动态 公告 解读 建议 提案 咨询 留言 稿件 处罚 许可 来信 事项 公开 发布 收到 办理 办结 答复"
)
_UNITS = "条件篇次份期个"
_COUNT = Pattern(
    rf"共计?[{_UNITS}](?:[,。;、)]|其中)|信息条[,。;]",
    *("信息条", *(f"{all_}{unit}" for all_ in ("共", "共计") for unit in _UNITS)),
)
_CHANGES = tuple(
    f"{word}{more}"
    for word in ("增长", "下降", "提高", "减少", "占比", "率", "满意度")
    for more in ("", "了", "约", "为", "达")
)


class _Sign(NamedTuple):
    span: Span
    text: str


class _Stretch(NamedTuple):
    start: int
    end: int


class LostCharacters(Rule):
    """文本没有在抽取、复制时丢字。

    PDF、网页转来的文本有时缺字:文号缺右括号(〔202130)、日期缺年月(2021122)、表头缺“减”、“共条”“增长%”缺数字、整串问号。
    这些多半不是撰写错误,合成一条提示,请对照原件;相关的日期、文号不据此判错。单独的引号缺失(三安全一稳定)只在另有
    迹象时一并列出。

    Wrong:
        全年主动公开政府⟦信息共条⟧,政策解读12篇。
    Right:
        全年主动公开政府信息共320条,政策解读12篇。
    """

    code, name, severity = "CN904", "lost-characters", Severity.INFO
    reach = "noticed"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message(
            "疑抽取时缺字:“{got}”,请对照原件",
            "Characters seem to have been lost here: “{got}”; see the original",
        ),
        "several": Message(
            "疑抽取时缺字 {count} 处:{got},请对照原件",
            "Characters seem to have been lost in {count} places: {got}; see the original",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """All signs together make one finding; a missing quotation mark is none by itself."""
        signs = sorted({*_in_text(report), *_in_prose(report)})
        if not signs:
            return
        signs = sorted({*signs, *_quotes(report)})
        first, *others = signs
        shown = [sign.text for sign in signs][:_SHOWN]
        got = first.text if not others else "、".join(f"“{text}”" for text in shown)
        if len(signs) > _SHOWN:
            got += " 等"
        related = [Related(sign.span, _SAME, {"got": sign.text}) for sign in others]
        yield self.at(
            first.span, "several" if others else "default", related=related, got=got, count=len(signs)
        )

    def notices(self, report: Report) -> object:
        """All signs are told together, and so is what is none by itself."""
        text, lines = one_paragraph(report), lines_of(report)
        return (
            any(word in lines for word in ("危及", "三安全", *_LEFT_BEHIND))
            or _cut_number().search(lines_of(report, around=_LONGEST)) is not None
            or any(True for _ in _lost_in(text))
            or _date_alone().fullmatch(text) is not None
        )


def _in_text(report: Report) -> Iterator[_Sign]:
    """Signs anywhere: cut document numbers, the table's 本年增/, runs of question marks."""
    text = report.text
    for match in _cut_number().finditer(text):
        yield _Sign(Span(*match.span()), _shown(match[0]))
    if any(mark in text for mark in _LEFT_BEHIND):
        for match in _left_behind().finditer(text):
            yield _Sign(Span(*match.span()), _shown(match[0]))
    for table in report.tables.values():
        for at in table.once(_cut_labels):
            label = table.labels[at]
            yield _Sign(label.span, _shown(label.text))


def _cut_labels(table: Table) -> list[int]:
    """Which labels of a table end in the middle."""
    return [at for at, label in enumerate(table.labels) if label.text.endswith(("/", "\\"))]


def _in_prose(report: Report) -> Iterator[_Sign]:
    """Signs in sentences: dates run together, counts and percentages without their figures."""
    read = prose(report)
    for start, end in _lost_in(read.text):
        yield _Sign(read.place(start, end), _shown(read.text[start:end]))
    for paragraph in read.paragraphs:
        if len(paragraph.text) in (7, 9) and _date_alone().fullmatch(paragraph.text):
            yield _Sign(paragraph.place(0, len(paragraph.text)), paragraph.text)


@line_by_line
def _lost_in(text: str) -> Iterator[_Stretch]:
    for start, end in (*_dates(text), *_counts(text), *_percentages(text)):
        yield _Stretch(start, end)


def _dates(text: str) -> Iterator[tuple[int, int]]:
    """``202111日`` and the ``1231日`` behind it: neither 年 nor 月."""
    found = False
    for match in _date().finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isdigit() or before in ("/", ".", "-", "=")):
            found = True
            yield match.span()
    if found:
        for match in re.finditer("(?<=[到至])1231日", text):
            yield match.span()


def _counts(text: str) -> Iterator[tuple[int, int]]:
    """``信息共条,``."""
    for match in _COUNT.finditer(text):
        start = match.start()
        before = text[max(0, start - 2) : start]
        if match[0][0] == "信":
            yield start, match.end() - 1
        elif before in _COUNTED:
            yield start - 2, match.end() - 1


def _percentages(text: str) -> Iterator[tuple[int, int]]:
    """``增长%``."""
    at = text.find("%")
    while at > 0:
        for word in _CHANGES:
            if text.endswith(word, 0, at):
                yield at - len(word), at + 1
                break
        at = text.find("%", at + 1)


def _quotes(report: Report) -> Iterator[_Sign]:
    """三安全一稳定 without its quotation marks, where other quotation marks have come through."""
    if "“" in report.text:
        for match in re.finditer(r"危及\s*三安全一稳定", report.text):
            yield _Sign(Span(*match.span()), _shown(match[0]))


def _shown(text: str) -> str:
    text = "".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


@cache
def _cut_number() -> re.Pattern[str]:
    return re.compile(r"〔20\d\d(?:\s*\d{1,4}(?![\d〕\])】}》])\s*号?|号)")


@cache
def _left_behind() -> re.Pattern[str]:
    return re.compile(r"\?{3,}|\?!|\ufffd+")


# Patterns that look at all sentences begin with a fixed character: the text is skipped over at the speed of a search.
@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"20[12]\d{2,5}日")


@cache
def _date_alone() -> re.Pattern[str]:
    """Seven digits; six or eight on a line are a month or a day written compactly."""
    return re.compile(r"20[12]\d{4}|\(20[12]\d{4}\)")
