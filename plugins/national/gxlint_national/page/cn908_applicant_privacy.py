"""CN908 applicant-privacy."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint.source.pattern import Pattern
from gxlint_national.page.names import SURNAMES, TITLES, name_at, name_before
from gxlint_national.page.word_list import words
from gxlint_national.sources import PERSONAL_INFORMATION_LAW, REGULATION, article
from gxlint_national.wording.prose import prose

_ANOTHER = Message("又一处", "Another one")
_ROLES = tuple(words("申请人 原告 上诉人 起诉人 第三人 当事人 信访人 举报人 投诉人 公民 村民 居民 市民 收到"))
_LEADING = (*_ROLES, *"对与和及因由为是系经", "告知")
# 投诉, 起诉, 诉讼, 诉求: no name before these.
_SUING, _SUED = frozenset("投申起上控应反倾"), frozenset("讼求说苦权")
# Surnames that are far more often another word before 某 (对于某, 向某).
_PREPOSITIONS = "于向和时任有经由如从自以应连关就"
_OFFICES = tuple(title for title in TITLES if title[-1] in "长记任")
_YEARS = ("(20", "〔20", "[20")
_LONGEST_CODE, _LONGEST_CASE = 14, 40
# (2024)晋01行终123号, its figures perhaps replaced by crosses.
_COURT_CASE = Pattern(
    r"[(〔\[]20\d\d[)〕\]]\s*[^\s,。;()〔〕\[\]]{0,3}\s*\d{0,5}\s*(?:行政|行|民|刑|执|知)[初终申再审赔辖他保撤监抗提]{1,2}"
    r"(?:字第)?\s*[\dxX×*某]{1,6}\s*(?:之[一二三四])?号",
    *"行民刑执知",
)
# The code of an office before the year: 云政复决字.
_RECONSIDERATION = Pattern(
    r"[^\s,。;:()《》“”、为是的由以第]{0,6}(?:政复|行复|复决|复驳|复终|复受|复不|复议)(?:[^\s,。;:()《》“”〔\[第]{0,3}字?)?第?$",
    "复",
)
# 答复李某某的申请: what was done, and what has to follow the name.
_DEALING_WITH = ("答复", "受理", "收到", "办理")
_OF_A_REQUEST = Pattern(r"(?:先生|女士)?(?:的|提出|提交|关于)[^,。;]{0,24}申请", "申请")
_LONGEST_REQUEST = 40


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
    reach = "paragraph"
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
        cases = sorted({*_cases(text.text)})
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
        surname = text[at - 1] in SURNAMES and text[at - 1] not in _PREPOSITIONS
        office = any(title in text[end : end + 4] for title in _OFFICES)
        if surname and not office and (end > at + 1 or _begins(text, at - 1)):
            yield at - 1, end
        at = text.find("某", end)


def _begins(text: str, at: int) -> bool:
    """Whether a word begins here: behind a mark, a role or a word that leads to a person."""
    before = text[max(0, at - 3) : at]
    return not before or not "\u4e00" <= before[-1] <= "\u9fff" or before.endswith(_LEADING)


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
    for lead in _DEALING_WITH:
        at = text.find(lead)
        while at >= 0:
            start = at + len(lead)
            if (end := name_at(text, start)) and _OF_A_REQUEST.match(text[end : end + _LONGEST_REQUEST]):
                yield start, end
            at = text.find(lead, start)
    for word in ("诉", "不服"):
        at = text.find(word)
        while at >= 0:
            known = text[at - 1 : at] in _SUING or text[at + 1 : at + 2] in _SUED
            if not known and (start := name_before(text, at)) >= 0:
                yield start, at
            at = text.find(word, at + 1)


def _cases(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of court cases, and of decisions on reconsideration: both have the year in brackets."""
    for opening in _YEARS:
        at = text.find(opening)
        while at >= 0:
            begin = max(0, at - _LONGEST_CODE)
            court = _COURT_CASE.match(text[at : at + _LONGEST_CASE].partition("号")[0] + "号")
            code = _RECONSIDERATION.search(text[begin:at])
            decision = _number().match(text, at) if code else None
            if court:
                yield at, at + court.end()
            elif code and decision:
                yield begin + code.start(), decision.end()
            at = text.find(opening, at + 1)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[(〔\[]20\d\d[)〕\]]\s*第?[\dxX×*]{1,5}号")
