"""The words around a number, and what single ones among them say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from gxlint.facts.fact import Measure, Topic
from gxlint.facts.forms import Word
from gxlint.facts.memory import BYSTANDERS, FAMILIES, Memory

_SHORTEST_NAME = 2


@cache
def _other_head() -> re.Pattern[str]:
    """Heads of noun phrases that are none of ours: 行政复议典型案例8件, 规范性文件合法性审核12件."""
    heads = "案例|材料|资料|栏目|制度|流程|模板|条款|备案|审核|审查|清理|目录|清单|指南|评查|抽查|复核|文件|报告|页面|预案|专题"
    return re.compile(f"(?:{heads})(?:共计?|合计|总计|为|是|有|达|约|:)*$")


@cache
def _unrelated() -> re.Pattern[str]:
    """Words that say that disputes are about something else."""
    return re.compile(
        "不服(?![^,。;]{0,14}公开)|公开[^,。;]{0,4}无关|[不未]涉及[^,。;]{0,6}公开|非[^,。;]{0,4}公开[^,。;]{0,4}[引原]"
    )


@cache
def _deciding() -> re.Pattern[str]:
    """Words of a body that decides disputes between others."""
    return re.compile("审结|复议机[构关]|被申请人|复议职[责能]|调解|化解|审理")


class Meaning(NamedTuple):
    """One thing a number counts."""

    subject: str
    measure: Measure = ""
    channel: str = ""
    verb: str = ""
    topic: Topic = "disclosure"


@dataclass(slots=True)
class Clues:
    """The words before a number and those behind it that belong to it; ``at`` is where the number begins."""

    text: str
    before: Sequence[Word]
    after: Sequence[Word]
    at: int
    unit: str
    zero: bool
    memory: Memory
    year: int | None
    nouns: list[Word] = field(init=False)
    verbs: dict[str, Word] = field(init=False)
    whens: set[str] = field(init=False)
    published: bool = field(init=False)  # 行政许可信息: what is counted are pieces of information

    def __post_init__(self) -> None:
        self.nouns = _nouns(self.before) or _nouns(self.after)
        self.published = len(self.nouns) > 1 and self._attributive(self.nouns[-2], self.nouns[-1])
        if self.published:
            del self.nouns[-1]
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
    def led_away(self) -> bool:
        """Whether what the number counts is another thing, named after the words: 规章和重要文件163件."""
        if not self.before or self.zero:
            return False
        between = self.text[self.before[-1].end : self.at]
        if "(" in between or "分别" in between:
            return False
        if len(between) > _SHORTEST_NAME and between[0] in "和及与、":
            return True
        return self.family != "publicity" and _other_head().search(between) is not None

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

    def has(self, *types: str) -> bool:
        """Whether there is a word of one of these terminals."""
        return any(word.type in types for word in (*self.before, *self.after))

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
        if self.nouns and any(word.key == "matter" for word in (*self.before, *self.after)):
            return "disclosure"  # 政府信息公开方面的申请
        return self.memory.topic

    def about_disputes(self) -> Topic:
        """Whether the words settle that a dispute is about the disclosure of information."""
        matters = ("matter", "request")
        if any(word.type == "NOUN" and word.key in matters for word in (*self.before, *self.after)):
            return "disclosure"
        if _unrelated().search(self.text):
            return "other"
        if "receive" in self.verbs or "handle" in self.verbs:  # perhaps as one that decides disputes
            return "other" if _deciding().search(self.text) else self.memory.disputes_topic
        if self.memory.topic == "disclosure":
            return "disclosure"
        return self.memory.disputes_topic


def _nouns(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if word.type == "NOUN" and word.key not in BYSTANDERS]
