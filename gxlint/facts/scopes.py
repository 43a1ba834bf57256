"""Whose figures: the reporting body's own, those of a whole area, or another body's."""

import re
from functools import cache

from gxlint.facts.fact import Scope
from gxlint.facts.forms import Word
from gxlint.facts.sentence import Sentence
from gxlint.model import Report
from gxlint.source.pattern import HAN

_LEADS = (
    "",
    "全年",
    "共",
    "据统计",
    "年",
    "年度",
    "来",
    "在",
    ",",
    "、",
    "期间",
    "由",
    "经",
    "目前",
    "其中",
    "其中:",
    "其中,",
)
_FIRST_PERSON = ("我", "本", "机关", "局", "委", "办", "政务公开", "信息公开")
_THROUGH = ("通过", "依托", "利用", "在", "向", "从", "经", "借助", "于")
_LONGEST_SUBJECT = 30
_TELLING = 3  # so many characters at the end of a name tell bodies apart
_GOVERNMENT = ("政府", "政府办", "政府办公室", "政府办公厅")


@cache
def _body() -> re.Pattern[str]:
    kinds = "局|委员会|委|办公室|办公厅|办|厅|中心|乡|镇|街道|办事处|政府|公司|学校|医院|法院|大队|支队"
    adverbs = (
        "(?:[全当]年|本年度?|累计|一共|共计?|总共|均|已|分别|依法|新|先后|登记|主动|直接|通过|年内|内|依规)*"
    )
    return re.compile(rf"({HAN}{{2,18}}?(?:{kinds})){adverbs}$")


@cache
def _office() -> re.Pattern[str]:
    return re.compile("(?:党政|综合|行政|政务|公开|信息|办公)*(?:办公室|办)$")


class Whose:
    """How the report's own body decides what words like 全县 mean, and which names are its own."""

    def __init__(self, report: Report) -> None:
        self._organisation = report.organisation or ""
        self._government = report.body_type == "government"
        self._aggregate = report.scope == "aggregate"
        self._known: dict[str, Scope] = {}
        self.identity = self._organisation, self._government, self._aggregate

    def scope(self, word: Word | None, subject: str = "") -> Scope:
        """The scope of a figure.

        全县 is the body's own in a report that adds up a county, and may be in any other report of a government; a
        department that says 全县 speaks of others too.

        Args:
            word: the SCOPE token that the figure stands under, if any.
            subject: the words that stand in the place of the subject: the name of a body, perhaps.
        """
        if word is None:
            if subject not in self._known:
                self._known[subject] = self._named(subject)
            return self._known[subject]
        if word.key == "own":
            return "own"
        if word.key == "area" and self._government:
            return "own" if self._aggregate else "unclear"
        if word.key == "level":
            return "unclear" if self._aggregate else "own"
        return "aggregate"

    def _named(self, subject: str) -> Scope:
        """The scope that the name of a body before the verb sets; other texts set none."""
        match = _body().search(subject[-_LONGEST_SUBJECT:])
        if match is None or not self._organisation:
            return "own"
        name = match[1]
        if name.startswith((*_FIRST_PERSON, *_THROUGH)) or self._organisation.endswith(name[-_TELLING:]):
            return "own"
        if self._government and "政府办" in name and "办公" not in self._organisation:
            return "unclear"  # the office may speak of itself or for the whole government
        if not self._government:
            name = _office().sub("", name) or name  # 县财政局办公室, 镇党政办
        if _abbreviates(name, self._organisation) or (self._government and name.endswith(_GOVERNMENT)):
            return "own"
        return "other"


def _abbreviates(name: str, full: str) -> bool:
    """Whether a name's characters stand in the full name in the same order: 县医保局, 青岭县医疗保障局."""
    rest = iter(full)
    return all(char in rest for char in name)


class Speaker:
    """Who the words read so far speak of."""

    def __init__(self, sentence: Sentence) -> None:
        self._text = sentence.text
        self.word: Word | None = None

    def read(self, word: Word, previous_end: int) -> None:
        """Take in a SCOPE token: it counts where it can be the subject of its phrase, not where it is an object."""
        if self._text[previous_end : word.start].strip(" 的") in _LEADS:
            self.word = word
