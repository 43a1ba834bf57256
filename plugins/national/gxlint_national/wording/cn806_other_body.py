"""CN806 other-body."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import REGULATION, article
from gxlint_national.wording.bodies import Body, body, differ
from gxlint_national.wording.prose import Prose, prose

_ALSO = Message("这里也写“{got}”", "“{got}” here as well")
# Bodies that look after disclosure, or that one asks about it, for all the others.
_FOR_ALL = ("数据", "政务", "审批", "营商", "信息", "网信", "档案")
_ABOUT = ("公开", "《条例》", "申请", "网站", "公众号", "解读")
_NOT_IN_PLACE = frozenset(
    "全我本各该每其周两辖所以来年在的和与及对为了将从由于据按照是这那有些个都上下级国某相关等会"
)
_CHINESE = re.compile("(?![我本全各该一二三四五六七八九十])[\u4e00-\u9fff]{2,}")
_LONGEST = 26
_SHORTEST_PLACE = 2
_OF_TOWNSHIPS = ("镇", "乡", "街道", "苏木")
_OF_OTHERS = ("局", "厅", "校", "院")


class _Name(NamedTuple):
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

    def _subjects(self, text: Prose, own: Body) -> Iterator[Outcome]:
        found: dict[str, list[Span]] = {}
        for match in _body_and_predicate(bool(own.function)).finditer(text.text):
            start, name = _clause_subject(text.text, match.end("kind"))
            other = _named(name)
            if other is None or not _is_stranger(own, other) or not _about_disclosure(text, start):
                continue
            found.setdefault(other.name, []).append(text.place(start, start + len(other.name)))
        for name, places in found.items():
            related = [Related(place, _ALSO, {"got": name}) for place in places[1:]]
            yield self.at(places[0], related=related, got=name, own=own.name)

    def _selves(self, text: Prose, own: Body) -> Iterator[Outcome]:
        """我镇 in the report of a 局, 我局 in that of a 镇."""
        wrong = _OF_TOWNSHIPS if own.function else _OF_OTHERS if own.rank else ()
        words = [f"我{kind}" for kind in wrong if text.words.has(f"我{kind}")]
        if not words:
            return
        found = [match for match in _itself().finditer(text.text) if match["self"] in words]
        for match in found[:1]:
            related = [
                Related(text.place(*more.span("self")), _ALSO, {"got": more["self"]}) for more in found[1:]
            ]
            place = text.place(*match.span("self"))
            yield self.at(place, "self", related=related, got=match["self"], own=own.name)


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


def _named(name: str) -> Body | None:
    return body(name) if len(name) <= _LONGEST and _CHINESE.fullmatch(name) else None


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
    begin, end = text.sentence_at(start)
    return any(text.text.find(word, begin, end) >= 0 for word in _ABOUT)


@cache
def _reporting() -> re.Pattern[str]:
    name = "[\u4e00-\u9fff]{3,24}?"
    return re.compile(
        rf"由(?P<maker>{name})(?:组织)?(?:编制|编写|负责编制)|(?:公布|公开|发布|现将)(?P<publisher>{name})20\d\d年"
        rf"|20\d\d年度?(?P<owner>{name})(?:政府)?(?:信息|政务)公开(?:工作)?(?:年度)?(?:工作)?报告|请与(?P<contact>{name})联系"
    )


@cache
def _itself() -> re.Pattern[str]:
    return re.compile(r"[。;,:!?\n)](?P<self>我(?:镇|乡|街道|苏木|局|厅|校|院))(?![长乡])")


def _clause_subject(text: str, end: int) -> tuple[int, str]:
    """Where the subject of the clause that reaches up to here begins, and the subject: all that opens a clause is left out."""
    begin = max(text.rfind(mark, 0, end) for mark in "。;!?\n") + 1
    opening = _opening().match(text, begin, end)
    start = opening.end() if opening is not None else begin
    return start, text[start:end]


@cache
def _opening() -> re.Pattern[str]:
    """What stands in front of the subject: a number, the year, in short 在……下 and 为……."""
    return re.compile(
        r"(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]是|\d[.、])?"
        r"(?:20\d\d年(?:度|以来|来)?,?|(?:一|近)年来,?|(?:今年|一直|长期)以来,?|全年,?|年内,?)?"
        r"(?:(?:在|根据|按照|为|围绕|遵照|对照|结合|通过)[^。;,\n]{2,40},){0,2}"
    )


@cache
def _body_and_predicate(department: bool) -> re.Pattern[str]:
    """The end of a name of the same sort, its people, and what a body says of its own work.

    Args:
        department: names of departments, else of places and their governments.
    """
    kind = (
        "(?:局|厅|委)(?:员会)?(?<![我本各全该].)"
        if department
        else "(?:镇|乡|街道|苏木|县|区|旗)(?<![我本各全该].)"
    )
    office = "" if department else "(?:人民政府|政府|办事处)?"
    return re.compile(
        rf"(?P<kind>{kind}{office})(?:党组|党委|党工委)?(?:、[镇乡县市区]?(?:人民)?(?:政府|办事处))?"
        r"(?:领导班子|(?:主要)?(?:领导|负责人|负责同志)|班子|机关|上下)?"
        r"(?:高度重视|认真|严格|坚持|始终|深入|全面|积极|扎实|切实|持续|不断|进一步|主动|全年|共(?=[公发收受办])|未收到|收到|成立|建立"
        r"|制定|将|继续|已|一直|大力|加强|强化|明确|健全|完善|优化|拓宽|指定|规范|加大|充分|(?:政府信息|信息|政务)公开"
        r"|按照|根据|紧紧?围绕|紧扣|围绕|以习近平|在[上县市区省]|[把将](?:政府)?信息公开|依法|及时|通过|累计|依托)"
    )
