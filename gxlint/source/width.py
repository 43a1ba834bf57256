"""How wide text is on a terminal: Chinese characters take two columns, combining marks none."""

from functools import lru_cache
from unicodedata import combining, east_asian_width

TAB_STOP = 4
# C0 and C1 controls and the marks that turn the writing direction: never sent to the terminal as they are.
_UNSAFE = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029],
    "\ufffd",
)
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")


@lru_cache(maxsize=4096)
def char_width(char: str) -> int:
    """Columns one character takes: wide and full-width 2, combining 0, all others (ambiguous too) 1."""
    if combining(char) or char in _INVISIBLE:
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def display_width(text: str) -> int:
    """Columns a text without tabs takes."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def visible(text: str) -> str:
    """The text in one line, its control characters shown as replacement characters."""
    return text.translate(_UNSAFE)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with blanks to a width; ``right`` puts the blanks first."""
    blanks = " " * (width - display_width(text))
    return blanks + text if right else text + blanks


def clip(text: str, width: int) -> str:
    """The text cut to a width, ``…`` standing for what is left out."""
    if display_width(text) <= width:
        return text
    kept, used = [], 1
    for char in text:
        used += char_width(char)
        if used > width:
            break
        kept.append(char)
    return "".join(kept) + "…"


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most a width; Chinese breaks anywhere, other words only between blanks."""
    lines, line = [], ""
    for word in _words(text):
        if line.strip() and display_width(line + word.rstrip()) > width:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
    return [*lines, line.rstrip()]


# A line does not begin with one of these: they stay with the character before them.
_CLOSING = frozenset(",.;:!?)%、。】》”’…\uff0c\uff1b\uff1a\uff01\uff1f\uff09")


def _words(text: str) -> list[str]:
    words: list[str] = []
    for char in text:
        joins = words and (char in _CLOSING or (_narrow(char) and _narrow(words[-1][-1])))
        if joins or (words and char == " "):
            words[-1] += char
        else:
            words.append(char)
    return words


def _narrow(char: str) -> bool:
    return char != " " and char_width(char) < 2
