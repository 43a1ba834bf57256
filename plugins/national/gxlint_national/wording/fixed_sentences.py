"""Sentences and labels that every report has, each with the one place where a replaced word shows.

A careless 全部替换 puts a name, or a list of bodies, where 数据 or 政府 has to stand. Inside running prose a list of
bodies means nothing; inside these sentences it cannot be meant.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from gxlint.source.record import Record
from gxlint_national.wording.line_by_line import line_by_line

_LONG = 8
_LEVELS = "省市县区旗州盟镇乡"
_HAN = "\u4e00-\u9fff"
_KINDS = (
    r"(?:[省市县区旗州]委|党委|人大(?:常委会)?|(?:人民)?政府|政协(?:委员会)?|纪委(?:监委)?|监委|[局厅办])"
)
_TWICE = 2
_LONGEST_NAME = 14
_PERIOD = "统计(?:期限|时限|周期|时间|范围|区间)"
_DATA = (
    *("数据", "数字", "数值", "指标", "内容", "信息", "情况", "事项"),
    *("资料", "项目", "统计", "图表", "金额", "材料", "数"),
)
_PEOPLE = (
    "人民政府",
    "人民群众",
    "人民法院",
    "人民检察院",
    "人民代表",
    "人民共和国",
    "人民团体",
    "人民日报",
    "人民满意",
    "人民生活",
)
_OF_SENTENCES = frozenset("政府或和及在的对与由向为各群众法院")


class Replaced(NamedTuple):
    """A stretch that stands where another word has to; ``word`` is that word, empty where nothing belongs."""

    start: int
    end: int
    word: str


class _Sentence(Record, frozen=True):
    needle: str
    pattern: str
    word: str
    expected: tuple[str, ...]  # words one of which makes the slot good
    long_is_wrong: bool = True  # any long stretch; else only one that names a body


_SENTENCES = (
    _Sentence(
        "统计",
        rf"(?:报告[中内里]?|[所中])列[示出举]?(?P<slot>[^。;:\n]{{1,80}}?)的?{_PERIOD}",
        "数据",
        _DATA,
    ),
    _Sentence(
        "数据",
        rf"数据(?P<slot>[^。;:,\n]{{4,60}}?)的?{_PERIOD}",
        "",
        ("含", "由", "以", "包括", "涵盖", "来自", "来源", "为", "统计"),
        long_is_wrong=False,
    ),
    _Sentence(
        "统计",
        rf"(?:[。,;\n]|报告[中内里]?)(?P<slot>[^。;:,列\n]{{2,40}}、[^。;:,\n]{{2,60}}?)的?{_PERIOD}(?=[为自从:是])",
        "数据",
        _DATA,
        long_is_wrong=False,
    ),
    _Sentence("勾稽", r"本列(?P<slot>[^,:。;\n|]{1,80}?)的?勾稽", "数据", _DATA),
    _Sentence(
        "列数据",
        r"列数据的?(?P<slot>[^。;\d\n]{2,60}?)(?:均?[自从为是:]|截[至止])?20\d\d年",
        "统计期限",
        ("统计", "期限", "时限", "时间", "周期", "范围", "截", "期间", "起止", "除"),
        long_is_wrong=False,
    ),
    _Sentence(
        "信息公开条例",
        r"中华人民共和国(?P<slot>[^》\n,。]{3,60}?)信息公开条例",
        "政府",
        ("政府信息",),
        long_is_wrong=False,
    ),
    _Sentence(
        "与政务公开办公室",
        r"国务院办公厅(?P<slot>[^》\n,。]{5,60}?)与政务公开办公室",
        "政府信息",
        ("国务院办公厅",),
        long_is_wrong=False,
    ),
    _Sentence(
        "政府信息与",
        r"国务院办公厅政府信息与(?P<slot>[^》\n,。]{4,60}?)办公室",
        "政务公开",
        ("国务院办公厅",),
        long_is_wrong=False,
    ),
)


_LISTED = ("人大", "政协", "中共")
# As these stand in nearly every report: nothing is replaced there.
_AS_THEY_SHOULD_BE = (
    *("列数据的统计期限", "列数据统计期限", "本列数据的勾稽"),
    *("中华人民共和国政府信息公开条例", "国务院办公厅政府信息与政务公开办公室"),
)


@line_by_line
def replaced_in(text: str) -> Iterator[Replaced]:
    """Stretches in fixed sentences that cannot be meant."""
    others = text
    for words in _AS_THEY_SHOULD_BE:
        others = others.replace(words, "")
    for number, sentence in enumerate(_SENTENCES):
        if sentence.needle in others:
            for match in _compiled(number).finditer(text):
                slot = match["slot"].strip("()的")
                if _is_wrong(slot, sentence):
                    start = match.start("slot") + match["slot"].index(slot)
                    yield Replaced(start, start + len(slot), sentence.word)
    yield from _inserted_in(text)


def _is_wrong(slot: str, sentence: _Sentence) -> bool:
    if any(word in slot for word in sentence.expected):
        return False
    return _body().search(slot) is not None or (len(slot) >= _LONG and sentence.long_is_wrong)


def _inserted_in(text: str) -> Iterator[Replaced]:
    """A place name inside 人民政府, as 全部替换 of 政府 leaves it: 云泽县人民云泽县政府."""
    if text.count("人民") == sum(map(text.count, _PEOPLE)):
        return
    for match in _people().finditer(text):
        slot = match["slot"]
        # 全县人民关心县政府 is a sentence: there no name stands that stands elsewhere too.
        if _OF_SENTENCES.isdisjoint(slot) and text.count(slot) > 1:
            yield Replaced(*match.span("slot"), "")


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"人民(?!政府|群众)(?<=[{_LEVELS}]人民)(?P<slot>[{_HAN}]{{2,8}}[{_LEVELS}])政府")


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(_SENTENCES[number].pattern)


def names_body(text: str) -> bool:
    """Whether a body is named in a text, as no label of the form does."""
    return _named().search(text) is not None


def is_list(text: str) -> bool:
    """Whether a text lists several bodies."""
    return _further().search(text) is not None


def is_damaged_label(text: str) -> bool:
    """Whether a short text, no sentence, has a list of bodies with their full names in it."""
    return _further_named().search(text) is not None and not any(mark in text for mark in "。;,")


def repeated_lists(text: str) -> Iterator[tuple[int, int]]:
    """Where the same list of bodies stands twice or more.

    Nothing marks where the first name of a list begins: it is what all the occurrences have in common.
    """
    if all(text.count(word) < _TWICE for word in _LISTED):
        return
    groups: dict[str, list[tuple[int, int]]] = {}
    for match in _further().finditer(text):
        groups.setdefault(match[0], []).append(match.span())
    for spans in groups.values():
        if len(spans) > 1:
            common = _common_ending([text[max(0, start - _LONGEST_NAME) : start] for start, _ in spans])
            yield from ((start - common, end) for start, end in spans)


def may_list(text: str) -> bool:
    """Whether a text may have a list of bodies, or a name that makes one of it together with another text."""
    return any(word in text for word in _LISTED) or _further().search(text) is not None


def _common_ending(texts: Sequence[str]) -> int:
    """How many Chinese characters all the texts end alike with."""
    length = 0
    shortest = min(map(len, texts))
    while length < shortest:
        last = {text[-1 - length] for text in texts}
        if len(last) > 1 or not "\u4e00" <= last.pop() <= "\u9fff":
            break
        length += 1
    return length


def stands_nowhere(text: str, start: int, end: int) -> bool:
    """Whether what stands around a list of bodies wants some other word."""
    before, after = text[max(0, start - 6) : start], text[end : end + 6]
    return _impossible_before().search(before) is not None or _impossible_after().match(after) is not None


@cache
def _impossible_before() -> re.Pattern[str]:
    return re.compile(r"(?:所列|本列|列出|目录|填报|录入|汇总|上述|各类|各项|主动|依申请|政府信息)$")


@cache
def _impossible_after() -> re.Pattern[str]:
    return re.compile(r"的?统计期|的?勾稽|[项条类][,。、;]|[库量率源化](?:[,。、;的]|平台)|截[止至]")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(
        rf"中共|[{_LEVELS}](?:委|人大|政府|人民政府|政协|纪委|监委|党委)|人大常委会|政协|街道办|法院|检察院"
        rf"|[{_LEVELS}国][{_HAN}]{{1,12}}(?:局|委员会|委|办公室|厅|中心|院|公司)|(?:人民)?政府(?!信息)"
    )


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"中共|[{_HAN}][{_LEVELS}](?:委(?!托)|人大|政府|人民政府|政协|[{_HAN}]{{1,8}}局)")


@cache
def _further() -> re.Pattern[str]:
    """The second and the further names of a list; the first one has no beginning that shows."""
    name = rf"[、和及与](?:中共)?[{_HAN}]{{1,8}}?{_KINDS}"
    return re.compile(rf"(?<=[委大府协会局]){name}(?:{name})*")


@cache
def _further_named() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[委大府协会局])[、和及与](?:中共)?[{_HAN}]{{2,8}}[{_LEVELS}](?:委|人大|(?:人民)?政府|政协)"
    )
