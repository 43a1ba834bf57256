"""What the prose cites, read once per report: titles in 《》, document numbers, decrees and articles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from sys import maxsize
from typing import NamedTuple

from gxlint.facts.numerals import number
from gxlint.model import Paragraph, Report
from gxlint.source import Span
from gxlint.source.pattern import HAN, Pattern
from gxlint.source.record import Record

BRACKETS = "〔〕"
_OPEN, _SHUT = "〔[【({〈<❲〖", "〕]】)}〉>❳〗"
_NUMERAL = r"[\d一二三四五六七八九十百零〇]"
# What each first character may begin.
_CITED = {
    "《": Pattern(r"《(?P<title>[^《》]{0,120}(?:《[^《》]{0,120}》[^《》]{0,60}){0,3})》"),
    "国": Pattern(
        r"国(?:办(?:公开办)?[发函]\s*(?P<bare_year>20\d\d)\s*年?\s*第?\s*(?P<bare_serial>\d{1,4})\s*号"
        rf"|(?:务院)?令\s*\(?(?:第\s*(?P<decree>{_NUMERAL}{{1,9}})\s*号?|(?P<plain_decree>\d{{2,4}})\s*号)"
        rf"|务院第?\s*(?P<old_decree>{_NUMERAL}{{1,9}})\s*号令)",
        "号",
        "令",
    ),
    "第": Pattern(
        rf"第(?:(?P<articles>{_NUMERAL}{{1,6}}(?:[、和及与至到~-]第?{_NUMERAL}{{1,6}}){{0,4}})条"
        r"|(?P<other_decree>\d{2,4})号令)",
        "条",
        "号令",
    ),
    "令": Pattern(r"令第(?P<any_decree>\d{1,4})号", "令第"),
    **dict.fromkeys(
        _OPEN,
        Pattern(
            rf".\s*(?P<year>(?:19|20)\d\d)\s*年?\s*(?P<shut>[{re.escape(_SHUT)}]?)"
            r"\s*(?P<ordinal>第?)\s*(?P<serial>\d{1,5})(?!\d)\s*(?P<mark>号?)",
            "19",
            "20",
        ),
    ),
    **dict.fromkeys("〕】]", Pattern(r".\s*(?P<di>第?)\s*(?P<only_serial>\d{1,5})\s*号", "号")),
}
_CODE = Pattern(rf"{HAN}{{1,14}}$")
_BEFORE_CODE = Pattern(
    r".*(?:根据|按照|依据|依照|遵照|参照|对照|落实|执行|贯彻|采用|使用|引用|遵循|印发|转发|下发|制发|出台|通知|文号|文件|以及|[的和与及见按即于为])"
)
# 〔2019〕60、61号: one 号 for several serials.
_FURTHER = Pattern(r"\s*(?:[、,和与及至~]|[-—–]{1,2})\s*\d{1,5}(?!\d)")
_LONGEST_SENTENCE = 300
_SENTENCE_END = "。!?\n"


class Title(Record, frozen=True):
    """A title; ``start`` and ``end`` take the marks in, ``text`` is what stands between them."""

    start: int
    end: int
    text: str


class Number(NamedTuple):
    """A document number. ``start`` is where the agency's code begins, ``open_at`` where its year's bracket stands.

    ``open`` and ``shut`` are empty where a bracket is missing. ``mark`` is whether 号 is there (behind the last of
    several serials), ``ordinal`` where a 第 stands before the serial (none: there is none).
    """

    start: int
    end: int
    code: str
    year: int
    serial: str
    open: str
    shut: str
    open_at: int
    shut_at: int
    ordinal: int | None
    serial_at: int
    mark: bool

    @property
    def pair(self) -> tuple[int, int]:
        """Year and serial."""
        return self.year, int(self.serial)

    @property
    def usual(self) -> str:
        """As it is properly written."""
        return f"{self.code}〔{self.year}〕{int(self.serial)}号"


class Decree(Record, frozen=True):
    """A decree of the State Council, or of a body that is not named. ``digits`` are the offsets of its number."""

    start: int
    end: int
    number: int
    digits: tuple[int, int]
    named: bool


class Articles(Record, frozen=True):
    """Articles named in one go: 第四十九条, 第四十九、五十条. ``parts`` are their numbers with their offsets."""

    start: int
    end: int
    parts: tuple[tuple[int, int, int], ...]


class Cited(Record, frozen=True):
    """What one paragraph cites. Offsets are those of ``paragraph.text``."""

    paragraph: Paragraph
    section: str
    titles: tuple[Title, ...]
    numbers: tuple[Number, ...]
    decrees: tuple[Decree, ...]
    articles: tuple[Articles, ...]

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around an offset begins and ends; no more than so far from it."""
        text = self.paragraph.text
        first, last = max(0, at - _LONGEST_SENTENCE), min(len(text), at + _LONGEST_SENTENCE)
        start = max(text.rfind(char, first, at) for char in _SENTENCE_END) + 1
        ends = (text.find(char, at, last) for char in _SENTENCE_END)
        return max(start, first), min((end for end in ends if end >= 0), default=last)

    def place(self, start: int, end: int) -> Span:
        """The place of a stretch in the document."""
        return self.paragraph.place(start, end)

    def title_before(self, at: int) -> Title | None:
        """The last title that ends at an offset or before it."""
        index = bisect_right(self.titles, at, key=_end_of)
        return self.titles[index - 1] if index else None

    def title_after(self, at: int) -> Title | None:
        """The first title that begins at an offset or behind it."""
        index = bisect_left(self.titles, at, key=_start_of)
        return self.titles[index] if index < len(self.titles) else None

    def number_after(self, at: int, reach: int) -> Number | None:
        """The first document number that begins at an offset or so far behind it."""
        index = bisect_left(self.numbers, at, key=_start_of)
        found = self.numbers[index] if index < len(self.numbers) else None
        return found if found is not None and found.start - at <= reach else None

    def quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside a title."""
        index = bisect_left(self.titles, start, key=_start_of)
        return index > 0 and end < self.titles[index - 1].end

    @property
    def empty(self) -> bool:
        """Whether nothing is cited."""
        return not (self.titles or self.numbers or self.decrees or self.articles)


def _start_of(item: Title | Number) -> int:
    return item.start


def _end_of(item: Title) -> int:
    return item.end


def every_paragraph(report: Report) -> tuple[Cited, ...]:
    """What each paragraph cites, in text order; most cite nothing."""
    return report.once(_read)


def citations(report: Report) -> tuple[Cited, ...]:
    """What each paragraph cites, without those that cite nothing."""
    return report.once(_citing)


def _read(report: Report) -> tuple[Cited, ...]:
    found = [read_paragraph(paragraph, "preamble") for paragraph in report.preamble]
    for section in report.sections:
        found += [read_paragraph(paragraph, section.key) for paragraph in section.paragraphs]
    return tuple(found)


def _citing(report: Report) -> tuple[Cited, ...]:
    return tuple(cited for cited in every_paragraph(report) if not cited.empty)


@cache
def _first() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_CITED))}]")


def _matches(text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
    """Everything that is cited in a stretch, one behind the other."""
    while first := _first().search(text, start, end):
        match = _CITED[first[0]].match(text, first.start(), end)
        start = (match or first).end()
        if match:
            yield match


def read_paragraph(paragraph: Paragraph, section: str) -> Cited:
    """What a paragraph cites; ``section`` is the key of the part it stands in, or ``preamble``."""
    return Cited(paragraph, section, *_read_text(paragraph.text))


@lru_cache(maxsize=1024)
def _read_text(
    text: str,
) -> tuple[tuple[Title, ...], tuple[Number, ...], tuple[Decree, ...], tuple[Articles, ...]]:
    titles: list[Title] = []
    numbers: list[Number] = []
    decrees: list[Decree] = []
    articles: list[Articles] = []
    for match in _matches(text) if _may_cite(text) else ():
        kind = match.lastgroup
        if kind == "title":
            titles.append(Title(match.start(), match.end(), match["title"]))
            numbers += _numbers_in_title(match, text)
        elif kind == "mark":
            numbers += _number(match, text)
        elif kind in ("only_serial", "bare_serial"):
            numbers += _torn(match, text)
        elif kind == "articles":
            articles.append(_articles(match))
        elif kind is not None:
            decrees += _decree(match, kind)
    return tuple(titles), tuple(numbers), tuple(decrees), tuple(articles)


def _may_cite(text: str) -> bool:
    return "《" in text or "号" in text or "条" in text or "〔" in text


def _numbers_in_title(match: re.Match[str], text: str) -> Iterator[Number]:
    """Document numbers that were written inside the marks."""
    if "号" in match["title"]:
        for inner in _matches(text, match.start("title"), match.end("title")):
            if inner.lastgroup == "mark":
                yield from _number(inner, text)


def _number(match: re.Match[str], text: str) -> Iterator[Number]:
    start, code = _code(text, match.start())
    shut = match["shut"]
    number = Number(
        start=start,
        end=match.end("mark") if match["mark"] else match.end("serial"),
        code=code,
        year=int(match["year"]),
        serial=match["serial"],
        open=match[0][0],
        shut=shut,
        open_at=match.start(),
        shut_at=match.start("shut"),
        ordinal=match.start("ordinal") if match["ordinal"] else None,
        serial_at=match.start("serial"),
        mark=bool(match["mark"]) or _FURTHER.match(text, match.end("serial")) is not None,
    )
    if _is_number(number, text):
        yield number


def _torn(match: re.Match[str], text: str) -> Iterator[Number]:
    """A number with its first bracket or both brackets lost."""
    if match.lastgroup == "bare_serial":
        year_at, serial, serial_at = (
            match.start("bare_year"),
            match["bare_serial"],
            match.start("bare_serial"),
        )
        shut, shut_at = "", match.end("bare_year")
    else:
        year_at, serial, serial_at = match.start() - 4, match["only_serial"], match.start("only_serial")
        shut, shut_at = match[0][0], match.start()
    year = text[max(0, year_at) : year_at + 4]
    start, code = _code(text, max(0, year_at))
    if len(year) == 4 and year.isdecimal() and year[:2] in ("19", "20") and _ends_like_code(code):
        yield Number(
            start, match.end(), code, int(year), serial, "", shut, year_at, shut_at, None, serial_at, True
        )


def _code(text: str, end: int) -> tuple[int, str]:
    """The agency's code before an offset, and where it begins."""
    stop = len(text[:end].rstrip())
    match = _CODE.search(text, max(0, stop - 14), stop)
    if match is None:
        return end, ""
    words = match[0]
    cut = _BEFORE_CODE.match(words)
    code = words[cut.end() :] if cut else words
    return (stop - len(code), code) if code else (end, "")


def _ends_like_code(code: str) -> bool:
    return len(code) >= 2 and code[-1] in "发函办字规通明电综财"


def _is_number(number: Number, text: str) -> bool:
    """Whether year and serial in brackets are a document number: not a year in passing, not the name of a case."""
    after = text[number.end : number.end + 1]
    if not number.shut:
        return number.mark and number.open in "〔【[" and "年" not in text[number.open_at : number.serial_at]
    if number.open + number.shut == BRACKETS:
        return number.mark or after not in tuple("年月日")
    if not number.mark:
        return _ends_like_code(number.code) and after not in tuple("年月日件条个项次人份期篇份%./-")
    return (number.open in "[【❲〖" or len(number.code) >= 2) and after not in tuple("楼院线车机馆室")


def _articles(match: re.Match[str]) -> Articles:
    begin = match.start("articles")
    parts = [
        (int(value), begin + each.start(), begin + each.end())
        for each in re.finditer(rf"{_NUMERAL}+", match["articles"])
        if (value := number(each[0])) is not None
    ]
    return Articles(match.start(), match.end(), tuple(parts))


def _decree(match: re.Match[str], kind: str) -> Iterator[Decree]:
    value = number(match[kind])
    if isinstance(value, int):
        named = kind in ("decree", "plain_decree", "old_decree")
        yield Decree(match.start(), match.end(), value, match.span(kind), named)
