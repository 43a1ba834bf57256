"""Who reports: governments from the township up, and departments."""

from gxlint.formats import LEVELS
from gxlint.model.body import body_type

NAMES: dict[str, tuple[str, str]] = {
    "township": ("乡镇", "township"),
    "county": ("县级", "county"),
    "city": ("市级", "city"),
    "province": ("省级", "province"),
    "department": ("部门", "department"),
}
"""What each level is called, in Chinese and English."""
_ALIASES = {
    "township": ("乡镇政府", "乡", "镇", "街道", "街道办事处", "town"),
    "county": ("县", "区", "旗", "县区", "区县", "县政府", "区政府"),
    "city": ("市", "州", "盟", "市州", "地市", "设区的市", "市政府"),
    "province": ("省", "自治区", "直辖市", "省政府"),
    "department": ("政府部门", "局", "委", "办", "机关"),
}
_PROVINCES = ("省", "自治区")
_COUNTIES = ("县", "区", "旗")


def level_named(word: str) -> str | None:
    """The level that a word stands for, in either language."""
    plain = word.strip().lower()
    return next((level for level in LEVELS if plain in (level, *NAMES[level], *_ALIASES[level])), None)


def level_of(organisation: str) -> str | None:
    """The level of a body by its name, as far as that tells: a city may be one of the size of a county."""
    kind = body_type(organisation)
    if kind != "government":
        return kind
    place = organisation.partition("人民政府")[0].partition("政府")[0]
    if place.endswith(_PROVINCES):
        return "province"
    return "county" if place.endswith(_COUNTIES) else None
