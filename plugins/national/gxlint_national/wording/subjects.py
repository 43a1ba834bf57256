"""Bodies that a sentence speaks of as if they reported: at its head, with what one says of one's own work behind them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from gxlint_national.wording.bodies import Body, body
from gxlint_national.wording.prose import around

_DEPARTMENTS = ("局", "厅", "委员会", "委")
_PLACES = ("镇", "乡", "街道", "苏木", "县", "区", "旗")
_ITSELF = frozenset("我本各全该")
_OFFICES = ("人民政府", "政府", "办事处")
_ITS_PEOPLE = (
    *(
        "党组",
        "党委、政府",
        "党委、镇政府",
        "党委、乡政府",
        "党工委、办事处",
        "委、县政府",
        "委、区政府",
        "党委",
        "党工委",
    ),
    *("领导班子", "主要领导", "主要负责人", "主要负责同志", "领导", "负责人", "班子", "机关", "上下"),
)
_PREDICATES = (
    *(
        "高度重视",
        "认真",
        "严格",
        "坚持",
        "始终",
        "深入",
        "全面",
        "积极",
        "扎实",
        "切实",
        "持续",
        "不断",
        "进一步",
    ),
    *(
        "主动",
        "全年",
        "共公",
        "共发",
        "共收",
        "共受",
        "共办",
        "未收到",
        "收到",
        "成立",
        "建立",
        "制定",
        "将",
        "继续",
    ),
    *(
        "已",
        "一直",
        "大力",
        "加强",
        "强化",
        "明确",
        "健全",
        "完善",
        "优化",
        "拓宽",
        "指定",
        "规范",
        "加大",
        "充分",
    ),
    *(
        "政府信息公开",
        "信息公开",
        "政务公开",
        "按照",
        "根据",
        "紧紧围绕",
        "紧围绕",
        "围绕",
        "紧扣",
        "以习近平",
        "在上",
    ),
    *("在县", "在市", "在区", "在省", "把信息公开", "把政府信息公开", "依法", "及时", "通过", "累计", "依托"),
)
_LONGEST = 26
_LONGEST_REMEMBERED = 1000


def subjects_in(text: str, *, departments: bool) -> Iterator[tuple[int, Body]]:
    """Where such a body is named, and which; whether the name heads a sentence is left to ``heads_sentence``.

    Args:
        text: running text.
        departments: names of departments, else of places and their governments.
    """
    start = 0
    for line in text.split("\n"):
        look = _subjects_in_line if len(line) <= _LONGEST_REMEMBERED else _subjects_in_line.__wrapped__
        for at, found in look(line, departments):
            yield start + at, found
        start += len(line) + 1


@lru_cache(maxsize=2048)
def _subjects_in_line(text: str, departments: bool) -> tuple[tuple[int, Body], ...]:
    found: list[tuple[int, Body]] = []
    for ending in _DEPARTMENTS if departments else _PLACES:
        at = text.find(ending)
        while at >= 0:
            end = at + len(ending)
            if at > 0 and text[at - 1] not in _ITSELF and _is_said_of_oneself(text, end):
                start = _run_before(text, at)
                name = body(text[start:end])
                if name is not None and name.kind:
                    found.append((start, name))
            at = text.find(ending, end)
    return tuple(found)


def heads_sentence(text: str, start: int) -> bool:
    """Whether nothing but a number, the year, 在……下 or 为…… stands before this in its sentence."""
    begin, _ = around(text, start, start, "。;!?\n")
    return _opening().fullmatch(text, begin, start) is not None


def _is_said_of_oneself(text: str, end: int) -> bool:
    for words in (_OFFICES, _ITS_PEOPLE):
        if not text.startswith(_PREDICATES, end):
            end += next((len(word) for word in words if text.startswith(word, end)), 0)
    return text.startswith(_PREDICATES, end)


def _run_before(text: str, at: int) -> int:
    """Where the Chinese characters begin that reach up to here; the 年 of a year and 一是 are not among them."""
    start = at
    while start > max(0, at - _LONGEST) and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    for word in ("年度", "年以来", "年", "一是", "二是", "三是", "四是", "五是"):
        if text.startswith(word, start) and (word[0] != "年" or text[start - 1 : start].isdecimal()):
            return start + len(word)
    return start


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:\([一二三四五六七八九十]\)(?:[^。;\n]{2,12}[:,])?|[一二三四五六七八九十]是|\d[.、])?"
        r"(?:20\d\d年(?:度|以来|来)?,?|[一近]年来,?|(?:今年|一直|长期)以来,?|全年,?|年内,?)?"
        r"(?:(?:在|根据|按照|为|围绕|遵照|对照|结合|通过|针对|对于|面对|聚焦|紧扣|依托|鉴于|随着)[^。;,\n]{2,40},){0,2}"
    )
