"""The provinces: their letters in ISO 3166-2:CN, their two digits in GB/T 2260, and what they are called."""

from typing import NamedTuple


class Province(NamedTuple):
    """A province. ``letters`` as in ``CN-GS``, ``digits`` as in ``620600``, ``short`` as in 甘肃."""

    letters: str
    digits: str
    name: str
    short: str


def _province(letters: str, digits: str, name: str, short: str = "") -> Province:
    return Province(letters, digits, name, short or name[:-1])


PROVINCES = (
    _province("BJ", "11", "北京市"),
    _province("TJ", "12", "天津市"),
    _province("HE", "13", "河北省"),
    _province("SX", "14", "山西省"),
    _province("NM", "15", "内蒙古自治区", "内蒙古"),
    _province("LN", "21", "辽宁省"),
    _province("JL", "22", "吉林省"),
    _province("HL", "23", "黑龙江省"),
    _province("SH", "31", "上海市"),
    _province("JS", "32", "江苏省"),
    _province("ZJ", "33", "浙江省"),
    _province("AH", "34", "安徽省"),
    _province("FJ", "35", "福建省"),
    _province("JX", "36", "江西省"),
    _province("SD", "37", "山东省"),
    _province("HA", "41", "河南省"),
    _province("HB", "42", "湖北省"),
    _province("HN", "43", "湖南省"),
    _province("GD", "44", "广东省"),
    _province("GX", "45", "广西壮族自治区", "广西"),
    _province("HI", "46", "海南省"),
    _province("CQ", "50", "重庆市"),
    _province("SC", "51", "四川省"),
    _province("GZ", "52", "贵州省"),
    _province("YN", "53", "云南省"),
    _province("XZ", "54", "西藏自治区", "西藏"),
    _province("SN", "61", "陕西省"),
    _province("GS", "62", "甘肃省"),
    _province("QH", "63", "青海省"),
    _province("NX", "64", "宁夏回族自治区", "宁夏"),
    _province("XJ", "65", "新疆维吾尔自治区", "新疆"),
    _province("TW", "71", "台湾省"),
    _province("HK", "81", "香港特别行政区", "香港"),
    _province("MO", "82", "澳门特别行政区", "澳门"),
)
BY_LETTERS = {province.letters: province for province in PROVINCES}
BY_DIGITS = {province.digits: province for province in PROVINCES}
