"""A law or notice that reports cite, as the language server knows it."""

from gxlint.source.pattern import Pattern
from gxlint.source.record import Record

_QUALIFIER = Pattern(
    r"(?:\((?:[^()]*修[订正改]版?|[^()]*(?:令|号)|试行|暂行|草案|20\d\d版?|[^()]*(?:施行|公布|发布))\))+$",
    ")",
)
_OFFICIAL = Pattern(r"https?://(?:[a-z0-9-]+\.)*gov\.cn(?:/|$)", "gov.cn")
_NO_LETTERS = str.maketrans("", "", " \t\r\n\u3000《》〈〉<>“”\"'‘’「」")


class Law(Record, frozen=True):
    """A law or notice that reports cite.

    Attributes:
        title: the full title; titles inside it in 〈〉.
        number: the document number or decree, 国办公开办函〔2021〕30号; empty where it has none.
        name: what is usually cited of a notice that only forwards something, where that is not its title.
        short: accepted shorter forms.
        issued, revised, in_force, until: dates as far as they are known, ``2019-05-15``, ``2019-05`` or ``2019``.
        stale_from: the first fiscal year that should not rest on it any more; 0 for none.
        articles: how many it has; 0 where that is not known.
        national: whether it holds everywhere.
        verified: whether the original was seen. What was not is never told as certain.
        former_numbers: document numbers of earlier versions.
        url: where its text is published.
        successor: title of what has taken its place.
        unsure: which of the dates were not seen in the original, although the rest was.
    """

    title: str
    number: str = ""
    name: str = ""
    short: tuple[str, ...] = ()
    issued: str = ""
    revised: str = ""
    in_force: str = ""
    until: str = ""
    stale_from: int = 0
    articles: int = 0
    national: bool = True
    verified: bool = True
    former_numbers: tuple[str, ...] = ()
    url: str = ""
    successor: str = ""
    unsure: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """What to write between 《 and 》."""
        return self.name or self.title

    @property
    def official_url(self) -> str:
        """The same, if it is a government that publishes it; else empty."""
        return self.url if _OFFICIAL.match(self.url) else ""

    def out_of_date(self, year: int | None) -> bool:
        """Whether a report for this fiscal year should not rest on it; where the year is unknown, whether any should."""
        if self.stale_from and (year is None or year >= self.stale_from):
            return True
        return bool(self.until) and (year is None or self.until <= f"{year}-12-31")


def comparable(title: str) -> str:
    """A title without white space, marks, quotation marks and what is said of its version in brackets behind it."""
    return _QUALIFIER.sub("", title.translate(_NO_LETTERS))
