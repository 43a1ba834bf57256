"""The divisions of the country by code and by name, read from ``divisions.txt`` when first asked for."""

import os
import re
from functools import cache
from typing import NamedTuple

from gxlint.lint.places.provinces import BY_DIGITS

_FILE = os.path.join(os.path.dirname(__file__), "divisions.txt")
_CODE = 6
_AUTONOMOUS = re.compile(r"自治([州县旗])$")
# The peoples that autonomous prefectures and counties are named after; longer names first.
_PEOPLES = re.compile(
    r"(?:柯尔克孜族?|达斡尔族|鄂温克族|哈萨克族?|塔吉克族?|俄罗斯族|维吾尔族?|蒙古族?|朝鲜族|布依族|哈尼族|傈僳族|拉祜族"
    r"|景颇族|布朗族|普米族|仡佬族|仫佬族|毛南族|撒拉族|保安族|裕固族|东乡族|土家族|锡伯族?|各族|藏族|羌族|回族|满族|苗族|侗族"
    r"|瑶族|壮族|白族|傣族|彝族|佤族|畲族|黎族|水族|土族|怒族|独龙族|纳西族)+$"
)
_ENDINGS = ("地区", "林区", "特区", "市", "县", "区", "盟", "旗", "州", "省")


class Division(NamedTuple):
    """A province, city or county. ``code`` has the six digits of GB/T 2260."""

    code: str
    name: str

    @property
    def above(self) -> tuple[str, ...]:
        """The codes of the province and the city it lies in, itself included, from the top down."""
        province, city = f"{self.code[:2]}0000", f"{self.code[:4]}00"
        return tuple(dict.fromkeys((province, city, self.code)))

    @property
    def level(self) -> int:
        """0 for a province, 1 for a city, 2 for a county."""
        return 0 if self.code.endswith("0000") else 1 if self.code.endswith("00") else 2

    def holds(self, code: str) -> bool:
        """Whether another division lies in it, or is it."""
        return code.startswith(self.code[: 2 * (self.level + 1)])

    @property
    def profile_code(self) -> str:
        """The code a profile for it has: ``CN-GS``, ``CN-GS-620600``."""
        letters = f"CN-{BY_DIGITS[self.code[:2]].letters}"
        return letters if self.level == 0 else f"{letters}-{self.code}"


class Table(NamedTuple):
    """All divisions. ``full`` has their names, 阿坝州 for 阿坝藏族羌族自治州 too; ``cities`` has 武威 for 武威市."""

    by_code: dict[str, Division]
    full: dict[str, list[Division]]
    cities: dict[str, list[Division]]


@cache
def table() -> Table:
    """The table; a name that several divisions bear leads to all of them."""
    made = Table({}, {}, {})
    with open(_FILE, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for line in lines:
        if line and not line.startswith("#"):
            division = Division(line[:_CODE], line[_CODE:])
            made.by_code.setdefault(division.code, division)
            made.full.setdefault(division.name, []).append(division)
            if usual := _usual(division.name):
                made.full.setdefault(usual, []).append(division)
            if division.code.endswith("00") and (word := bare(division.name)):
                made.cities.setdefault(word, []).append(division)
    return made


def bare(name: str) -> str:
    """A name without its ending: 武威 for 武威市; empty where one character or none would be left."""
    name = _usual(name) or name
    ending = next((ending for ending in _ENDINGS if name.endswith(ending)), "")
    word = name.removesuffix(ending)
    return word if len(word) > 1 else ""


def _usual(name: str) -> str:
    """阿坝州 for 阿坝藏族羌族自治州; empty for other names, and where no place's name would be left."""
    if "自治" not in name or (match := _AUTONOMOUS.search(name)) is None:
        return ""
    place = _PEOPLES.sub("", name[: match.start()])
    return place + match[1] if len(place) > 1 else ""
