"""What a number counts: the words around it, taken together."""

from typing import TYPE_CHECKING

from gxlint.facts.clues import Clues, Meaning
from gxlint.facts.forms import Word
from gxlint.facts.memory import FAMILIES, disputed
from gxlint.facts.requested import CASES, JOINTS, request

if TYPE_CHECKING:
    from gxlint.facts.fact import Measure

_DOCUMENTS = frozenset(("件", "份", "个", "部", "条", "项", "篇", "种", ""))
_PIECES = frozenset(("条", "篇", "则", "件", "份", "次", "期", "个", "条次", "篇次", "项"))
_TIMES = frozenset(("次", "期", "场", "场次", "班", "班次", "个", "件", "条", "篇", "份", "项", "件次"))
_NO_OUTCOME = ("documents", "decisions", "publicity", "fees")  # 规范性文件全部公开
_PROPOSING = ("提请", "报请", "建议", "推动", "配合", "参与", "协助")
_FORWARD = ("结转", "转结", "跨年", "跨年度")
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
        request,
        _information,
    ):
        if (found := read(clues)) is not None:
            return found
    return []


def _carried(clues: Clues) -> list[Meaning] | None:
    """结转: from last year, or into the next."""
    if clues.unit not in CASES or clues.family not in ("", "requests"):
        return None
    carry, pending = clues.verbs.get("carry"), "pending" in clues.verbs
    topic = clues.about_requests()
    if pending and not carry and "last_year" in clues.whens and "next_year" not in clues.whens:
        return [Meaning("carried_over", verb=clues.verb("pending"), topic=topic)]  # 上年度未办结的2件
    if carry and "last_year" in clues.whens and "next_year" not in clues.whens:
        if "receive" in clues.verbs and _joined(clues, clues.verbs["receive"], carry):
            return [Meaning("received_and_carried_over", verb=clues.verb("receive"), topic=topic)]
        return [Meaning("carried_over", verb=clues.written(carry), topic=topic)]
    if "next_year" in clues.whens and (
        carry or pending or "handle" in clues.verbs or clues.memory.family == "requests"
    ):
        return [Meaning("carried_forward", verb=clues.verb("carry", "pending", "handle"), topic=topic)]
    if pending and (clues.family or clues.memory.family == "requests" or topic == "disclosure" or clues.zero):
        return [Meaning("carried_forward", verb=clues.verb("pending"), topic=topic)]
    if carry and (clues.zero or clues.written(carry).endswith(_FORWARD)):
        return [Meaning("carried_forward", verb=clues.written(carry), topic=topic)]
    return None


def _joined(clues: Clues, one: Word, other: Word) -> bool:
    """上年结转和本年新收: both in one number."""
    between = clues.text[min(one.end, other.end) : max(one.start, other.start)]
    return any(mark in between for mark in "和及与、加")


def _dispute(clues: Clues) -> list[Meaning] | None:
    """Reviews and lawsuits, and how they ended."""
    if clues.unit not in CASES or "hold" in clues.verbs:
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
    if outcome is None or clues.unit not in CASES or clues.family in _NO_OUTCOME:
        return None
    if clues.of_papers:
        return None
    outcome = _reason(clues, outcome)
    if not clues.zero and _several(clues):
        return []
    head = clues.head
    if head is not None and head.start > outcome.start and clues.family not in ("requests", "information"):
        return None
    if outcome.key == "granted" and clues.verb("disclose") in ("主动公开", "主动发布"):
        return None
    topic = clues.about_requests()
    return [Meaning(outcome.key, topic=topic)]


def _reason(clues: Clues, outcome: Word) -> Word:
    """The reason where it is told with its outcome: 因本机关不掌握相关政府信息无法提供3件."""
    words = [word for word in (*clues.before, *clues.after) if word.type == "OUTCOME"]
    for one, other in ((outcome, word) for word in words if word is not outcome):
        reason, group = (one, other) if "." in one.key else (other, one)
        between = clues.text[min(one.end, other.end) : max(one.start, other.start)]
        if reason.key.partition(".")[0] == group.key:
            return group if "等" in between or "、" in between else reason
    return outcome


def _document(clues: Clues) -> list[Meaning] | None:
    """Normative documents and regulations: made, withdrawn, in force, published."""
    if clues.unit not in _DOCUMENTS or _is_proposed(clues):
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
    if not measure and clues.has("OUTCOME"):
        measure = "disclosed"  # 12件规范性文件全部公开
    if clues.family == "documents":
        keys = tuple(dict.fromkeys(word.key for word in clues.nouns if FAMILIES[word.key] == "documents"))
        if len(keys) > 1 and not clues.zero and not clues.has("EACH"):
            return []
    elif not clues.nouns and clues.memory.family == "documents" and measure and not clues.of_something_else:
        keys = (clues.memory.documents,)
    else:
        return None
    verb = clues.verb("repeal", "in_force", "issue", "disclose")
    return [Meaning(key, measure=measure, verb=verb) for key in keys]


def _is_proposed(clues: Clues) -> bool:
    """Whether it is only moved that documents be made or withdrawn: 提请废止政府规章1件."""
    return any(word.type == "VERB" and clues.text[: word.start].endswith(_PROPOSING) for word in clues.before)


def _decision(clues: Clues) -> list[Meaning] | None:
    """Licences, penalties, compulsory measures."""
    head = clues.head
    if clues.family != "decisions" or head is None or clues.unit not in CASES:
        return None
    kinds = {word.key for word in clues.nouns if FAMILIES[word.key] == "decisions"}
    if len(kinds) > 1 and not clues.zero:
        return []  # 行政许可和行政处罚信息58条: one number for both
    measure: Measure = "disclosed" if clues.published or "disclose" in clues.verbs else "decisions"
    return [Meaning(head.key, measure=measure, verb=clues.verb("disclose", "decide", "handle"))]


def _several(clues: Clues) -> bool:
    """予以公开和部分公开共9件: one number for two outcomes."""
    outcomes = [word for word in clues.before if word.type == "OUTCOME"]
    return len(outcomes) > 1 and clues.text[outcomes[-2].end : outcomes[-1].start] in JOINTS


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
    if head.key == "fee_notice" and clues.unit in CASES:
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
