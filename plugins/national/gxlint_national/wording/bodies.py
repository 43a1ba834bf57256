"""Names of bodies, taken apart: where a body is, and what it does.

Two names are of two bodies only where the parts say so: 云泽县财政局 and 县财政局 may be one, 发改局 is short for
发展和改革局, 新荣区自然资源局 and 大同市新荣区自然资源局 are one.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_RANKS = {
    "省": 4,
    "州": 3,
    "盟": 3,
    "市": 3,
    "县": 2,
    "区": 2,
    "旗": 2,
    "镇": 1,
    "乡": 1,
    "街道": 1,
    "苏木": 1,
}
_LEVEL = re.compile("街道|苏木|[省市县区旗州盟镇乡]")
# Words that hold the name of a level and mean something else.
_NO_LEVEL = re.compile(
    "市场|城市(?=管理|更新|建设|综合|行政|运行|规划)|市政(?![府协务])|超市|都市(?=圈|现代)|市民|市容|乡村|城乡|乡贤|返乡"
    "|县城(?![市管乡建])|小镇|联盟|红旗|自治[区州县旗]|[社景园地专郊库灾片校厂院小辖特]区|区(?:[域别间位]|分(?!局))"
    "|(?:开发|度假|示范|试验|功能|服务|保护|办公|高新|经开)区|[主老]城区"
)
_GOVERNMENT = re.compile("(?:人民)?政府(?:办公室|办)?|办事处|办公室|党委|党政(?:综合)?办公室|")
_FUNCTION = re.compile("(?![委党]|人大|政协|纪)[\u4e00-\u9fff]{1,16}(?:局|委员会|委|厅|办公室)")


class Body(NamedTuple):
    """A body's name in parts.

    ``place`` is the smallest place in it without its kind (云泽), empty in 县财政局; ``kind`` is that place's kind (县);
    ``function`` what is left (财政局), empty for a place and its government.
    """

    name: str
    place: str
    kind: str
    function: str

    @property
    def rank(self) -> int:
        """From the township (1) to the province (4); 0 where no place is named."""
        return _RANKS.get(self.kind, 0)


@lru_cache(maxsize=1024)
def body(name: str) -> Body | None:
    """A name in parts; none where it is no government's and no department's."""
    levels = list(_LEVEL.finditer(_NO_LEVEL.sub(lambda match: "·" * len(match[0]), name)))
    last = levels[-1] if levels else None
    rest = name[last.end() :] if last else name
    if _GOVERNMENT.fullmatch(rest):
        rest = ""
    elif not _FUNCTION.fullmatch(rest):
        return None
    if last is None:
        return Body(name, "", "", rest) if rest else None
    begin = max((level.end() for level in levels[:-1] if level.end() < last.start()), default=0)
    return Body(name, name[begin : last.start()], last[0], rest)


@lru_cache(maxsize=1024)
def differ(own: Body, other: Body) -> bool:
    """Whether two names are certainly of two bodies of the same sort.

    A superior, a subordinate, a government beside its department and a shorter name are no such pair.
    """
    if bool(own.function) != bool(other.function):
        return False
    same_function = _same_function(own.function, other.function)
    if own.rank and other.rank and own.rank != other.rank:
        # Of the same function it is the superior; a 市 may also be a county-level city beside a 县.
        return not same_function and "市" in (own.kind, other.kind) and {own.rank, other.rank} == {2, 3}
    if not own.function and own.kind == other.kind == "市":
        return False  # one may be a county-level city of the other
    places_differ = bool(own.place and other.place) and not _within(own.place, other.place)
    return places_differ or not same_function


def _within(one: str, other: str) -> bool:
    return one in other or other in one


def _same_function(one: str, other: str) -> bool:
    """Whether one name is short for the other: all its characters are there in the same order."""
    short, long = sorted((_core(one), _core(other)), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


def _core(function: str) -> str:
    return re.sub("(?:委员会|办公室|[局委厅])$", "", function)
