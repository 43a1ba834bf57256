"""What the name of a body says about its level and about its power to make 规章."""

import re
from enum import IntEnum


class Level(IntEnum):
    """Administrative level, from the township up."""

    TOWNSHIP = 1
    COUNTY = 2
    CITY = 3
    PROVINCE = 4


# Patterns are compiled when they are first needed, which in most reports is never.
_TOWNSHIP = r"(?:乡|镇|街道|苏木)(?:人民政府|政府|办事处|党政(?:综合)?办公室)?$|街道办$"
# The smallest place in a body's name decides: 浙江省云泽市青岭镇…, 望川市城北区….
_LEVELS = (
    (Level.TOWNSHIP, _TOWNSHIP),
    (Level.COUNTY, r"[县旗]|(?<!自治)(?<!行政)(?<!地)区(?!域)"),
    (Level.PROVINCE, r"(?:省|自治区)(?!.*(?:市(?!场)|州|盟|地区))"),
    (Level.CITY, r"市(?!场)|州|盟|地区"),
)
_OFFICE = r"(?:人民政府|政府|(?<=[省市县区旗州盟])府)(?:办公[厅室]|办)$"
_COUNTY = r"(?:县|旗|(?<!自治)(?<!行政)(?<!地)区)(?:人民政府|政府)?$"
_DEPARTMENT = r"(?:局|厅|委|(?:管理|改革|健康|建设|工作|事务)委员会|管委会|办公室|办|中心|支队|大队|站)$"
# Bodies of the State Council, and those that may fill in for a government that has the power.
_CENTRAL = r"^(?:国家|国务院|中国|中华人民共和国|最高)|总局$|总署$|部$|审计署"
_CITY_JUSTICE = r"(?:[省市州盟]|自治区)司法[局厅]$"


def level_of(name: str) -> Level | None:
    """The level a body's name speaks of; none when it names no place of a known kind."""
    return next((level for level, pattern in _LEVELS if re.search(pattern, name)), None)


def lacks_rulemaking_power(name: str) -> bool:
    """Whether a body certainly cannot make 规章 (立法法 2023, articles 91 and 93).

    Only provinces, cities divided into districts, autonomous prefectures and bodies of the State Council can.
    A 人民政府 of a 市 may be either kind of city, so it is never certain; an office of a government (府办)
    reports for that government; a city's 司法局 may fill in for its government.
    """
    if re.search(_CENTRAL, name) or re.search(_CITY_JUSTICE, name):
        return False
    name = re.sub(_OFFICE, "人民政府", name)
    return any(re.search(pattern, name) for pattern in (_TOWNSHIP, _COUNTY, _DEPARTMENT))
