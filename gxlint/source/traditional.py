"""Traditional characters as simplified ones. Loaded only for texts that have some of the first."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Pairs that differ and that are frequent; a text is written in the form that carries weight among them.
_TRADITIONAL = "開報務國與關總體處數據區訴訟條機門員會業發現辦實對時動學縣鄉鎮級"
_SIMPLIFIED = "开报务国与关总体处数据区诉讼条机门员会业发现办实对时动学县乡镇级"
_QUOTES = str.maketrans("「」『』", "“”‘’")


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters.

    A few of them in a simplified text are a finding, or the name of a language in a menu, and no reason to
    convert the page; a page around which a site's own menu stays simplified is traditional all the same.
    """
    traditional = sum(map(text.count, _TRADITIONAL))
    return traditional > 0 and traditional * 3 > sum(map(text.count, _SIMPLIFIED))


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
