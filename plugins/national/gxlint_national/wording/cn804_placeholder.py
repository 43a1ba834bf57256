"""CN804 placeholder."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.wording.placeholders import Gap, gaps_in
from gxlint_national.wording.prose import clean_text, prose

_WORDS_BEFORE, _WORDS_AFTER = 8, 3


class Placeholder(Rule):
    """模板里的占位符都已填写:没有“XX”“××年”“X条”“[具体地名]”“____”“(此处填写)”之类。

    隐去的人名、公司名(张××、××公司诉)、引号里举例用的“××”、尺寸中的乘号、“1+N”、网址和网页的“【字体】”“【打印】”不算。

    Wrong:
        现公布⟦XX⟧县财政局2024年政府信息公开工作年度报告。
    Right:
        现公布云泽县财政局2024年政府信息公开工作年度报告。
    """

    code, name, severity = "CN804", "placeholder", Severity.ERROR
    reach = "paragraph"
    source = (article(REGULATION, "第五十条"), article(FORMAT_2021, "正文 末条"))
    messages = {"default": Message("占位符没有填写:“{got}”", "Placeholder not filled in: “{got}”")}

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Report every place that was left open."""
        text = prose(report)
        for gap in gaps_in(clean_text(report), text.words):
            got = _among_words(text.text, gap)
            yield self.at(text.place(gap.start, gap.end), where=text.where(gap.start), got=got)


def _among_words(text: str, gap: Gap) -> str:
    """A placeholder as one recognises it among twenty of a kind: with the words around it, unless it says what is missing."""
    if any("\u4e00" <= char <= "\u9fff" for char in gap.text):
        return gap.text
    before = _parts().split(text[max(0, gap.start - 2 * _WORDS_BEFORE) : gap.start])[-1]
    after = "".join(takewhile(str.isalnum, text[gap.end : gap.end + _WORDS_AFTER]))
    cut = "…" if len(before) > _WORDS_BEFORE else ""
    return f"{cut}{before[-_WORDS_BEFORE:]}{gap.text}{after}"


@cache
def _parts() -> re.Pattern[str]:
    """What words end at. Not a colon, which the name of a field has behind it."""
    return re.compile(r"[,。;!?、(《》_\s]")
