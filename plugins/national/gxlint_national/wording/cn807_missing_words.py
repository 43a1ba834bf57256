"""CN807 missing-words."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Edit, Finding, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.wording.doubled import Doubled, doubled_in
from gxlint_national.wording.prose import Prose, prose
from gxlint_national.wording.vocabulary import missing_words

_MARKS = ",、。;:"
_LONGEST_TITLE = 40
_DROP_ONE = Message("删去多出的“{got}”", "Drop the second “{got}”")


class MissingWords(Rule):
    """句子没有漏字、衍字和残句。

    只查肯定不通的:错误搭配(造成严重后的、将在的工作中、进下一步)、重复的字词和分句(的的、资金资金)、以“的”“了”开头或在
    “以及”“进一步”处断掉的残句。叠词、“目的的”“参与与会”这类相邻的两个词,以及散落的表格文字不算。

    Wrong:
        五、存在的主要问题及改进情况
        政策解读不够丰富。下一步我局将⟦在的工作中⟧加强解读。
    Right:
        五、存在的主要问题及改进情况
        政策解读不够丰富。下一步我局将在今后的工作中加强解读。
    """

    code, name, severity = "CN807", "missing-words", Severity.WARNING
    reach = "paragraph"
    fix = "suggested"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message(
            "“{got}”不通,疑为“{right}”", "“{got}” makes no sense; “{right}” is probably meant"
        ),
        "doubled": Message("“{got}”重复", "“{got}” stands there twice"),
        "fragment": Message("残句:“{got}”前后缺字", "A sentence is broken at “{got}”"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for the slips of the table, for repetitions, and for sentences that begin or end in the air."""
        text = prose(report)
        reached = 0
        found = (*self._slips(text, report), *self._doubled(text))
        for start, end, finding in sorted(found, key=lambda item: (item[0], -item[1])):
            if start >= reached:
                reached = end
                yield finding

    def _slips(self, text: Prose, report: Report) -> Iterator[tuple[int, int, Finding]]:
        for found in missing_words(report):
            wrong, right = found.slip.wrong, found.slip.right
            if _in_law_title(text.text, found.start):
                continue
            start, end = found.start, found.end
            if right:
                finding = self.at(text.place(start, end), where=text.where(start), got=wrong, right=right)
                yield start, end, finding.suggest(right)
            else:
                words = wrong.strip(_MARKS)
                start += wrong.index(words)
                place = text.place(start, start + len(words))
                finding = self.at(place, "fragment", where=text.where(start), got=words)
                yield start, start + len(words), finding

    def _doubled(self, text: Prose) -> Iterator[tuple[int, int, Finding]]:
        for found in doubled_in(text.text):
            finding = self.at(
                text.place(found.start, found.end), "doubled", where=text.where(found.start), got=found.text
            )
            yield (
                found.start,
                found.end,
                finding.with_fix((Edit(_surplus(found, text), ""),), _DROP_ONE, safe=False, got=found.text),
            )


def _in_law_title(text: str, start: int) -> bool:
    """Whether this is part of a law's title: CN601 says so."""
    opening = text.rfind("《", max(0, start - _LONGEST_TITLE), start)
    return opening > text.rfind("》", 0, start) and text.startswith(("《中华人民", "《中国人民"), opening)


def _surplus(found: Doubled, text: Prose) -> Span:
    """The second of the two, with the mark between them."""
    length = len(found.text)
    return text.place(found.start + length, found.end)
