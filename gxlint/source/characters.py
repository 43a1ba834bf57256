"""Characters that stand for others, or for nothing: what a text is rid of before anything else looks at it.

One character becomes one character, so that offsets stay; what is invisible is named for removal. Quotation
marks and ``、。《》〔〕`` keep their Chinese forms.
"""

import re
from functools import cache

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# No line ends for an editor, so none here; U+0007 ends Word's cells.
_BREAKS = "\u0007\u000b\u000c\u0085\u2028\u2029"
_BARS = "│┃║∣￨"
_HYPHENS = "\u2010-\u2012\u2212"
_COMPATIBILITY = "\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff5e\uff61\uff64"
_INVISIBLE = (
    "\u0000-\u0006\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufffc\U000e0100-\U000e01ef"
)
_ACCENTED = "\u00e0-\u01dc"
# One look at the text finds everything that is not as it usually is; most texts have little or nothing.
_ODD = re.compile(f"[{_SPACES}{_BREAKS}{_BARS}{_HYPHENS}{_COMPATIBILITY}{_INVISIBLE}{_ACCENTED}]")
_MANY = 40
TELLTALES = "開報務國關總條數"
"""No traditional report goes without one of these. Looked for before anything is counted."""

# Radicals that stand for a whole character but that Unicode's own normalisation leaves alone: fonts in PDF
# files have them where the character is meant.
_RADICALS = dict(
    zip(
        "⺁⺇⺊⺎⺒⺓⺜⺝⺟⺠⺩⺬⺻⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        "厂几卜兀巳幺日月母民王示聿虎西见角贝车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
        strict=True,
    )
)


def odd_characters(text: str) -> set[str]:
    """The characters of a text that may have to be replaced or removed, and accented Latin letters."""
    return set(_ODD.findall(text))


def usual(text: str, odd: set[str]) -> str:
    """The text with usual characters for the odd ones; of the same length."""
    replacements = {char: new for char in odd if (new := _usual(char)) is not None}
    if len(replacements) > _MANY:
        return text.translate({ord(char): new for char, new in replacements.items()})
    for char, new in replacements.items():
        text = text.replace(char, new)  # several times as fast as str.translate, which visits every character
    return text


def invisible(text: str, odd: set[str]) -> list[tuple[int, int]]:
    """The stretches of a text in which nothing can be seen."""
    pattern = _invisible()
    if not any(map(pattern.match, odd)):
        return []
    return [match.span() for match in pattern.finditer(text)]


def has_accents(odd: set[str]) -> bool:
    """Whether Latin letters with accents are among the odd characters."""
    return any("\u00e0" <= char <= "\u01dc" for char in odd)


def printable(text: str) -> str:
    """The text with U+FFFD for characters that XML, and so Word and Excel, has no place for."""
    return _forbidden().sub("\ufffd", text)


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{_INVISIBLE}]+")


@cache
def _usual(char: str) -> str | None:
    code = ord(char)
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    if char in _BARS:
        return "|"
    if char in _RADICALS:
        return _RADICALS[char]
    if char in _BREAKS or char.isspace():
        return " "
    if 0x2010 <= code <= 0x2012 or code == 0x2212:
        return "-"
    return _compatible(char) if code >= 0x2E80 else None


def _compatible(char: str) -> str | None:
    from unicodedata import normalize  # seldom needed

    new = normalize("NFKC", char)
    return new if len(new) == 1 and new != char else None
