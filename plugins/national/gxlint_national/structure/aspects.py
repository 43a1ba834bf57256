"""Which of the aspects of 总体情况 a report writes about.

A bare mention is not enough: the names of the aspects also stand in the list of the report's parts, in the
titles of rules and plans, in the name of the body and in general phrases about rights. What counts is a
subheading that names the aspect. Where the section is not laid out by aspects, a clause about it counts too,
if it is no list of several aspects in passing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gxlint.formats import Aspect
from gxlint.model import Report, Section
from gxlint_national.structure.outline import inner_headings, outline

_LONGEST_TITLE = 24
_MARKS = ",。;!?\n"
_REACH = 120
# From so many subheadings with the official names on, the section is laid out by aspects, and one that has
# none is one left out. Below, it may be anywhere in the text.
_BY_ASPECT = 3


def covered(section: Section, report: Report) -> frozenset[str]:
    """Keys of the aspects that the section, or what stands between it and the first table, writes about."""
    aspects = section.form.aspects
    titles = list(_titles(section, report))
    found = {aspect.key for aspect in aspects if any(_names(aspect, title) for title in titles)}
    missing = [aspect for aspect in aspects if aspect.key not in found]
    if not missing:
        return frozenset(found)
    if sum(any(_core(aspect) in title for title in titles) for aspect in aspects) >= _BY_ASPECT:
        found.update(_in_lead_ins(section, titles))
    else:
        text = _prose(section, report)
        found.update(aspect.key for aspect in missing if _is_written_about(aspect, text, aspects))
    return frozenset(found)


def _core(aspect: Aspect) -> str:
    """What a subheading keeps of an aspect's name: 平台建设, 信息管理."""
    return aspect.title.removeprefix("政府信息公开").removeprefix("政府")


def _titles(section: Section, report: Report) -> Iterator[str]:
    """Subheadings, those of parts that the report added included."""
    yield from (heading.title[:_LONGEST_TITLE] for heading in inner_headings(section, report))
    yield from (top.heading.title for top in outline(report).tops if top.section is None)


def _in_lead_ins(section: Section, titles: Sequence[str]) -> Iterator[str]:
    """Aspects named by words that lead in a paragraph or a numbered sentence without being a heading."""
    aspects = section.form.aspects
    texts = (paragraph.text for paragraph in section.paragraphs)
    words = [match[1] for text in texts for match in _lead_in().finditer(text)]
    yield from (aspect.key for aspect in aspects if any(_names(aspect, word) for word in words))
    if any("公开" in title and not any(_names(aspect, title) for aspect in aspects) for title in titles):
        yield aspects[0].key  # 信息公开, 重点领域公开: what was made public


def _is_written_about(aspect: Aspect, text: str, aspects: Sequence[Aspect]) -> bool:
    others = [other for other in aspects if other is not aspect]
    for word in aspect.words:
        at = text.find(word)
        while at >= 0:
            if not _in_passing(aspect, _clause(text, at), others):
                return True
            at = text.find(word, at + len(word))
    return False


def _in_passing(aspect: Aspect, clause: str, others: Sequence[Aspect]) -> bool:
    """Whether a clause only lists the aspect beside others, without figures and not as a means."""
    if any(char.isdecimal() for char in clause) or _by_means_of().search(clause):
        return False
    items = _listed().split(clause)
    return len(items) > 1 and any(
        not _names(aspect, item) and any(_names(other, item) for other in others) for item in items
    )


def _names(aspect: Aspect, text: str) -> bool:
    return any(word in text for word in aspect.words)


def _clause(text: str, at: int) -> str:
    """The stretch between two marks that holds the offset, cut at the reach on either side."""
    low, high = max(0, at - _REACH), at + _REACH
    start = max(text.rfind(mark, low, at) for mark in _MARKS)
    ends = [end for mark in _MARKS if (end := text.find(mark, at, high)) >= 0]
    return text[max(start + 1, low) : min(ends, default=high)]


def _prose(section: Section, report: Report) -> str:
    """The prose of the section, and of doubles before the first table, cleared of what only looks alike."""
    first = min((table.span.start for table in report.tables.values()), default=len(report.text))
    doubles = (other for other in outline(report).doubles if other.heading.span.start < first)
    text = "\n".join(part.text for part in (section, *doubles))
    text = _not_meant().sub("", text)
    if report.organisation:
        text = text.replace(report.organisation, "")
    return "\n".join(line for line in _sentence().findall(text) if not _about_the_report().search(line))


@cache
def _by_means_of() -> re.Pattern[str]:
    return re.compile("通过|利用|依托|借助|运用|在[^,]{2,30}上")


@cache
def _lead_in() -> re.Pattern[str]:
    number = r"(?:[一二三四五六七八九]是|\(?[一二三四五六七八九十\d]{1,2}[)、.])"
    return re.compile(rf"(?:^|[。;](?={number})){number}?([^。,:;\d]{{4,20}})", re.MULTILINE)


@cache
def _listed() -> re.Pattern[str]:
    return re.compile("[、和及与]")


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^。;!?\n]+")


@cache
def _about_the_report() -> re.Pattern[str]:
    return re.compile(
        r"统计(?:期限|时限|时间|周期)|本(?:年度)?(?:报告|年报)|部分组成|总体情况、"
        r"|(?:年度报告|年报|全文)[^,]{0,12}(?:由|包括|分为|如下|公布|编制)"
    )


@cache
def _not_meant() -> re.Pattern[str]:
    return re.compile(
        r"《[^》\n]{0,60}》|监督权|监督(?:管理|局|所|站|执法|检验|抽检|抽查|举报)|监督电话|依申请(?:类)?(?:政务)?(?:服务)?事项"
    )
