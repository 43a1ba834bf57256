"""Where a report mentions laws and notices that are known: by title, by number, by article."""

from collections.abc import Iterable, Iterator
from typing import Literal

from gxlint.facts import Citation, Decree, DocumentNumber, facts_of
from gxlint.model import Report
from gxlint.rules.law import Law, comparable
from gxlint.rules.law_book import LawBook
from gxlint.source import Span
from gxlint.source.record import Record

_COUNCIL = ("国务院", "中华人民共和国国务院", "国", "")


class Mention(Record, frozen=True):
    """A law or notice, the place that names it, and the articles that are named with it."""

    law: Law
    span: Span
    kind: Literal["title", "number", "article"]
    articles: tuple[str, ...] = ()


def mentions(report: Report, book: LawBook) -> list[Mention]:
    """All mentions of laws and notices that are known, in text order; looked for once in a report."""
    return report.once(_Looking(book))


class _Looking(Record, frozen=True):
    """Looks for mentions of what stands in a book."""

    book: LawBook

    def __call__(self, report: Report) -> list[Mention]:
        return _mentions(report, self.book)


def _mentions(report: Report, book: LawBook) -> list[Mention]:
    facts = facts_of(report)
    given = {comparable(item.defines): item for item in facts.citations if item.defines}
    found: list[Mention] = []
    for citation in facts.citations:
        found += _titled(citation, given, book)
    found += _numbered((*facts.numbers, *facts.decrees), book)
    return sorted(found, key=lambda item: (item.span.start, item.span.length))


def _titled(citation: Citation, given: dict[str, Citation], book: LawBook) -> Iterator[Mention]:
    # A short name means what this report has defined it to mean, whatever it means elsewhere.
    meant = given.get(comparable(citation.title), citation)
    law = book.titled(meant.title) or (
        book.numbered(meant.number.official) if meant.number is not None else None
    )
    if law is None:
        return
    yield Mention(law, citation.span, "title", tuple(article.text for article in citation.articles))
    for article in citation.articles:
        yield Mention(law, article.span, "article", (article.text,))


def _numbered(items: Iterable[DocumentNumber | Decree], book: LawBook) -> Iterator[Mention]:
    for item in items:
        law = book.numbered(_number(item))
        if law is not None:
            yield Mention(law, item.span, "number")


def _number(item: DocumentNumber | Decree) -> str:
    if isinstance(item, DocumentNumber):
        return item.official
    return f"国务院令第{item.serial}号" if item.issuer in _COUNCIL else ""
