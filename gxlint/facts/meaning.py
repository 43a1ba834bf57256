"""What a number counts: the words around it, taken together."""

import re
from functools import cache
from typing import TYPE_CHECKING

from gxlint.facts.clues import Clues, Meaning
from gxlint.facts.forms import Word
from gxlint.facts.memory import FAMILIES, disputed

if TYPE_CHECKING:
    from gxlint.facts.fact import Measure

_CASES = frozenset(("件", "例", "条", "份", "起", "宗", "次", "件次", "个", "项", "", "张"))
_PLAIN_CASES = frozenset(("件", "例", "宗", "起", "份", ""))
_DOCUMENTS = frozenset(("件", "份", "个", "部", "条", "项", "篇", "种", ""))
_PIECES = frozenset(("条", "篇", "则", "件", "份", "次", "期", "个", "条次", "篇次", "项"))
_TIMES = frozenset(("次", "期", "场", "场次", "班", "班次", "个", "件", "条", "篇", "份", "项", "件次"))
_SHORT = 2
_JOINTS = ("和", "及", "与", "、", "或", "以及")
_MONEY = frozenset(("元",))


def meanings(clues: Clues) -> list[Meaning]:
    """What a number counts, as far as its words say; mostly one thing, none for what reports are not checked on.

    收到并办结 36 件 counts two things, 行政复议、行政诉讼各 1 件 too.
    """
    if clues.led_away:
        return []
    for read in (
        _dispute,
        _carried,
        _outcome,
        _fee,
        _document,
        _decision,
        _publicity,
        _request,
        _information,
    ):
        if (found := read(clues)) is not None:
            return found
    return []


def _carried(clues: Clues) -> list[Meaning] | None:
    """结转: from last year, or into the next."""
    if clues.unit not in _CASES or clues.family not in ("", "requests"):
        return None
    carry, pending = clues.verbs.get("carry"), "pending" in clues.verbs
    topic = clues.about_requests()
    if carry and "last_year" in clues.whens and "next_year" not in clues.whens:
        if "receive" in clues.verbs and _joined(clues, clues.verbs["receive"], carry):
            return [Meaning("received_and_carried_over", verb=clues.verb("receive"), topic=topic)]
        return [Meaning("carried_over", verb=clues.written(carry), topic=topic)]
    if "next_year" in clues.whens and (
        carry or pending or "handle" in clues.verbs or clues.memory.family == "requests"
    ):
        return [Meaning("carried_forward", verb=clues.verb("carry", "pending", "handle"), topic=topic)]
    if pending and (clues.family or clues.memory.family == "requests"):
        return [Meaning("carried_forward", verb=clues.verb("pending"), topic=topic)]
    if carry and clues.written(carry) in ("结转", "转结"):
        known = clues.memory.family == "requests" or clues.family == "requests"
        return [Meaning("carried_forward", verb=clues.written(carry), topic=topic if known else "unclear")]
    return None


def _joined(clues: Clues, one: Word, other: Word) -> bool:
    """上年结转和本年新收: both in one number."""
    between = clues.text[min(one.end, other.end) : max(one.start, other.start)]
    return any(mark in between for mark in "和及与、加")


def _dispute(clues: Clues) -> list[Meaning] | None:
    """Reviews and lawsuits, and how they ended."""
    if clues.unit not in _CASES or "hold" in clues.verbs:
        return None
    result = clues.last("RESULT")
    named = clues.family == "disputes"
    if not named and not (result is not None and not clues.nouns and clues.memory.disputes):
        return None
    keys = disputed(clues.nouns) if named else clues.memory.disputes
    suffix = f".{result.key}" if result is not None else ""
    topic = clues.about_disputes()
    if len(keys) > 1 and not clues.has("EACH", "ALL") and not clues.zero:
        return [Meaning("disputes" + suffix, topic=topic)]
    return [Meaning(key + suffix, verb=clues.verb("receive", "happen"), topic=topic) for key in keys]


def _outcome(clues: Clues) -> list[Meaning] | None:
    """予以公开, 不予公开 …: the rows of 表三."""
    outcome = clues.last("OUTCOME")
    if outcome is None or clues.unit not in _CASES:
        return None
    if not clues.zero and _several(clues):
        return []
    head = clues.head
    if head is not None and head.start > outcome.start and clues.family not in ("requests", "information"):
        return None
    if outcome.key == "granted" and clues.verb("disclose") in ("主动公开", "主动发布"):
        return None
    topic = clues.about_requests()
    return [Meaning(outcome.key, topic=topic)]


def _request(clues: Clues) -> list[Meaning] | None:
    """Requests received, handled, closed."""
    if clues.unit not in _CASES or clues.family not in ("", "requests") or "hold" in clues.verbs:
        return None
    acts = _acts(clues)
    channel = _channel(clues)
    if not (acts or clues.family or (channel and clues.memory.family == "requests")):
        return None
    topic = clues.about_requests()
    if not clues.family and clues.memory.family == "disputes":  # 行政复议120件,受理100件
        topic = "unclear" if topic == "disclosure" else "other"
    if topic == "other":
        return None
    if not acts:
        return [
            Meaning("received", channel=channel, topic=topic if channel or _are_all(clues) else "unclear")
        ]
    return [Meaning(subject, channel=channel, verb=verb, topic=topic) for subject, verb in acts]


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
    return head in clues.before


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
    if len(channels) == 2:
        return "channel_other"
    for at, word in enumerate(clues.before):
        # 企业 or 个人 elsewhere than at the head may be one kind of applicant among several.
        if word.key in ("natural_person", "legal_entity") and (at == 0 or word.end - word.start > _SHORT):
            return word.key
    return ""


def _document(clues: Clues) -> list[Meaning] | None:
    """Normative documents and regulations: made, withdrawn, in force, published."""
    if clues.unit not in _DOCUMENTS:
        return None
    measure: Measure = ""
    for key, name in (
        ("repeal", "repealed"),
        ("in_force", "in_force"),
        ("issue", "issued"),
        ("disclose", "disclosed"),
    ):
        if key in clues.verbs:
            measure = name  # type: ignore[assignment]
            break
    if clues.family == "documents":
        keys = tuple(dict.fromkeys(word.key for word in clues.nouns if FAMILIES[word.key] == "documents"))
        if len(keys) > 1 and not clues.zero and not clues.has("EACH"):
            return []
    elif not clues.nouns and clues.memory.family == "documents" and measure:
        keys = (clues.memory.documents,)
    else:
        return None
    verb = clues.verb("repeal", "in_force", "issue", "disclose")
    return [Meaning(key, measure=measure, verb=verb) for key in keys]


def _decision(clues: Clues) -> list[Meaning] | None:
    """Licences, penalties, compulsory measures."""
    head = clues.head
    if clues.family != "decisions" or head is None or clues.unit not in _CASES:
        return None
    measure: Measure = "disclosed" if clues.published or "disclose" in clues.verbs else "decisions"
    return [Meaning(head.key, measure=measure, verb=clues.verb("disclose", "decide", "handle"))]


def _several(clues: Clues) -> bool:
    """予以公开和部分公开共9件: one number for two outcomes."""
    outcomes = [word for word in clues.before if word.type == "OUTCOME"]
    return len(outcomes) > 1 and clues.text[outcomes[-2].end : outcomes[-1].start] in _JOINTS


def _fee(clues: Clues) -> list[Meaning] | None:
    """The fee for processing information, and administrative fees."""
    head = clues.head
    if head is None:
        return None
    if clues.family == "fees":
        return [Meaning("administrative_fees", verb=clues.verb("charge"))] if clues.unit in _MONEY else None
    if clues.family != "charges":
        return None
    if clues.unit in _MONEY:
        notified = head.key == "fee_amount" and "实际" not in clues.text[max(0, head.start - 6) : head.start]
        subject = "amount_notified" if notified else "amount_collected"
        return [Meaning(f"processing_fee.{subject}", verb=clues.verb("charge"))]
    if head.key == "fee_notice" and clues.unit in _CASES:
        return [Meaning("processing_fee.notices")]
    return [Meaning("processing_fee.amount_collected", verb=clues.verb("charge"))] if clues.zero else []


def _publicity(clues: Clues) -> list[Meaning] | None:
    """Interpretations, responses, trainings, proposals."""
    head = clues.head
    if clues.family != "publicity" or head is None or not (clues.unit in _TIMES or clues.zero):
        return None
    return [Meaning(head.key, verb=clues.verb("disclose", "happen", "close", "handle"))]


def _information(clues: Clues) -> list[Meaning] | None:
    """Pieces of information published, on all channels or on one."""
    if clues.unit not in _PIECES or clues.family not in ("", "information"):
        return None
    medium = clues.last("MEDIUM")
    verb = clues.verb("disclose")
    if medium is not None and medium.key == "gazette_issues":
        return [Meaning("gazette_issues", verb=verb)] if clues.unit == "期" else None
    publishing = bool(verb) or clues.memory.publishing
    if (
        not publishing
        or clues.unit in ("个", "项", "期", "次", "件次")
        or not (clues.family or medium or verb)
    ):
        return None
    if medium is not None:
        return [Meaning("disclosed_other" if medium.key == "other" else medium.key, verb=verb)]
    if verb and clues.nouns and "信息" in clues.written(clues.nouns[-1]):
        return [Meaning("disclosed_total", verb=verb)]
    return [Meaning("disclosed_total", verb=verb)] if verb in ("主动公开", "主动发布") else None
