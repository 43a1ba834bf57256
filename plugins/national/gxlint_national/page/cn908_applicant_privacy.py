"""CN908 applicant-privacy."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.page.names import SURNAMES, name_at, name_before
from gxlint_national.sources import PERSONAL_INFORMATION_LAW, REGULATION, article
from gxlint_national.wording.prose import prose

_ANOTHER = Message("又一处", "Another one")
_ROLES = (
    "申请人",
    "原告",
    "上诉人",
    "起诉人",
    "第三人",
    "当事人",
    "信访人",
    "举报人",
    "投诉人",
    "公民",
    "村民",
    "居民",
    "市民",
    "收到",
)
# Characters that are surnames, and words before 某 far more often (对于某, 向某).
_PREPOSITIONS = "于向和时任有经由如从自以应连关就"
_CASE = ("复决", "复驳", "复终", "复受", "复不", "行复", "复议决", "复议字", "政复")


class ApplicantPrivacy(Rule):
    """报告不写申请人的姓名(包括“张某某”),不写行政复议、行政诉讼案件的案号。

    查申请人、原告等之后的姓名,“某某诉某机关”的姓名,“张某某”一类隐去名字的写法,以及法院案号和复议决定书文号。年度报告
    只写件数和结果,个案信息没有必要公开;领导姓名不在此列。

    Wrong:
        行政诉讼1件,为⟦张某某⟧诉县财政局政府信息公开案,判决驳回。
    Right:
        行政诉讼1件,结果维持。
    """

    code, name, severity = "CN908", "applicant-privacy", Severity.INFO
    source = (article(REGULATION, "第十五条"), article(PERSONAL_INFORMATION_LAW, "第二十五条"))
    messages = {
        "default": Message(
            "疑似申请人姓名“{got}”,年度报告不必写个人姓名",
            "“{got}” looks like an applicant's name; the report needs none",
        ),
        "case": Message(
            "出现案号“{got}”,年度报告只写件数和结果",
            "The case number “{got}”; the report gives counts and results only",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Fold what is found into one finding for names and one for case numbers."""
        text = prose(report)
        names = sorted({*_masked_names(text.text), *_names(text.text)})
        cases = sorted({match.span() for match in _cases(text.text)})
        for message, stretches in (("default", names), ("case", cases)):
            if stretches:
                (start, end), *others = stretches
                related = [Related(text.place(*stretch), _ANOTHER) for stretch in others]
                got = text.text[start:end]
                place = text.place(start, end)
                yield self.at(place, message, where=text.where(start), related=related, got=got)


def _masked_names(text: str) -> Iterator[tuple[int, int]]:
    """``张某某`` and ``李某``."""
    at = text.find("某")
    while at > 0:
        end = at + 1
        while text[end : end + 1] and text[end] in "某甲乙丙丁":
            end += 1
        if (
            text[at - 1] in SURNAMES
            and (end > at + 1 or _begins(text, at - 1))
            and text[at - 1] not in _PREPOSITIONS
        ):
            yield at - 1, end
        at = text.find("某", end)


def _begins(text: str, at: int) -> bool:
    """Whether a word begins here: behind a mark, a role or a word that leads to a person."""
    before = text[max(0, at - 3) : at]
    return (
        not before
        or not "\u4e00" <= before[-1] <= "\u9fff"
        or before.endswith((*_ROLES, "对", "与", "和", "为", "告知"))
    )


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Names behind a role, and before 诉 or 不服."""
    for role in _ROLES:
        at = text.find(role)
        while at >= 0:
            start = at + len(role)
            start += text[start : start + 1] in (":", "(", "为", "是", "系")
            if end := name_at(text, start):
                yield start, end
            at = text.find(role, start)
    for word in ("诉", "不服"):
        at = text.find(word)
        while at >= 0:
            if (start := name_before(text, at)) >= 0:
                yield start, at
            at = text.find(word, at + 1)


def _cases(text: str) -> Iterator[re.Match[str]]:
    if "号" in text and any(mark in text for mark in "初终申再审赔"):
        yield from _court_case().finditer(text)
    if any(word in text for word in _CASE):
        yield from _reconsideration().finditer(text)


@cache
def _court_case() -> re.Pattern[str]:
    return re.compile(
        r"[(〔\[]\s*20\d\d\s*[)〕\]]\s*[^\s,。;()〔〕\[\]]{0,3}\s*\d{0,5}\s*(?:行政|行|民|刑|执|知)[初终申再审赔辖他保撤监抗提]{1,2}\s*(?:字第)?"
        r"\s*[\dxX×*某]{1,6}\s*(?:之[一二三四])?号"
    )


@cache
def _reconsideration() -> re.Pattern[str]:
    return re.compile(
        r"[^\s,。;:()《》“”、]{0,6}(?:复决|复驳|复终|复受|复不|行复|复议决?|政复)[^\s,。;:()《》“”〔\[]{0,4}[〔\[(]20\d\d[〕\])]\s*第?[\dxX×*]{1,5}号"
    )
