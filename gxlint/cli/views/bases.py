"""``rules --by-source``: for each law and notice its articles with the rules that rest on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.reporters.words import enumeration, say
from gxlint.source.width import display_width, pad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.formats import Source
    from gxlint.rules.basis import ArticleBasis, SourceBasis

_WHOLE = ("全文", "as a whole")
_NO_RULE = ("没有专门的规则", "no rule of its own")
_UNVERIFIED = ("(待核)", " (to be verified)")


def basis_lines(bases: Iterable[SourceBasis], lang: str) -> Iterator[str]:
    """The listing for people: a source, then a line for each article and what it says."""
    for number, basis in enumerate(bases):
        if number:
            yield ""
        source = basis.source
        yield " ".join(filter(None, (source.title, source.number, source.date)))
        width = max(display_width(_name(article, lang)) for article in basis.articles)
        for article in basis.articles:
            codes = enumeration([rule.code for rule in article.rules], lang) or say(lang, *_NO_RULE)
            yield f"  {pad(_name(article, lang), width)}  {codes}"
            if article.says:
                yield f"  {' ' * width}  {article.says}"


def basis_object(basis: SourceBasis) -> dict[str, Any]:
    """A source as JSON values; ``article`` is null for the source as a whole."""
    return {
        **source_object(basis.source),
        "articles": [
            {
                "article": article.article or None,
                "says": article.says,
                "verified": article.verified,
                "rules": [rule.code for rule in article.rules],
            }
            for article in basis.articles
        ],
    }


def source_object(source: Source) -> dict[str, str]:
    """A law or notice as JSON values."""
    return {"title": source.title, "number": source.number, "date": source.date, "url": source.url}


def _name(article: ArticleBasis, lang: str) -> str:
    name = article.article or say(lang, *_WHOLE)
    return name if article.verified else name + say(lang, *_UNVERIFIED)
