"""Requests for information: received, handled, closed, by which channel and by whom."""

import re
from functools import cache

from gxlint.facts.clues import Clues, Meaning
from gxlint.facts.forms import Word

CASES = frozenset(("件", "例", "条", "份", "起", "宗", "次", "件次", "个", "项", "", "张", "封"))
"""What requests and disputes are counted in, rightly or not."""

JOINTS = ("和", "及", "与", "、", "或", "以及")
"""What stands between two things that are named together."""

_PLAIN_CASES = frozenset(("件", "例", "宗", "起", "份", ""))
_ABOUT_ANSWERS = (
    *("不服", "不满", "有异议", "持异议"),
    *("内容", "意见", "文书", "结果", "质量", "书", "函", "材料", "期限", "时限"),
)
_SHORT = 2
_UNITS = ("件", "例", "宗", "份", "个", "条", ")", "")


def request(clues: Clues) -> list[Meaning] | None:
    """Requests received, handled, closed."""
    if clues.unit not in CASES or clues.family not in ("", "requests") or "hold" in clues.verbs:
        return None
    acts = _acts(clues)
    channel = _channel(clues)
    if not (acts or clues.family or (channel and clues.memory.family == "requests")):
        return None
    if _are_some(clues) if acts else _are_no_requests(clues):
        return None
    if clues.of_another_thing if clues.family else clues.of_something_else:
        return None
    topic = clues.about_requests()
    if not clues.family and clues.memory.family == "disputes":  # 行政复议120件,受理100件
        topic = "unclear" if topic == "disclosure" else "other"
    if topic == "other" or (not clues.family and clues.memory.family == "elsewhere"):  # 来电20件,办结20件
        return None
    if not acts and not clues.zero and _left_over().match(clues.text, clues.end):
        return [Meaning("carried_forward", topic=topic)]  # 有2件申请因办理期限未满,结转下年度
    if not acts:
        return [
            Meaning("received", channel=channel, topic=topic if channel or _are_all(clues) else "unclear")
        ]
    return [Meaning(subject, channel=channel, verb=verb, topic=topic) for subject, verb in acts]


def _are_no_requests(clues: Clues) -> bool:
    """Whether what is called requests without being received or handled is something else: 专题研究依申请公开1次."""
    if clues.of_papers:
        return True
    return clues.unit not in _PLAIN_CASES and clues.unit not in ("条", "项") and not clues.zero


def _are_some(clues: Clues) -> bool:
    """Whether words behind a number tell of some of the answers: 2件延长期限后办结, 对1件答复不服."""
    closed = clues.verbs.get("close")
    if closed is None or closed.start < clues.end:
        return False
    if clues.text.startswith(_ABOUT_ANSWERS, closed.end):
        return True
    return _without_more().fullmatch(clues.text, clues.end, closed.start) is None


@cache
def _without_more() -> re.Pattern[str]:
    """What may stand between a number and 办结 without telling of some among all."""
    return re.compile(
        "(?:政府|信息|公开|依?申请|事项|表|件|的|,|已|均|都|皆|全部|全|按[时期]|如期|准时|及时|依[法规]|规范|予以|作出|做出|进行|得到|完成|实现|并|也|现|书面"
        "|办理|处理|受理|收到|登记|[我本][局委办镇乡]|严格|当年|年[度内底]|本?年度?|20[0-9]{2}年(?!1?[0-9]月)"
        "|在[^,。;]{0,16}[内前]|按照?[^,。;]{0,14}(?:规定|要求|时限|期限|程序|内)|100%)*"
    )


@cache
def _left_over() -> re.Pattern[str]:
    return re.compile(r"[^。;\d]*(?:结转|转[至入到]?|顺延|延[续至到])(?:[至入到])?(?:下|次年|\d{4}年)")


def _are_all(clues: Clues) -> bool:
    """Whether requests that nothing is said to have been done with are all there were.

    对3件政府信息公开申请进行回访 speaks of some, and 依申请公开信息12条 may be what was given out.
    """
    if clues.zero:
        return True
    head = clues.head
    if (
        head is None
        or head.key != "request"
        or clues.unit not in _PLAIN_CASES
        or _object().search(clues.text, 0, head.start)
    ):
        return False
    return head in clues.before or (
        not clues.before and clues.text.startswith(("均", "全部", "都", "皆"), head.end)
    )


@cache
def _object() -> re.Pattern[str]:
    """What makes the words up to a place the object of something else that is told."""
    return re.compile("(?:[对因就将把]|涉及|关于|围绕)[^,。;:、]{0,14}$")


def _acts(clues: Clues) -> list[tuple[str, str]]:
    """What was done with requests, and the verb that says so; 收到并办结 is both."""
    verbs = clues.verbs
    received, closed = verbs.get("receive"), verbs.get("close")
    if received and closed and received.start < closed.start:
        return [("received", clues.written(received)), ("closed", clues.written(closed))]
    if closed:
        return [("closed", clues.written(closed))]
    if received:
        return [("received", clues.written(received))]
    return [("handled", clues.written(verbs["handle"]))] if "handle" in verbs else []


def _channel(clues: Clues) -> str:
    """The channel or the kind of applicant that a count of requests is limited to."""
    channels = {word.key for word in (*clues.before, *clues.after) if word.type == "CHANNEL"}
    if len(channels) == 1:
        return channels.pop()
    if len(channels) > 1:
        return "" if _and_others(clues) else "channel_other"
    for at, word in enumerate(clues.before):
        # 企业 or 个人 elsewhere than at the head, or beside another, may be one kind of applicant among several.
        if (
            word.key in ("natural_person", "legal_entity")
            and (at == 0 or word.end - word.start > _SHORT)
            and not _is_joined(clues.text, word)
        ):
            return word.key
    return ""


def _is_joined(text: str, word: Word) -> bool:
    """Whether an applicant is named with another one: 单位和个人; not 自然人19件、企业2件."""
    if text[word.end : word.end + 1] in JOINTS:
        return True
    return text[word.start - 1 : word.start] in JOINTS and text[word.start - 2 : word.start - 1] not in _UNITS


def _and_others(clues: Clues) -> bool:
    """通过网络、信函等渠道, 线上线下各种方式: all ways, some of them by name."""
    last = max(word.end for word in (*clues.before, *clues.after) if word.type == "CHANNEL")
    return len({word.key for word in clues.before if word.type == "CHANNEL"}) > 2 or clues.text.startswith(
        ("等", "各", "多种", "以及其他", "及其他"), last
    )
