"""Laws, notices and their articles, found by what a text says of them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from gxlint.facts.numerals import number
from gxlint.rules.info import Provision
from gxlint.rules.law import Law, comparable

_NUMERAL = "[0-9一二三四五六七八九十百零〇]"


class LawBook:
    """What the plugins know of laws and notices. Of several with one name the first counts."""

    def __init__(self, laws: Iterable[Law], provisions: Iterable[Provision] = ()) -> None:
        """Those that there are, and what their articles say."""
        self.laws = tuple(laws)
        self._titles: dict[str, Law] = {}
        self._numbers: dict[str, Law] = {}
        self._provisions: dict[str, list[Provision]] = {}
        for law in self.laws:
            for title in filter(None, (law.title, law.name, *law.short)):
                self._titles.setdefault(comparable(title), law)
        for law in self.laws:
            for text in filter(None, (law.number, *law.former_numbers)):
                self._numbers.setdefault(text, law)
        for provision in provisions:
            self._provisions.setdefault(comparable(provision.source.title), []).append(provision)

    def titled(self, title: str) -> Law | None:
        """The one that a title names in full or in an accepted short form."""
        return self._titles.get(comparable(title))

    def numbered(self, text: str) -> Law | None:
        """The one with this number, or with this former one: 国办发〔2021〕12号, 国务院令第711号."""
        return self._numbers.get(text)

    def articles(self, law: Law) -> tuple[Provision, ...]:
        """What is known of its articles, in the order in which the plugins give them."""
        return tuple(self._provisions.get(comparable(law.title), ()))

    def says(self, law: Law, article: str) -> Iterator[Provision]:
        """What an article says: all of it, or the paragraph or item that is named as well.

        Args:
            law: one of the laws.
            article: 第五十条, 第五十条第一款第四项, 第二十条第(一)(五)项.
        """
        wanted = _parts(article)
        if not wanted:
            return
        for provision in self._provisions.get(comparable(law.title), ()):
            known = _parts(provision.source.article)
            if known and all(known[kind] & wanted[kind] for kind in known.keys() & wanted.keys()):
                yield provision

    def basis(self, text: str) -> Iterator[tuple[str, str, Provision]]:
        """What the articles say that a form names: 条例第十五条、第三十二条. Each with the law's name and its own."""
        title = ""
        for piece in text.split("、"):
            named, ordinal, rest = piece.partition("第")
            title = named or title
            law = self.titled(title)
            if law is not None and ordinal:
                for provision in self.says(law, ordinal + rest):
                    yield title, ordinal + rest, provision


@cache
def _parts(article: str) -> dict[str, frozenset[int]]:
    """The numbers of article, paragraph and item that a name gives; empty where it names no article."""
    found: dict[str, frozenset[int]] = {}
    for numbers, kind in _pattern().findall(article):
        values = (number(each) for each in re.findall(f"{_NUMERAL}+", numbers))
        found.setdefault(kind, frozenset(int(value) for value in values if value is not None))
    return found if "条" in found else {}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"第((?:\(?{_NUMERAL}+\)?)+)([条款项])")
