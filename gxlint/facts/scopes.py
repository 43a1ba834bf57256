"""Whose figures: the reporting body's own, those of a whole area, or another body's."""

from gxlint.facts.fact import Scope
from gxlint.facts.forms import Word
from gxlint.facts.sentence import Sentence
from gxlint.model import Report

_LEADS = ("", "全年", "共", "据统计", "年", "年度", "来", "在", ",", "、", "期间", "由", "经", "目前")


class Whose:
    """How the report's own body decides what words like 全县 mean."""

    def __init__(self, report: Report) -> None:
        self._government = report.body_type == "government"
        self._aggregate = report.scope == "aggregate"

    def scope(self, word: Word | None) -> Scope:
        """The scope that a SCOPE token sets; the body's own where there is none.

        全县 is the body's own in a report that adds up a county, and may be in any other report of a government; a
        department that says 全县 speaks of others too.
        """
        key = word.key if word is not None else "own"
        if key == "own":
            return "own"
        if key == "area" and self._government:
            return "own" if self._aggregate else "unclear"
        if key == "level":
            return "unclear" if self._aggregate else "own"
        return "aggregate"


class Speaker:
    """Who the words read so far speak of."""

    def __init__(self, sentence: Sentence) -> None:
        self._text = sentence.text
        self.word: Word | None = None

    def read(self, word: Word, previous_end: int) -> None:
        """Take in a SCOPE token: it counts where it can be the subject of its phrase, not where it is an object."""
        if self._text[previous_end : word.start].strip(" 的") in _LEADS:
            self.word = word
