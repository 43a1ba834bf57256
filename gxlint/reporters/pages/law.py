"""A law or notice that a report cites, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.formats import Source
from gxlint.reporters.pages.page import Page, Part
from gxlint.reporters.words import enumeration, say, sentence_gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.rules import Law, Provision
    from gxlint.rules.law_book import LawBook

_DATES = (
    ("issued", "公布:{date}", "Issued: {date}"),
    ("revised", "修订:{date}", "Revised: {date}"),
    ("in_force", "施行:{date}", "In force: {date}"),
)


def law_page(law: Law, book: LawBook, articles: Iterable[str], year: int | None, lang: str = "zh") -> Page:
    """A law or notice: its full title, number and dates, whether it still holds, and what the cited articles say.

    Args:
        law: the law or notice.
        book: where its articles are looked up.
        articles: those that are cited with it: 第五十条.
        year: the fiscal year of the report that cites it, if that is known.
        lang: language of all but the law's own words.
    """
    parts = [Part("", "facts", (*_facts(law, lang), *_standing(law, year, lang)))]
    if said := tuple(_said(law, book, articles, lang)):
        parts.append(Part(say(lang, "引用的条款", "Cited articles"), "facts", said))
    if law.url:
        source = Source(law.title, url=law.url)
        parts.append(Part(say(lang, "全文", "Full text"), "sources", sources=(source,)))
    return Page(f"《{law.title}》", tuple(parts))


def provision_line(name: str, provision: Provision, lang: str) -> str:
    """What an article says in a line, under the name that it is cited by."""
    unseen = "" if provision.verified else say(lang, "(原文未核)", " (original not seen)")
    return say(
        lang, "{name}:{says}{unseen}", "{name}: {says}{unseen}", name=name, says=provision.says, unseen=unseen
    )


def _facts(law: Law, lang: str) -> Iterator[str]:
    if law.number:
        former = enumeration(list(law.former_numbers), lang)
        told = say(lang, ",原为{former}", ", formerly {former}", former=former) if former else ""
        yield say(lang, "文号:", "Number: ") + law.number + told
    dates = []
    for field, zh, en in _DATES:
        if date := getattr(law, field):
            unsure = say(lang, "(推断)", " (inferred)") if field in law.unsure else ""
            dates.append(say(lang, zh, en, date=date) + unsure)
    if dates:
        yield sentence_gap(lang).join(dates)


def _standing(law: Law, year: int | None, lang: str) -> Iterator[str]:
    if law.successor:
        yield say(
            lang,
            "效力:已由《{title}》代替({date})",
            "Replaced by 《{title}》 ({date})",
            title=law.successor,
            date=law.until,
        )
    elif law.until:
        yield say(lang, "效力:{date} 起不再适用", "No longer holds from {date} on", date=law.until)
    elif law.stale_from and law.out_of_date(year):
        yield say(
            lang,
            "效力:{year} 年度起的报告不宜再以此为依据",
            "Reports for {year} and later should not rest on it",
            year=law.stale_from,
        )
    if not law.verified:
        yield say(
            lang,
            "以上未见原文,引用前请核对",
            "None of this was checked against the original; do so before citing it",
        )


def _said(law: Law, book: LawBook, articles: Iterable[str], lang: str) -> Iterator[str]:
    told: set[str] = set()
    for article in articles:
        for provision in book.says(law, article):
            name = provision.source.article
            if name not in told:
                told.add(name)
                yield provision_line(name, provision, lang)
