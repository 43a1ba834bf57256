"""Sentences and labels that every report has, each with the one place where a replaced word shows.

A careless 全部替换 puts a name, or a list of bodies, where 数据 or 政府 has to stand. Inside running prose a list of bodies
means nothing; inside these sentences it cannot be meant.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

_LONG = 8
_BODY = re.compile(
    r"中共|[省市县区旗州盟镇乡](?:委|人大|政府|人民政府|政协|纪委|监委|党委)|人大常委会|政协|街道办|法院|检察院"
    r"|[省市县区旗州盟镇乡国][\u4e00-\u9fff]{1,12}(?:局|委员会|委|办公室|厅|中心|院|公司)|(?:人民)?政府(?!信息)"
)
_LIST = re.compile(
    r"(?:中共)?[\u4e00-\u9fff]{1,8}(?:[省市县区旗州]委|党委|人大(?:常委会)?|(?:人民)?政府|政协(?:委员会)?|纪委(?:监委)?|监委|[局厅办])"
    r"(?:[、和及与](?:中共)?[\u4e00-\u9fff]{1,8}(?:[省市县区旗州]委|党委|人大(?:常委会)?|(?:人民)?政府|政协(?:委员会)?|纪委(?:监委)?|监委|[局厅办]))+"
)
_PERIOD = "统计(?:期限|时限|周期|时间|范围|区间)"
_DATA = ("数据", "数字", "数值", "指标", "内容", "信息", "情况", "事项", "资料", "项目", "统计", "图表", "金额", "材料", "数")


class Replaced(NamedTuple):
    """A stretch that stands where another word has to; ``word`` is that word."""

    start: int
    end: int
    word: str


class _Sentence(NamedTuple):
    needle: str
    pattern: str
    word: str
    expected: tuple[str, ...]  # words one of which makes the slot good
    body_only: bool  # whether only a body's name is certainly wrong there, however long the stretch


_SENTENCES = (
    _Sentence("统计", rf"报告[中内里]?(?:所|中)?列[示出举]?(?P<slot>[^。;:\n]{{1,80}}?)的?{_PERIOD}", "数据", _DATA, False),
    _Sentence(
        "列数据",
        r"列数据的?(?P<slot>[^。;\d\n]{2,60}?)(?:均?[自从为是:]|截[至止])?20\d\d年",
        "统计期限",
        ("统计", "期限", "时限", "时间", "周期", "范围", "截", "期间", "起止", "除"),
        True,
    ),
    _Sentence("勾稽", r"本列(?P<slot>[^,:。;\n|]{1,80}?)的?勾稽", "数据", _DATA, False),
    _Sentence("信息公开条例", r"中华人民共和国(?P<slot>[^》\n,。]{3,60}?)信息公开条例", "政府", ("政府信息",), True),
    _Sentence("与政务公开办公室", r"国务院办公厅(?P<slot>[^》\n,。]{5,60}?)与政务公开办公室", "政府信息", ("国务院办公厅",), True),
    _Sentence("政府信息与", r"国务院办公厅政府信息与(?P<slot>[^》\n,。]{4,60}?)办公室", "政务公开", ("国务院办公厅",), True),
    _Sentence("人民", r"[省市县区旗州盟乡镇]人民(?P<slot>[\u4e00-\u9fff]{2,9}[省市县区旗州盟乡镇])政府", "", (), False),
)


def replaced_in(text: str) -> Iterator[Replaced]:
    """Stretches in fixed sentences that cannot be meant."""
    for number, sentence in enumerate(_SENTENCES):
        if sentence.needle not in text:
            continue
        for match in _compiled(number).finditer(text):
            slot = match["slot"].strip("()的")
            if _is_wrong(slot, sentence, text):
                start = match.start("slot") + match["slot"].index(slot)
                yield Replaced(start, start + len(slot), sentence.word)


def _is_wrong(slot: str, sentence: _Sentence, text: str) -> bool:
    if any(word in slot for word in sentence.expected):
        return False
    if not sentence.word:
        # 云泽县人民云泽县政府; 全县人民关心县政府 is a sentence.
        return len(slot) > 2 and text.count(slot) > 1
    return _BODY.search(slot) is not None or (len(slot) >= _LONG and not sentence.body_only)


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(_SENTENCES[number].pattern)


def names_body(text: str) -> bool:
    """Whether a body is named in a text, as no label of the form does."""
    return _NAMED.search(text) is not None


_NAMED = re.compile(r"中共|[\u4e00-\u9fff][省市县区旗州盟镇乡](?:委(?!托)|人大|政府|人民政府|政协|[\u4e00-\u9fff]{1,8}局)")


def is_list(text: str) -> bool:
    """Whether a stretch lists several bodies, so that it is the same stretch wherever it occurs."""
    return _LIST.search(text) is not None


def repeated_lists(text: str) -> Iterator[tuple[int, int]]:
    """Where the same list of bodies stands twice or more.

    Nothing marks where the first name of a list begins: it is what all the occurrences have in common.
    """
    groups: dict[str, list[re.Match[str]]] = {}
    for match in _LIST.finditer(text) if "、" in text else ():
        groups.setdefault(match[0].partition("、")[2], []).append(match)
    for rest, matches in groups.items():
        if len(matches) > 1 and rest:
            names = [match[0].partition("、")[0] for match in matches]
            common = _common_ending(names)
            for match in matches:
                yield match.end() - len(rest) - 1 - common, match.end()


def _common_ending(names: Sequence[str]) -> int:
    length = 0
    shortest = min(map(len, names))
    while length < shortest and len({name[-1 - length] for name in names}) == 1:
        length += 1
    return length


_IMPOSSIBLE_BEFORE = re.compile(r"(?:所列|本列|列出|目录|填报|录入|汇总|上述|各类|各项|主动|依申请|政府信息)$")
_IMPOSSIBLE_AFTER = re.compile(r"的?统计期|的?勾稽|项[,。、;]|条[,。、;]|[库量率源化](?:[,。、;的]|平台)|类[,。、;]|截止|截至")


def stands_nowhere(text: str, start: int, end: int) -> bool:
    """Whether what stands around a list of bodies wants some other word."""
    before, after = text[max(0, start - 6) : start], text[end : end + 6]
    return _IMPOSSIBLE_BEFORE.search(before) is not None or _IMPOSSIBLE_AFTER.match(after) is not None
