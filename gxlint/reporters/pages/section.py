"""A part of the report: what belongs in it, and which articles demand it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.pages.law import provision_line
from gxlint.reporters.pages.page import Page, Part
from gxlint.reporters.words import enumeration, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.formats import Advice, Aspect, Format, SectionForm
    from gxlint.model import Report
    from gxlint.rules.law_book import LawBook

# Whose reports have what, as far as the kind of a body tells.
_LEVELS = {
    "department": frozenset(("department",)),
    "township": frozenset(("township",)),
    "government": frozenset(("county", "city", "province")),
}


def section_page(report: Report, form: SectionForm, book: LawBook, lang: str = "zh") -> Page:
    """A part: the articles that demand it, its table, and what has to be told in it."""
    return Page(
        form.title,
        tuple(filter(None, (_demands(report, form, book, lang), _advised(report, form.key, lang)))),
    )


def aspect_page(report: Report, form: SectionForm, aspect: Aspect, lang: str = "zh") -> Page:
    """One of the aspects of a part."""
    where = say(
        lang,
        "“{section}”要写到的方面之一",
        "One of the aspects that “{section}” has to cover",
        section=form.heading,
    )
    advised = _advised(report, f"{form.key}.{aspect.key}", lang)
    return Page(aspect.title, (Part("", "facts", (where,)), *((advised,) if advised else ())))


def _demands(report: Report, form: SectionForm, book: LawBook, lang: str) -> Part | None:
    lines = [provision_line(title + article, said, lang) for title, article, said in book.basis(form.law)]
    if form.law and not lines:
        lines.append(say(lang, "依据:", "Rests on: ") + form.law)
    if form.aspects:
        titles = enumeration([aspect.title for aspect in form.aspects], lang)
        lines.append(say(lang, "方面:", "Aspects: ") + titles)
    tables = [table.name for table in report.format.tables if table.section == form.key]
    if tables:
        lines.append(say(lang, "本部分的表格:", "Table: ") + enumeration(tables, lang))
    return Part("", "facts", tuple(lines)) if lines else None


def _advised(report: Report, place: str, lang: str) -> Part | None:
    lines = [_line(advice, lang) for advice in advice_for(report, place)]
    return Part(say(lang, "写什么", "What belongs here"), "facts", tuple(lines)) if lines else None


def advice_for(report: Report, place: str) -> Iterator[Advice]:
    """What whoever writes this report should know at a place of the form."""
    levels = _LEVELS.get(report.body_type or "")
    form: Format = report.format
    for advice in form.advice:
        if advice.section == place and (levels is None or not advice.levels or levels & {*advice.levels}):
            yield advice


def _line(advice: Advice, lang: str) -> str:
    text = say(lang, advice.text, advice.en or advice.text)
    if advice.law:
        return text + say(lang, "({law})", " ({law})", law=advice.law)
    return say(lang, "通常:", "Usually: ") + text
