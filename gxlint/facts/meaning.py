"""What a number counts: the words around it, and what they say together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gxlint.facts.fact import Measure, Topic
from gxlint.facts.forms import Word

FAMILIES = {
    "request": "requests",
    "request_weak": "requests",
    "reconsideration": "disputes",
    "litigation": "disputes",
    "litigation_direct": "disputes",
    "litigation_after_reconsideration": "disputes",
    "normative_documents": "documents",
    "regulations": "documents",
    "licensing": "decisions",
    "penalties": "decisions",
    "compulsory_measures": "decisions",
    "administrative_fees": "fees",
    "information": "information",
    "policy_interpretations": "publicity",
    "public_responses": "publicity",
    "trainings": "publicity",
    "proposals": "publicity",
    "fee": "charges",
    "fee_notice": "charges",
    "fee_amount": "charges",
    "blocker": "elsewhere",
    "elsewhere": "elsewhere",
}
"""What a noun is about."""

BYSTANDERS = ("matter", "anyone", "natural_person", "legal_entity")
"""Nouns that say who, or about what; never what is counted."""

_CASES = frozenset(("件", "例", "条", "份", "起", "宗", "次", "件次", "个", "项", "", "张"))
_DOCUMENTS = frozenset(("件", "份", "个", "部", "条", "项", "篇", "种", ""))
_PIECES = frozenset(("条", "篇", "则", "件", "份", "次", "期", "个", "条次", "篇次", "项"))
_TIMES = frozenset(("次", "期", "场", "场次", "班", "班次", "个", "件", "条", "篇", "份", "项", "件次"))
_MONEY = frozenset(("元",))


class Meaning(NamedTuple):
    """One thing a number counts."""

    subject: str
    measure: Measure = ""
    channel: str = ""
    verb: str = ""
    topic: Topic = "disclosure"


@dataclass(slots=True)
class Memory:
    """What earlier words of the paragraph were about."""

    topic: Topic = "unclear"
    family: str = ""
    disputes: tuple[str, ...] = ()
    disputes_topic: Topic = "unclear"
    documents: str = ""
    publishing: bool = False

    def mention(self, words: Iterable[Word]) -> None:
        """Take in words that have no number: what is spoken of is what numbers after it are of."""
        last = ""
        disputes: list[str] = []
        for type_, _, _, key in words:
            if type_ == "NOUN":
                family = FAMILIES.get(key, "")
                last = family or last
                if family == "disputes" and key not in disputes:
                    disputes.append(key)
                elif family == "documents":
                    self.documents = key
                elif key == "request":
                    self.topic = "disclosure"
            elif key == "disclose":
                self.publishing = True
        if last in ("requests", "disputes", "documents"):
            self.family = last
        if disputes:
            self.disputes = tuple(disputes)


@dataclass(slots=True)
class Clues:
    """The words before a number and those behind it that belong to it."""

    text: str
    before: Sequence[Word]
    after: Sequence[Word]
    unit: str
    zero: bool
    memory: Memory
    year: int | None
    nouns: list[Word] = field(init=False)
    verbs: dict[str, Word] = field(init=False)
    whens: set[str] = field(init=False)
    published: bool = field(
        init=False, default=False
    )  # 行政许可信息: what is counted are pieces of information

    def __post_init__(self) -> None:
        nouns = [word for word in self.before if word.type == "NOUN" and word.key not in BYSTANDERS]
        self.nouns = nouns or [
            word for word in self.after if word.type == "NOUN" and word.key not in BYSTANDERS
        ]
        if len(self.nouns) > 1 and self._attributive(self.nouns[-2], self.nouns[-1]):
            del self.nouns[-1]
            self.published = True
        self.verbs = {}
        self.whens = set()
        for word in (*self.before, *self.after):
            if word.type == "VERB":
                self.verbs.setdefault(word.key, word)
            elif word.type == "WHEN":
                self.whens.add(word.key)
            elif word.type == "DATE" and self.year is not None:
                self.whens.add({-1: "last_year", 1: "next_year"}.get(self._year(word) - self.year, ""))

    def _attributive(self, noun: Word, last: Word) -> bool:
        """政策解读类信息 are interpretations, 行政许可信息 licences."""
        if last.key != "information" or FAMILIES[noun.key] not in ("publicity", "documents", "decisions"):
            return False
        return self.text[noun.end : last.start] in ("", "类", "公开", "类公开", "的", "相关", "决定")

    def _year(self, word: Word) -> int:
        digits = self.text[word.start : word.start + 4]
        return int(digits) if digits.isdecimal() else 0

    @property
    def head(self) -> Word | None:
        """The last noun: what a Chinese noun phrase is about."""
        return self.nouns[-1] if self.nouns else None

    @property
    def family(self) -> str:
        """What the head is about."""
        return FAMILIES[self.nouns[-1].key] if self.nouns else ""

    def last(self, type_: str) -> Word | None:
        """The last word of a terminal before the number, else the first one behind it."""
        for word in reversed(self.before):
            if word.type == type_:
                return word
        return next((word for word in self.after if word.type == type_), None)

    def first(self, type_: str, words: Iterable[Word] = ()) -> Word | None:
        """The first word of a terminal."""
        return next((word for word in (*self.before, *self.after) if word.type == type_), None)

    def verb(self, *keys: str) -> str:
        """The first of these verbs, as written."""
        return next((self.written(self.verbs[key]) for key in keys if key in self.verbs), "")

    def written(self, word: Word) -> str:
        """A word as the text has it."""
        return self.text[word.start : word.end]

    def about_requests(self) -> Topic:
        """Whether the words settle that requests for information are meant."""
        if any(word.key == "request" for word in self.nouns):
            return "disclosure"
        if any(word.key == "elsewhere" for word in self.nouns):
            return "other"
        return self.memory.topic

    def about_disputes(self) -> Topic:
        """Whether the words settle that a dispute is about the disclosure of information."""
        matters = ("matter", "request")
        if any(word.type == "NOUN" and word.key in matters for word in (*self.before, *self.after)):
            return "disclosure"
        if self.memory.topic == "disclosure":
            return "disclosure"
        return self.memory.disputes_topic


def meanings(clues: Clues) -> list[Meaning]:
    """What a number counts, as far as its words say; mostly one thing, none for what reports are not checked on.

    收到并办结 36 件 counts two things, 行政复议、行政诉讼各 1 件 too.
    """
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
    each = clues.first("EACH") is not None or clues.first("ALL") is not None
    if len(keys) > 1 and not each and not clues.zero:
        return [Meaning("disputes" + suffix, topic=topic)]
    return [Meaning(key + suffix, verb=clues.verb("receive", "happen"), topic=topic) for key in keys]


def disputed(nouns: Sequence[Word]) -> tuple[str, ...]:
    """The kinds of dispute that nouns name, each once."""
    return tuple(dict.fromkeys(word.key for word in nouns if FAMILIES[word.key] == "disputes"))


def _outcome(clues: Clues) -> list[Meaning] | None:
    """予以公开, 不予公开 …: the rows of 表三."""
    outcome = clues.last("OUTCOME")
    if outcome is None or clues.unit not in _CASES:
        return None
    head = clues.head
    if head is not None and head.start > outcome.start and clues.family not in ("requests", "information"):
        return None
    if outcome.key == "granted" and clues.verb("disclose") in ("主动公开", "主动发布"):
        return None
    topic = clues.about_requests()
    return [Meaning(outcome.key, topic=topic)]


def _request(clues: Clues) -> list[Meaning] | None:
    """Requests received, handled, closed."""
    if clues.unit not in _CASES:
        return None
    verbs, family = clues.verbs, clues.family
    acts = [key for key in ("receive", "close", "handle") if key in verbs]
    channel = _channel(clues)
    known = acts or family or (channel and clues.memory.family == "requests")
    if family not in ("", "requests") or not known or "hold" in verbs:
        return None
    topic = clues.about_requests()
    if not family and clues.memory.family == "disputes":  # 行政复议120件,受理100件
        topic = "unclear" if topic == "disclosure" else "other"
    if topic == "other":
        return None
    if not acts and not any(word.key == "request" for word in clues.nouns) and not channel:
        topic = "unclear"
    if "receive" in acts and "close" in acts and verbs["receive"].start < verbs["close"].start:
        return [
            Meaning("received", channel=channel, verb=clues.verb("receive"), topic=topic),
            Meaning("closed", channel=channel, verb=clues.verb("close"), topic=topic),
        ]
    if "close" in acts:
        return [Meaning("closed", channel=channel, verb=clues.verb("close"), topic=topic)]
    if "receive" in acts:
        return [Meaning("received", channel=channel, verb=clues.verb("receive"), topic=topic)]
    if "handle" in acts:
        return [Meaning("handled", channel=channel, verb=clues.verb("handle"), topic=topic)]
    if clues.unit not in ("件", "例", "宗", "起", "份", "") and not clues.zero:
        topic = "unclear"  # 依申请公开信息 12 条 may be what was given out
    return [Meaning("received", channel=channel, topic=topic)]


def _channel(clues: Clues) -> str:
    """The channel or the kind of applicant that a count of requests is limited to."""
    channels = {word.key for word in (*clues.before, *clues.after) if word.type == "CHANNEL"}
    if len(channels) == 1:
        return channels.pop()
    if len(channels) == 2:
        return "channel_other"
    for word in clues.before:
        if word.key in ("natural_person", "legal_entity"):
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
        if len(keys) > 1 and not clues.zero and clues.first("EACH") is None:
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
