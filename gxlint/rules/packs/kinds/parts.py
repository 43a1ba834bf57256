"""Headings, attachments, ways to reach the body, and the day of publication."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from gxlint.model import Report, Section
from gxlint.rules.finding import Outcome
from gxlint.rules.info import Message
from gxlint.rules.packs.checks import Attachment, Contact, Deadline, HeadingEntry
from gxlint.rules.packs.kinds.content import called
from gxlint.rules.packs.passages import passage, start_of
from gxlint.rules.packs.rule import Kind, PackRule
from gxlint.rules.packs.terms import Finder, finders, readable
from gxlint.source import Span
from gxlint.source.view import normalise

_HEADING = Message("标题“{found}”应为“{use}”", "the heading “{found}” should be “{use}”")
_SUBHEADINGS = Message("{where_zh}缺少小标题{missing}", "{where_en} lacks the subheading {missing}")
_ATTACHMENT = Message("报告应有附件{missing}", "the report should have an attachment {missing}")
_CONTACT = Message("{where_zh}应写明{missing}", "{where_en} should give {missing}")
_LATE = Message("{date} 晚于规定期限 {deadline}", "{date} is later than the deadline of {deadline}")
_NO_DATE = Message(
    "没有发布日期和落款日期,未检查", "there is no date of publication or signature; not checked"
)
_NO_YEAR = Message("报告年度不明,未检查", "the fiscal year is not certain; not checked")

_ATTACHED = re.compile(r"(?:^|\n)[ \t|]*附件(?:[一二三四五六七八九十\d]{1,3})?[ \t]*[:.、]?([^\n]*)")
_FIELDS = {
    "phone": (("电话", "a telephone number"), r"(?:电话|热线|联系方式|Tel)[^。;\n]{0,15}?\d[\d\-— ()]{6,}"),
    "address": (
        ("地址", "an address"),
        r"地址[^。;\n]{0,6}?[:为是在][^,。;\n]{4,}|(?:路|街|大道|巷)\d{1,5}号",
    ),
    "postcode": (("邮政编码", "a postcode"), r"邮(?:政)?编(?:码)?[^\d\n]{0,6}\d{6}"),
    "fax": (("传真", "a fax number"), r"传真[^\d\n]{0,8}\d[\d\- ]{6,}"),
    "email": (("电子邮箱", "an e-mail address"), r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,64}\.[A-Za-z]{2,}"),
    "website": (("网址", "a web address"), r"https?:|www\.|[a-z0-9-]{1,64}\.gov\.cn"),
}


def heading(entry: HeadingEntry) -> Kind:
    """A section's heading, or its subheadings, must be certain ones."""
    titles = finders(entry.title)
    groups = [(finders(terms), f"“{readable(terms[0])}”") for terms in entry.subheadings or ()]
    wanted = readable(entry.title[0]) if entry.title else ""

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        section = report.section(entry.section)
        if section is None:
            yield rule.not_applicable()
            return
        title = section.heading.title
        if titles and not any(term.fullmatch(title) for term in titles):
            finding = rule.at(section.heading.title_span, found=title, use=wanted)
            yield finding.suggest(wanted) if wanted == entry.title[0] else finding  # type: ignore[index]
        if missing := [name for terms, name in groups if not _has(section, terms)]:
            yield rule.at(section, lacking, missing="、".join(missing), **called([entry.section], report))

    lacking = "subheading" if titles else "default"
    messages = {"default": _HEADING, "subheading": _SUBHEADINGS} if titles else {"default": _SUBHEADINGS}
    fills = frozenset(("found", "use") if titles else ("where_zh", "where_en", "missing"))
    return Kind(check, messages, fills, entry.section, fix="suggested" if titles else "none")


def _has(section: Section, terms: Sequence[Finder]) -> bool:
    return any(term.search(item.title) for item in section.subheadings for term in terms)


def attachment(entry: Attachment) -> Kind:
    """The report must name an attachment."""
    terms = finders(entry.any)
    wanted = "或".join(f"“{readable(term)}”" for term in entry.any or ())

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        named = [normalise(match[1]).text for match in _ATTACHED.finditer(report.text)]
        if not (any(term.search(name) for term in terms for name in named) if terms else named):
            yield rule.at(start_of(report), missing=wanted)

    return Kind(check, {"default": _ATTACHMENT}, frozenset(("missing",)), "other_matters")


def contact(entry: Contact) -> Kind:
    """The part must say how to reach the body."""
    patterns = {name: re.compile(_FIELDS[name][1]) for name in entry.fields}

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        part = passage(report, entry.section)
        if part is None:
            yield rule.not_applicable()
            return
        text = part.text
        missing = [_FIELDS[name][0] for name, pattern in patterns.items() if not pattern.search(text)]
        if missing:
            words = called(entry.section, report)
            yield rule.at(part.place, missing="、".join(zh for zh, _ in missing), **words)

    fills = frozenset(("where_zh", "where_en", "missing"))
    home = "preamble" if entry.section == ["document"] else entry.section[0]
    return Kind(check, {"default": _CONTACT}, fills, home)


def deadline(entry: Deadline) -> Kind:
    """The report is published by a day of the year after the one it is about."""

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        dated = _earliest(report)
        if dated is None:
            yield rule.undecided(None, _NO_DATE)
        elif report.year is None:
            yield rule.undecided(dated[1], _NO_YEAR)
        else:
            day, place = dated
            last = f"{report.year + 1}-{rule.parameter('by')}"
            written = "{}-{:02}-{:02}".format(*day)
            # A date years later is rather that of a page that was moved.
            if day[0] == report.year + 1 and written > last:
                yield rule.at(place, date=written, deadline=last)

    fills = frozenset(("date", "deadline"))
    return Kind(check, {"default": _LATE}, fills, "signature", {"by": entry.by})


def is_day(text: str) -> bool:
    """Whether a text is a month and a day, as in 01-31."""
    try:
        date.fromisoformat(f"2024-{text}")
    except ValueError:
        return False
    return True


def _earliest(report: Report) -> tuple[tuple[int, int, int], Span] | None:
    dates = [report.published] if report.published else []
    if report.signature.date and report.signature.date_span:
        dates.append((report.signature.date, report.signature.date_span))
    return min(dates, default=None)
