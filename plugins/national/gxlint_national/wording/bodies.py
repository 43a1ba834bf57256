"""Names of bodies, taken apart: where a body is, and what it does.

Two names are of two bodies only where the parts say so: 云泽县财政局 and 县财政局 may be one, 发改局 is short for
发展和改革局, 新荣区自然资源局 and 大同市新荣区自然资源局 are one.
"""

from functools import lru_cache

from gxlint.source.record import Record

_RANKS = (
    dict.fromkeys("省", 4)
    | dict.fromkeys("州盟市", 3)
    | dict.fromkeys("县区旗", 2)
    | dict.fromkeys("镇乡", 1)
)
_LONG_LEVELS = {"街道": 1, "苏木": 1}
# Words that hold the name of a level and mean something else.
_OTHERWISE = """
市场 城市管理 城市更新 城市建设 城市综合 城市行政 城市运行 城市规划 市政公用 市政管理 市政园林 市政工程 超市 都市圈 市民
市容 乡村 城乡 乡贤 返乡 县城建设 小镇 联盟 红旗 自治区 自治州 自治县 自治旗 社区 景区 园区 地区 专区 郊区 库区 灾区 片区
校区 厂区 院区 小区 辖区 特区 区域 区别 区间 区位 开发区 度假区 示范区 试验区 功能区 服务区 保护区 办公区 高新区 经开区
主城区 老城区
"""
_NO_LEVEL = tuple(_OTHERWISE.split())
_GOVERNMENTS = """
人民政府 政府 办事处 办公室 党委 党政办公室 党政综合办公室 人民政府办公室 政府办公室 人民政府办 政府办
"""
_GOVERNMENT = frozenset(_GOVERNMENTS.split())
_DEPARTMENT_ENDS = ("局", "委员会", "委", "厅", "办公室")
_NO_DEPARTMENT_BEGINS = ("委", "党", "人大", "政协", "纪")
_LONGEST_FUNCTION = 20


class Body(Record, frozen=True):
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
        return _LONG_LEVELS.get(self.kind) or _RANKS.get(self.kind, 0)


@lru_cache(maxsize=1024)
def body(name: str) -> Body | None:
    """A name in parts; none where it is no government's and no department's."""
    levels = _levels(name)
    start, kind = levels[-1] if levels else (0, "")
    rest = name[start + len(kind) :]
    if not rest or rest in _GOVERNMENT:
        rest = ""
    elif not _is_function(rest):
        return None
    if not kind:
        return Body(name, "", "", rest) if rest else None
    begin = max((at + len(level) for at, level in levels[:-1] if at + len(level) < start), default=0)
    return Body(name, name[begin:start], kind, rest)


def _levels(name: str) -> list[tuple[int, str]]:
    """Where the kinds of places stand in a name, and which."""
    for word in _NO_LEVEL:
        if word in name:
            name = name.replace(word, "·" * len(word))
    short = [(at, char) for at, char in enumerate(name) if char in _RANKS]
    long = [(at, level) for level in _LONG_LEVELS if (at := name.rfind(level)) >= 0]
    return sorted((*short, *long))


def _is_function(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_FUNCTION
        and text.endswith(_DEPARTMENT_ENDS)
        and not text.startswith(_NO_DEPARTMENT_BEGINS)
        and all("\u4e00" <= char <= "\u9fff" for char in text)
    )


@lru_cache(maxsize=1024)
def differ(own: Body, other: Body) -> bool:
    """Whether two names are certainly of two bodies of the same sort.

    A superior, a subordinate, a government beside its department and a shorter name are no such pair.
    """
    if own.name == other.name or bool(own.function) != bool(other.function):
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
    for end in ("委员会", "办公室", "局", "委", "厅"):
        if function.endswith(end):
            return function.removesuffix(end)
    return function
