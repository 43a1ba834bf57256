"""CN808 wrong-term."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import REGULATION, article
from gxlint_national.wording.prose import around, prose
from gxlint_national.wording.vocabulary import wrong_terms


class WrongTerm(Rule):
    """术语用《条例》的说法:国家秘密、商业秘密、政府信息公开申请、政府信息公开行政复议。

    “国家机密”“商业机密”“政务信息公开申请”“信息复议”之类提示改用法定说法;书名号里的文件名照录,不查。
    “政务公开”“政务信息报送”是另外的事,不算。

    Wrong:
        一、总体情况
        (三)政府信息管理。正确处理公开与保守⟦国家机密⟧的关系。
    Right:
        一、总体情况
        (三)政府信息管理。正确处理公开与保守国家秘密的关系。
    """

    code, name, severity = "CN808", "wrong-term", Severity.HINT
    reach = "paragraph"
    fix = "suggested"
    source = article(REGULATION, "第十四条", "第十五条", "第二十七条", "第五十一条")
    messages = {
        "default": Message("“{got}”的规范说法是“{right}”", "The proper term for “{got}” is “{right}”")
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for the terms of the table outside the titles of documents."""
        text = prose(report)
        for found in wrong_terms(report):
            if not _in_title(text.text, found.start):
                wrong, right = found.slip.wrong, found.slip.right
                place = text.place(found.start, found.end)
                finding = self.at(place, where=text.where(found.start), got=wrong, right=right)
                yield finding.suggest(right)


def _in_title(text: str, start: int) -> bool:
    line, _ = around(text, start, start, "\n")
    return text.rfind("《", line, start) > text.rfind("》", line, start)
