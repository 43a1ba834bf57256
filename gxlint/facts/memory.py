"""What nouns are about, and what a paragraph has been about so far."""

from collections.abc import Iterable, Sequence

from gxlint.facts.fact import Topic
from gxlint.facts.forms import Word
from gxlint.source.record import Record

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

_DISPUTES = ("reconsideration", "litigation", "disputes")


class Memory(Record):
    """What earlier words of the paragraph were about."""

    topic: Topic = "unclear"
    family: str = ""
    disputes: tuple[str, ...] = ()
    disputes_topic: Topic = "unclear"
    documents: str = ""
    publishing: bool = False

    @property
    def state(self) -> tuple[object, ...]:
        """All of it, to compare."""
        return self.topic, self.family, self.disputes, self.disputes_topic, self.documents, self.publishing

    def mention(self, words: Iterable[Word]) -> None:
        """Take in words that have no number: what is spoken of is what numbers after it are of."""
        last = ""
        matters = False
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
                matters |= key == "matter"
            elif key == "disclose":
                self.publishing = True
        if last in ("requests", "disputes", "documents"):
            self.family = last
        if disputes:
            self.disputes = tuple(disputes)
            self.disputes_topic = "disclosure" if matters else self.disputes_topic

    def leave_requests(self) -> None:
        """Take in that something was received or handled that is none of the known things: 收到感谢信5件,均已答复."""
        self.family = "elsewhere"

    def counted(self, nouns: Sequence[Word], subject: str, topic: Topic, *, publishing: bool) -> None:
        """Take in what a number was of: numbers after it may be of the same without saying so."""
        family = FAMILIES[nouns[-1].key] if nouns else ""
        self.publishing |= publishing
        if family in ("elsewhere", "decisions") or subject == "proposals":
            self.topic = "other"
        if family == "disputes":
            self.family, self.disputes, self.disputes_topic = family, disputed(nouns), topic
        elif family == "documents":
            self.family, self.documents = family, nouns[-1].key
        elif family not in ("", "requests") or subject.startswith(("disclosed", "gazette")):
            self.family = family or "information"
        elif subject != "other" and self.family != "documents" and not subject.startswith(_DISPUTES):
            self.family = "requests"


def disputed(nouns: Iterable[Word]) -> tuple[str, ...]:
    """The kinds of dispute that nouns name, each once."""
    found = dict.fromkeys(word.key for word in nouns if FAMILIES.get(word.key) == "disputes")
    if any(key.startswith("litigation_") for key in found):
        found.pop("litigation", None)  # 未经复议直接起诉的行政诉讼
    return tuple(found)
