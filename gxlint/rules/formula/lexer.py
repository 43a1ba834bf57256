"""From the text of a formula to its tokens."""

import re
from typing import NamedTuple

from gxlint.rules.formula.errors import FormulaError
from gxlint.rules.info import Message

LONGEST = 2000
MOST_TOKENS = 400

_TOO_LONG = Message(f"公式超过 {LONGEST} 个字符", f"a formula has {LONGEST} characters at most")
_TOO_MANY = Message(f"公式超过 {MOST_TOKENS} 个词", f"a formula has {MOST_TOKENS} words at most")
_UNKNOWN = Message("看不懂的字符“{got}”", "unknown character “{got}”")
_BARE = Message(
    "“{got}”不是地址;地址写成 表.行.列,如 table_requests.granted.total,正文数字写成 fact.received",
    "“{got}” is no address; write table.row.column, as in table_requests.granted.total, or fact.received",
)
_NUMBER = Message(
    "数 {got} 太长:整数至多 12 位,小数至多 6 位", "number {got} is too long: 12 digits, 6 after the point"
)

# What a Chinese keyboard gives for the marks of a formula, one character each.
_HALF = str.maketrans("＝＞＜（）＋－＊×÷／：，．≤≥≠。", "=><()+-**//:,.≤≥≠.")
_TOKEN = re.compile(
    r"(?P<SPACE>\s+|#[^\n]*)"
    r"|(?P<NUMBER>\d+(?:\.\d+)?)"
    r"|(?P<ADDRESS>[A-Za-z_]\w*(?:\.(?:\w+|\*))+)"
    r"|(?P<WORD>[A-Za-z_]\w*)"
    r"|(?P<COMPARE><=|>=|!=|==|[=<>≤≥≠])"
    r"|(?P<SIGN>[+-])|(?P<TIMES>[*/])"
    r"|(?P<COLON>:)|(?P<COMMA>,)|(?P<OPEN>\()|(?P<CLOSE>\))"
)
_NUMBER_FITS = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_WORDS = {
    **dict.fromkeys(("sum", "max", "min", "abs"), "FUNCTION"),
    **dict.fromkeys(("row", "column"), "AXIS"),
    **{word: word.upper() for word in ("when", "then", "each", "or", "and", "not")},
}
_SAME = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!="}


class Token(NamedTuple):
    """A word of a formula. ``type`` is a terminal of the grammar, ``start`` a character of the text."""

    type: str
    text: str
    start: int


def tokens(text: str) -> list[Token]:
    """The tokens of a formula; white space and what follows a ``#`` on its line are left out.

    Raises:
        FormulaError: the text is too long, or something in it is no token.
    """
    if len(text) > LONGEST:
        raise FormulaError(LONGEST, _TOO_LONG)
    plain = text.translate(_HALF)
    found: list[Token] = []
    at = 0
    while at < len(plain):
        match = _TOKEN.match(plain, at)
        if match is None:
            raise FormulaError(at, _UNKNOWN, got=text[at])
        if match.lastgroup != "SPACE":
            found.append(_token(str(match.lastgroup), match[0], at))
        at = match.end()
    if len(found) > MOST_TOKENS:
        raise FormulaError(found[MOST_TOKENS].start, _TOO_MANY)
    return found


def _token(kind: str, text: str, start: int) -> Token:
    if kind == "WORD":
        if text.lower() not in _WORDS:
            raise FormulaError(start, _BARE, got=text)
        return Token(_WORDS[text.lower()], text.lower(), start)
    if kind == "NUMBER" and not _NUMBER_FITS.fullmatch(text):
        raise FormulaError(start, _NUMBER, got=text[:20])
    return Token(kind, _SAME.get(text, text), start)
