"""Tokens that have a form rather than a wording: numbers with their unit, dates, titles, document numbers, list marks.

Each form is tried only where its first character stands; its pattern is compiled when that happens for the first time.
No form depends on which digits a number has, only on how many.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple


class Word(NamedTuple):
    """A token: terminal, place in the sentence, and what it says (see ``words``). Without a terminal it says nothing."""

    type: str
    start: int
    end: int
    key: str


_LONG_UNITS = ("个工作日", "个百分点", "个月", "小时", "件次", "人次", "场次", "条次", "篇次", "班次")
UNITS = frozenset(
    (*_LONG_UNITS, *"元件条例份起宗封笔通次篇期场个项部家户人名位册幅张则批类种处块台套页字天班卷辆间组")
)
"""What may stand behind a number."""

_LONGEST_UNIT = 4
# What makes another word of a unit: 六部分, 3处理.
_NO_UNIT_BEFORE = {
    "部": "分门委长署",
    "处": "理罚置长分",
    "条": "例款",
    "次": "数序",
    "家": "属庭",
    "场": "所",
    "期": "间限",
    "名": "称录",
    "起": "来草",
    "组": "织成",
    "人": "大民",
    "间": "隔",
    "批": "复准",
    "种": "植",
    "位": "于置",
    "件": "事",
    "封": "面闭",
    "笔": "记",
    "通": "知报过告",
}
_NUMERALS = "零〇一二两三四五六七八九十百千万"
_ORDINALS = "一二三四五六七八九十"
_BEFORE_A_MARK = ",。;:!?》”) "


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


_ANY = rf"(?:\d{{1,4}}|[{_NUMERALS}]{{1,5}})"
_PATTERNS = {
    "number": r"\d+(?:,\d{3})*(?:\.\d+)?",
    "size": r"[余多]?[百千万亿]{0,2}[余多几]?",
    "date": r"\d{4}年(?:度|\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日|份|底)?",
    "to": r"[起始]?,?(?:至|到|—+|-|~|―)",
    "part": r"\d{1,2}(?:月份?)?(?:至|到|-|—|~)\d{1,2}月份?",
    "numeral": rf"[{_NUMERALS}]+[余多]?",
    "none": "[也都]?(?:未收到?|未有|没有?收到|没有)",
    "chinese year": r"[一二][〇零○一二三四五六七八九]{3}年度?",
    "link": r"(?:https?:|www\.)[!-~]+|[\w.-]+@[\w.-]+",
    "mark": rf"[{_ORDINALS}]{{1,3}}(?:[是则](?!否)|、)|\d{{1,2}}(?:、|\.(?!\d))|[①-⑳]"
    rf"|\((?:[{_ORDINALS}]{{1,3}}|\d{{1,2}})\)|第[{_ORDINALS}]{{1,3}}(?=[,、:])",
    "areas": rf"(?:\d{{1,2}}|[{_NUMERALS}]{{1,3}})(?:个|大)?方面",
    "listed": rf"(?:\d{{1,2}}|[{_NUMERALS}]{{1,3}})(?:个|大|项|点|条|种|类)",
    "document": r"([〔\[【])\s?\d{4}\s?[〕\]】]\s?第?\s?\d{1,4}\s?号?|\(\s?\d{4}\s?\)\s?第?\s?\d{1,4}\s?号",
    "decree": rf"令(?:\(第?\s?{_ANY}\s?号\)|第?\s?{_ANY}\s?号)|第\s?{_ANY}\s?号(?:(?:国务院|主席)?令)?",
    "article": rf"第{_ANY}条(?:第{_ANY}款)?(?:第?[(]?{_ANY}[)]?项)?",
    "nth": rf"第\s?{_ANY}",
    "versus": r"(?:上年度?|去年度?|上一年度?|前一年|往年|\d{4}年度?)(?:全年|同期|年?末|年?底)?(?:相比|比较)?",
}


def form_at(sentence: str, at: int) -> Word | None:
    """The form that begins at a place, if any."""
    return _FORMS[sentence[at]](sentence, at)


# What stands in all of a form, and within how many characters: a look at that spares most sentences the pattern.
_TELLING = {
    "areas": ("方面", 8),
    "chinese year": ("年", 5),
    "article": ("条", 7),
    "decree": ("号", 12),
}


def _matched(name: str, type_: str, sentence: str, at: int, key: str = "") -> Word | None:
    if name in _TELLING:
        mark, reach = _TELLING[name]
        if sentence.find(mark, at, at + reach) < 0:
            return None
    match = _pattern(name).match(sentence, at)
    return Word(type_, at, match.end(), key) if match else None


def _digits(sentence: str, at: int) -> Word | None:
    before = sentence[at - 1] if at else ""
    if before.isascii() and before.isalpha():  # A4, V2
        return _skipped(sentence, at)
    match = _pattern("number").match(sentence, at)
    assert match is not None
    end = match.end()
    following = sentence[end : end + 1]
    if following == "年" or following == "月":
        return _date(sentence, at) or _skipped(sentence, at)
    if following == "%" or following == "‰":
        return Word("PERCENT", at, end + 1, "")
    if following in ("-", "至", "到", "—", "~") and (found := _matched("part", "WHEN", sentence, at, "part")):
        return found
    if following == "-" or before == "-":  # telephone numbers
        return _skipped(sentence, at)
    if following in ("、", ".") and (found := _mark(sentence, at)):
        return found
    return _announced(sentence, at) or _count(sentence, at, end)


def _skipped(sentence: str, at: int) -> Word:
    end = at
    while end < len(sentence) and (sentence[end].isdecimal() or sentence[end] in "-."):
        end += 1
    return Word("", at, end, "")


def _count(sentence: str, at: int, end: int) -> Word:
    """A number in digits with 万, 余 and a unit, where there are any."""
    match = _pattern("size").match(sentence, end)
    assert match is not None
    return Word("COUNT", at, _unit_end(sentence, match.end()), "")


def _unit_end(sentence: str, at: int) -> int:
    for length in range(_LONGEST_UNIT, 0, -1):
        unit = sentence[at : at + length]
        if unit in UNITS and sentence[at + len(unit) : at + len(unit) + 1] not in tuple(
            _NO_UNIT_BEFORE.get(unit, ())
        ):
            return at + len(unit)
    return at


def _date(sentence: str, at: int) -> Word | None:
    """A date, or a period from one to another."""
    if (first := _matched("date", "DATE", sentence, at)) is None:
        return None
    to = _pattern("to").match(sentence, first.end)
    if to and to.end() < len(sentence) and (last := _matched("date", "DATE", sentence, to.end())):
        return Word("PERIOD", at, last.end, "")
    return first


def _mark(sentence: str, at: int) -> Word | None:
    """The mark of a list's item, where one may stand: behind punctuation or at the beginning."""
    if at == 0 or sentence[at - 1] in _BEFORE_A_MARK:
        return _matched("mark", "ORDINAL", sentence, at)
    return None


def _announced(sentence: str, at: int) -> Word | None:
    """How many things are announced: (以下)三个方面, 以下4项."""
    if (found := _matched("areas", "ANNOUNCED", sentence, at)) is None:
        before = sentence[max(0, at - 3) : at].removesuffix("的")
        if before.endswith(("以下", "如下", "下列", "下述", "下面")):
            return _matched("listed", "ANNOUNCED", sentence, at)
    return found


def _numeral(sentence: str, at: int) -> Word | None:
    found = _mark(sentence, at) or _announced(sentence, at)
    if found or (found := _matched("chinese year", "DATE", sentence, at)):
        return found
    match = _pattern("numeral").match(sentence, at)
    assert match is not None
    end = _unit_end(sentence, match.end())
    if match[0] == "一" and sentence[:at].endswith(("无", "没有", "未有")):
        return Word("", at, end, "")  # 无一件: none at all
    if match[0] == "一" and (none := _pattern("none").match(sentence, end)):
        return Word("NOT", at, none.end(), "")  # 一件未收, 一件也没有
    # 一件事, 一次性, 一个样: no count.
    if end == match.end() or sentence[end : end + 1] in ("性", "事", "把", "些", "样", "般", "定", "体"):
        return Word("", at, match.end(), "")
    return Word("COUNT", at, end, "words")


def _zero(sentence: str, at: int) -> Word | None:
    """零 as a number by itself: 为零, 是零."""
    if at and sentence[at - 1] in "为是有":
        return Word("COUNT", at, _unit_end(sentence, at + 1), "words")
    return _numeral(sentence, at)


def _title(sentence: str, at: int) -> Word | None:
    """《…》 with the titles inside it."""
    depth = 0
    for end in range(at, len(sentence)):
        if sentence[end] == "《":
            depth += 1
        elif sentence[end] == "》":
            depth -= 1
            if depth == 0:
                return Word("TITLE", at, end + 1, "")
    end = sentence.find("》", at)  # one mark too many inside: up to the first that closes
    return Word("TITLE", at, end + 1, "") if end > 0 else None


def _bracket(sentence: str, at: int) -> Word | None:
    begins = sentence[at + 1 : at + 3].strip()[:1].isdecimal()
    found = _matched("document", "NUMBER", sentence, at) if begins else None
    if found or sentence[at] != "(":
        return found
    return _mark(sentence, at) or Word("OPEN", at, at + 1, "")


def _ordinal(sentence: str, at: int) -> Word | None:
    """What begins with 第: an article, a decree, the mark of an item, or something else that is no count."""
    found = _matched("article", "ARTICLE", sentence, at)
    if found or (found := _matched("decree", "DECREE", sentence, at)):
        return found
    return _mark(sentence, at) or _matched("nth", "", sentence, at)


def _each(sentence: str, at: int) -> Word | None:
    return Word("EACH", at, at + 1, "") if sentence[at + 1 : at + 2] in set("0123456789一二两") else None


def _more(sentence: str, at: int) -> Word | None:
    if not sentence[at + 1 : at + 2].isdecimal():
        return None
    return Word("MOVE", at, at + 1, "1" if sentence[at] == "多" else "-1")


def _intended(sentence: str, at: int) -> Word | None:
    """拟保留18件: a plan; not 草拟, 拟定."""
    if sentence[at - 1 : at] in ("草", "代", "模", "虚", "比") or sentence[at + 1 : at + 2] in (
        "定",
        "订",
        "稿",
        "制",
    ):
        return None
    return Word("WHEN", at, at + 1, "plan")


def _versus(sentence: str, at: int) -> Word | None:
    """较上年, 比2023年: the year is told from the digits by who reads it."""
    match = _pattern("versus").match(sentence, at + 1)
    return Word("VERSUS", at, match.end(), "last_year") if match else None


def _always(type_: str) -> Callable[[str, int], Word | None]:
    return lambda sentence, at: Word(type_, at, at + 1, "")


def _named(name: str, type_: str) -> Callable[[str, int], Word | None]:
    return lambda sentence, at: _matched(name, type_, sentence, at)


_Form = Callable[[str, int], Word | None]
_FORMS: dict[str, _Form] = {
    **dict.fromkeys("0123456789", _digits),
    **dict.fromkeys("〇一二两三四五六七八九十百千万", _numeral),
    **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩", _mark),
    **dict.fromkeys("〔[【(", _bracket),
    **dict.fromkeys("多少", _more),
    **dict.fromkeys("较比", _versus),
    **dict.fromkeys("未无", _always("NOT")),
    **dict.fromkeys(";。!?", _always("STOP")),
    **dict.fromkeys("hw", _named("link", "")),
    "零": _zero,
    "《": _title,
    "第": _ordinal,
    "令": _named("decree", "DECREE"),
    "均": _always("ALL"),
    "皆": _always("ALL"),
    "拟": _intended,
    "各": _each,
    ")": _always("CLOSE"),
    ",": _always("COMMA"),
}

POSSIBLE = re.compile(f"[{re.escape(''.join(_FORMS))}]")
"""The first characters of all forms."""
