"""Counts that are no figure of a table although they are called like one: parts of it, or other things."""

import re
from functools import cache

from gxlint.facts import Count

_TAKEN_IN = ("received", "handled")
_DISPUTES = ("reconsideration", "litigation", "disputes")
_DECISIONS = ("licensing", "penalties", "compulsory_measures")


def is_portion(count: Count) -> bool:
    """Whether it counts less than its subject: what came in by one channel, what was another's, what two rows hold together."""
    if is_denied(count) or ("分别" not in count.label and _joined().search(count.label) is not None):
        return True
    if count.subject in _TAKEN_IN and (_by_one_way(count) or _has_channels_beside(count)):
        return True
    if count.subject in _DECISIONS and any(part.subject in _DECISIONS for part in count.parts):
        return True  # 许可、处罚信息130条,其中许可122条
    if count.limited or _is_of_a_portion(count):
        return True
    return not count.subject.startswith("not_processed") and _elsewhere().search(count.label) is not None


def is_denied(count: Count) -> bool:
    """Whether it is one that there is not: 未收到一例申请."""
    before = count.paragraph.text[max(0, count.number_start - 10) : count.number_start]
    return count.number_text == "一" and _denial().search(before) is not None


@cache
def _denial() -> re.Pattern[str]:
    return re.compile("(?:未|没有|无|不曾)[^,。;]{0,6}$")


@cache
def _joined() -> re.Pattern[str]:
    """Two outcomes told as one number, an outcome in quotation marks, or papers instead of answers."""
    return re.compile("公开”(?![类的情]|$)|公报|(?:公开|提供|处理)(?:和|与|及|、)[^,]{0,6}(?:公开|提供|处理)")


def _is_of_a_portion(count: Count) -> bool:
    whole = count.whole
    while whole is not None:
        if whole.channel or whole.period != "this_year" or whole.scope not in ("own", "unclear"):
            return True
        if whole.subject in _DISPUTES and not count.subject.startswith(_DISPUTES):
            return not count.subject.startswith(("litigation", "reconsideration"))
        whole = whole.whole
    return False


def _has_channels_beside(count: Count) -> bool:
    """Whether it is summed up with what came in by some channel: 系统收到9件,信函3件,合计12件."""
    return count.whole is not None and any(part.channel for part in count.whole.parts if part is not count)


def _by_one_way(count: Count) -> bool:
    """Whether the words before name the one way by which these came in."""
    return _way().search(count.label) is not None


@cache
def _way() -> re.Pattern[str]:
    return re.compile(
        "(?:通过|以|经)(?![^,]*(?:[等各]|多种|、))[^,]{1,16}(?:系统|平台|渠道|方式|形式|窗口|邮箱|网站)"
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(
        "意见|建议|咨询|热线|信访|投诉|留言|(?:协助|配合)[^,]{0,10}(?:办理|答复|处理)|(?<!结)转办|移送|近[三四五3-5]年"
    )
