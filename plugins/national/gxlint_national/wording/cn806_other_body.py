"""CN806 other-body."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint.source.record import Record
from gxlint_national.sources import REGULATION, article
from gxlint_national.wording.bodies import Body, body, differ
from gxlint_national.wording.prose import Prose, one_paragraph, prose
from gxlint_national.wording.subjects import heads_sentence, subjects_in

_ALSO = Message("这里也写“{got}”", "“{got}” here as well")
# Bodies that look after disclosure, or that one asks about it, for all the others.
_FOR_ALL = ("数据", "政务", "审批", "营商", "信息", "网信", "档案")
_ABOUT = ("公开", "《条例》", "申请", "网站", "公众号", "解读")
_NOT_IN_PLACE = frozenset(
    "全我本各该每其周两辖所以来年在的和与及对为了将从由于据按照是这那有些个都上下级国某相关等会"
)
_OPENS_CLAUSE = frozenset("。;,:!?\n)")
_SHORTEST_PLACE = 2
_OF_TOWNSHIPS = ("镇", "乡", "街道", "苏木")
_OF_OTHERS = ("局", "厅", "校", "院")


class _Name(Record, frozen=True):
    body: Body
    place: Span


class OtherBody(Rule):
    """报告里的主语是本机关,没有他单位名称残留。

    只在知道本机关、而句首以另一个同类机关为主语叙述公开工作时,或者标题、前言、落款的机关名互相矛盾时报。上级、下属、
    党委政府、协办单位、本机关的简称、书名号里的名称和网页外壳不算。

    Wrong:
        一、总体情况
        ⟦青岭县水利局⟧高度重视政府信息公开工作,全年公开信息120条。
    Right:
        一、总体情况
        云泽县财政局高度重视政府信息公开工作,全年公开信息120条。
    """

    code, name, severity = "CN806", "other-body", Severity.WARNING
    reach = "noticed"
    source = article(REGULATION, "第四十九条", "第五十条")
    messages = {
        "default": Message(
            "主语是“{got}”,本报告的机关是“{own}”,疑为他单位文字",
            "The subject is “{got}”, but the report is that of “{own}”",
        ),
        "self": Message(
            "自称“{got}”,本报告的机关是“{own}”,疑为他单位文字",
            "The body calls itself “{got}”, but the report is that of “{own}”",
        ),
        "named": Message(
            "此处写“{got}”,别处写“{own}”,机关名互相矛盾",
            "“{got}” here, “{own}” elsewhere: which body reports?",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Settle who reports, then look at the places that name the reporting body and at the subjects."""
        text = prose(report)
        names = list(_names(text, report))
        own = _own(names, report)
        if own is None:
            yield self.not_applicable()
            return
        strangers = [name for name in names if differ(own, name.body) and not _serves_all(name.body)]
        for name in strangers[:1]:
            related = [Related(more.place, _ALSO, {"got": more.body.name}) for more in strangers[1:]]
            yield self.at(name.place, "named", related=related, got=name.body.name, own=own.name)
        yield from self._subjects(text, own)
        yield from self._selves(text, own)

    def notices(self, report: Report) -> object:
        """The preamble names the body that reports; elsewhere its subjects count."""
        text, words = prose(report), one_paragraph(report)
        subjects = [
            (other.name, heads_sentence(text.text, start), _about_disclosure(text, start))
            for departments in (True, False)
            for start, other in subjects_in(text.text, departments=departments)
        ]
        selves = [word for kind in (*_OF_TOWNSHIPS, *_OF_OTHERS) if (word := f"我{kind}") in words]
        alone = [len(list(_standing_alone(text.text, word))) for word in selves]
        return (
            subjects,
            selves,
            alone,
            bool(report.preamble) and [match[0] for match in _reporting().finditer(words)],
        )

    def _subjects(self, text: Prose, own: Body) -> Iterator[Outcome]:
        found: dict[str, list[Span]] = {}
        for start, other in subjects_in(text.text, departments=bool(own.function)):
            if (
                _is_stranger(own, other)
                and heads_sentence(text.text, start)
                and _about_disclosure(text, start)
            ):
                found.setdefault(other.name, []).append(text.place(start, start + len(other.name)))
        for name, places in found.items():
            related = [Related(place, _ALSO, {"got": name}) for place in places[1:]]
            yield self.at(places[0], related=related, got=name, own=own.name)

    def _selves(self, text: Prose, own: Body) -> Iterator[Outcome]:
        """我镇 in the report of a 局, 我局 in that of a 镇."""
        wrong = _OF_TOWNSHIPS if own.function else _OF_OTHERS if own.rank else ()
        words = [f"我{kind}" for kind in wrong if f"我{kind}" in text.text]
        if not words:
            return
        found = sorted(place for word in words for place in _standing_alone(text.text, word))
        for start, end in found[:1]:
            related = [
                Related(text.place(*more), _ALSO, {"got": text.text[slice(*more)]}) for more in found[1:]
            ]
            got = text.text[start:end]
            yield self.at(text.place(start, end), "self", related=related, got=got, own=own.name)


def _standing_alone(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where 我局 opens a clause; 我局长 is somebody."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if text[at - 1 : at] in _OPENS_CLAUSE and not text.startswith(("长", "乡"), end):
            yield at, end
        at = text.find(word, end)


def _own(names: list[_Name], report: Report) -> Body | None:
    """The body most of the places agree on; of two alike, the one named first."""
    if not names:
        return body(report.organisation) if report.organisation else None
    return max(names, key=lambda name: sum(not differ(name.body, other.body) for other in names)).body


def _names(text: Prose, report: Report) -> Iterator[_Name]:
    """The reporting body as title, preamble and signature name it."""
    title, signature = report.title, report.signature
    if title is not None and title.organisation and (found := body(title.organisation)):
        at = text.text.find(title.organisation)
        place = (
            text.place(at, at + len(title.organisation))
            if text.section_at(max(at, 0)) == "title"
            else title.span
        )
        yield _Name(found, place)
    for match in _reporting().finditer(text.text, *_preamble(text)):
        name = match[match.lastgroup or 0].removesuffix("办公室")
        if (found := body(name)) is not None and _is_full(found):
            start = match.start(match.lastgroup or 0)
            yield _Name(found, text.place(start, start + len(name)))
    if signature.name and signature.name_span and (found := body(signature.name)):
        yield _Name(found, signature.name_span)


def _preamble(text: Prose) -> tuple[int, int]:
    """Where the preamble begins and ends."""
    places = [index for index, section in enumerate(text.sections) if section == "preamble"]
    if not places:
        return 0, 0
    after = places[-1] + 1
    return text.starts[places[0]], text.starts[after] if after < len(text.starts) else len(text.text)


def _is_full(found: Body) -> bool:
    return len(found.place) >= _SHORTEST_PLACE and _NOT_IN_PLACE.isdisjoint(found.place)


def _is_stranger(own: Body, other: Body) -> bool:
    if not other.kind or _serves_all(other) or not differ(own, other):
        return False
    if not other.function:
        return _is_full(other)
    return not other.place or _is_full(other)


def _serves_all(found: Body) -> bool:
    return any(word in found.function for word in _FOR_ALL)


def _about_disclosure(text: Prose, start: int) -> bool:
    if text.section_at(start) == "problems":
        return True  # there it is about nothing else
    begin, end = text.sentence_at(start)
    return any(text.text.find(word, begin, end) >= 0 for word in _ABOUT)


@cache
def _reporting() -> re.Pattern[str]:
    name = r"[^\s,;:()]{3,24}?"
    return re.compile(
        rf"由(?P<maker>{name})(?:组织)?(?:编制|编写|负责编制)|(?:公布|公开|发布|现将)(?P<publisher>{name})20\d\d年"
        rf"|20\d\d年度?(?P<owner>{name})(?:政府)?(?:信息|政务)公开(?:工作)?(?:年度)?(?:工作)?报告|请与(?P<contact>{name})联系"
    )
