"""How sure it is that a count in the prose speaks of the same thing as the tables: what a disagreement weighs."""

import re
from functools import cache, lru_cache

from gxlint.facts import Count, Statement
from gxlint.model import Report
from gxlint.rules import Severity
from gxlint_national.figures.portions import is_portion

_OUTCOMES = ("予以公开", "不予公开", "部分公开", "无法提供", "不予处理")
_ABOUT_DISCLOSURE = ("依申请公开", "信息公开申请", "政府信息公开", "申请公开")

_OTHER_MATTERS = (
    "非政府信息公开",
    "非信息公开",
    "与政府信息公开无关",
    "信息公开以外",
    "复议机关",
    "复议机构",
    "非本机关",
    "非本单位",
    "非我局",
    "不属于政府信息公开",
    "不属于信息公开",
    "不是政府信息公开",
)
_MEDIA = ("网", "平台", "专栏", "栏目", "公报", "公众号", "微信", "渠道", "转发", "转载", "上级")
_STOPS = "。!?;\n"


def weight(fact: Count | Statement, report: Report) -> Severity | None:
    """What a disagreement with the tables weighs at most; none when it says nothing.

    An error needs the reporting body's own figure of this year, about disclosure, exact, and whole.
    """
    if fact.period != "this_year" or (isinstance(fact, Count) and is_portion(fact)):
        return None
    said = _before(fact)
    if any(words in said for words in _OTHER_MATTERS) or _is_anothers(said, report):
        return None
    weights = [_by_scope(fact, report), _by_topic(fact)]
    if isinstance(fact, Count) and fact.bound:
        weights.append(Severity.WARNING)
    if isinstance(fact, Count) and fact.measure == "disclosed" and not _is_issued(fact):
        weights.append(Severity.INFO)  # what is published is not what is made
    if None in weights:
        return None
    return max((item for item in weights if item is not None), key=lambda item: item.rank)


def _is_issued(count: Count) -> bool:
    """Whether what is published is what was made: 发布规范性文件9件, not what a web site shows."""
    documents = count.subject in ("normative_documents", "regulations")
    return (
        documents and count.verb.endswith("发布") and not any(medium in _before(count) for medium in _MEDIA)
    )


def _by_topic(fact: Count | Statement) -> Severity | None:
    if fact.topic == "disclosure":
        return Severity.ERROR
    if fact.topic == "other":
        return None
    begin, end = sentence_around(fact)
    text = fact.paragraph.text[begin:end]
    said = any(word in text for word in _ABOUT_DISCLOSURE) or sum(word in text for word in _OUTCOMES) > 1
    return Severity.WARNING if said else None


def _by_scope(fact: Count | Statement, report: Report) -> Severity | None:
    """Of a government's figures it is mostly open whether they are its own office's or those of the whole area."""
    if report.scope == "own" and report.body_type in ("department", "township"):
        return Severity.ERROR if fact.scope == "own" else None
    said = _speaker().search(_before(fact))
    if said is not None and said["office"]:
        return None
    if fact.scope == "unclear" or (fact.scope == "aggregate" and report.scope == "aggregate"):
        return Severity.WARNING
    if fact.scope != "own":
        return None
    return Severity.INFO if said is not None else Severity.ERROR


def _is_anothers(said: str, report: Report) -> bool:
    """Whether the disputes are told of that another body is a party to: 审结以镇政府为被申请人的行政复议12件."""
    if "被申请人的" not in said and "被告的" not in said:
        return False
    found = _party().findall(said)
    name = found[-1] if found else ""
    own = "本" in name or "我" in name or is_short_for(name, report.organisation or "")
    return bool(found) and not own


@cache
def _party() -> re.Pattern[str]:
    return re.compile("(?:([^,。;以对将由]{1,16}?)作?为)?(?:被申请人|被告)的")


def is_short_for(name: str, full: str) -> bool:
    """Whether a name's characters stand in the full name in the same order: 县水务局, 青岭县水务局."""
    rest = iter(full)
    return all(char in rest for char in name)


def _before(fact: Count | Statement) -> str:
    """The sentence up to the fact's end: who it speaks of stands there."""
    begin, _ = sentence_around(fact)
    return fact.paragraph.text[begin : fact.end]


def sentence_around(fact: Count | Statement) -> tuple[int, int]:
    """Where the sentence (up to a semicolon) that a fact stands in begins and ends in its paragraph."""
    return _sentence_around(fact.paragraph.text, fact.start, fact.end)


@lru_cache(maxsize=4096)
def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(text.rfind(mark, 0, start) for mark in _STOPS) + 1
    ends = [at for mark in _STOPS if (at := text.find(mark, end)) >= 0]
    return begin, min(ends, default=len(text))


@cache
def _speaker() -> re.Pattern[str]:
    """An office or the seat of a government, or the government by name; not a web site or organ called after it."""
    return re.compile(
        "(?P<office>本级|政府办|府办|办公[室厅]|本机关|机关本[级身]|我[办局委]|本[办局委])|[县市区旗州省盟]人?民?政府(?!信息|网|门户|公报|部门|各|办)"
    )
