"""Traditional characters as simplified ones. Loaded only for texts that have some of the first."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gxlint.source.characters import TELLTALES

if TYPE_CHECKING:
    from opencc import OpenCC

# Pairs that differ and that are frequent; a text is written in the form that carries weight among them.
_TRADITIONAL = "開報務國與關總體處數據區訴訟條機門員會業發現辦實對時動學縣鄉鎮級"
_SIMPLIFIED = "开报务国与关总体处数据区诉讼条机门员会业发现办实对时动学县乡镇级"
_QUOTES = str.maketrans("「」『』", "“”‘’")


class Telling(NamedTuple):
    """How many characters a text has that tell whether it is written in traditional ones.

    A few of them in a simplified text are a finding, or the name of a language in a menu, and no reason to
    convert the page; a page around which a site's own menu stays simplified is traditional all the same.

    Attributes:
        certain: those without one of which no text is taken for traditional; ``traditional`` counts them, too.
        traditional: those of the traditional form.
        simplified: the same ones in the other form.
    """

    certain: int
    traditional: int
    simplified: int

    @classmethod
    def of(cls, text: str) -> "Telling":
        """Those of a text."""
        return cls(*(sum(map(text.count, chars)) for chars in (TELLTALES, _TRADITIONAL, _SIMPLIFIED)))

    @property
    def is_traditional(self) -> bool:
        """Whether such a text is written in traditional characters."""
        return self.traditional > 0 and self.traditional * 3 > self.simplified

    def but(self, gone: str, come: str) -> "Telling":
        """Those of the text after one piece of it was replaced by another."""
        less, more = Telling.of(gone), Telling.of(come)
        return Telling(*(was - out + into for was, out, into in zip(self, less, more, strict=True)))


def to_simplified(text: str) -> str:
    """The text in simplified characters and with the quotation marks that go with them, one for one."""
    converted = str(_converter().convert(text))
    if len(converted) != len(text):
        converted = text.translate({ord(char): _single(char) for char in set(text)})
    return converted.translate(_QUOTES)


def _single(char: str) -> str:
    converted = str(_converter().convert(char))
    return converted if len(converted) == 1 else char


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC  # loads its dictionaries

    return OpenCC("t2s")
