"""What the rules rest on, turned round: for each law and notice its articles, and the rules on each of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gxlint.formats import Source
from gxlint.rules.info import Provision, RuleInfo

_BETWEEN = "、"  # articles inside one source


class ArticleBasis(NamedTuple):
    """An article with the rules that rest on it; ``article`` is empty for the law or notice as a whole."""

    article: str
    says: str
    verified: bool
    rules: tuple[RuleInfo, ...]


class SourceBasis(NamedTuple):
    """A law or notice and what of it anything rests on, or nothing although it might."""

    source: Source
    articles: tuple[ArticleBasis, ...]


def bases(rules: Iterable[RuleInfo], provisions: Iterable[Provision]) -> tuple[SourceBasis, ...]:
    """Every source that a rule or a provision names, those of the provisions first, in their order.

    A rule is listed at an article when it names it, a part of it, or the whole it is part of. A rule that
    names no article is listed at the source as a whole.
    """
    rules, provisions = tuple(rules), tuple(provisions)
    named: dict[tuple[str, str], Source] = {}
    for source in (*(item.source for item in provisions), *(item for rule in rules for item in rule.sources)):
        named.setdefault(_key(source), source.replaced(article=""))
    return tuple(
        SourceBasis(source, tuple(_articles(source, rules, provisions))) for source in named.values()
    )


def articles_of(source: Source) -> tuple[str, ...]:
    """The articles a source names, one by one; empty when it stands for the whole."""
    return tuple(filter(None, source.article.split(_BETWEEN)))


def _key(source: Source) -> tuple[str, str]:
    return source.title, source.number


def _articles(
    source: Source, rules: Sequence[RuleInfo], provisions: Sequence[Provision]
) -> Iterator[ArticleBasis]:
    cited = [(rule, name) for rule in rules for name in _cited(rule, source)]
    if whole := tuple(rule for rule, name in cited if not name):
        yield ArticleBasis("", "", True, whole)
    listed = [item for item in provisions if _key(item.source) == _key(source)]
    known = [item.source.article for item in listed]
    for item in listed:
        yield ArticleBasis(
            item.source.article, item.says, item.verified, _resting(item.source.article, cited)
        )
    others = dict.fromkeys(name for _, name in cited if name and not any(map(name.startswith, known)))
    for name in others:
        if not any(article.startswith(name) for article in known):
            yield ArticleBasis(name, "", True, _resting(name, cited))


def _cited(rule: RuleInfo, source: Source) -> Iterator[str]:
    for item in rule.sources:
        if _key(item) == _key(source):
            yield from articles_of(item) or ("",)


def _resting(article: str, cited: Iterable[tuple[RuleInfo, str]]) -> tuple[RuleInfo, ...]:
    found = (rule for rule, name in cited if name and (name.startswith(article) or article.startswith(name)))
    return tuple(dict.fromkeys(found))
