r"""Patterns of rule packs: a small part of regular expressions that cannot run away.

What an author may write: characters, ``.``, ``\d``, ``\s``, ``[…]``, ``[^…]``, ``(a|b)``, and after a single
character or set ``?``, ``*``, ``+``, ``{m,n}``; a group may only be optional (``?``). No repeat inside a repeat, no
references, no looking around. ``*`` and ``+`` reach ``MOST_REPEATS`` characters.

Why it cannot run away: a repeat that ends where what follows cannot begin is made possessive, which changes nothing
that it finds; the ways in which all other repeats can be split are multiplied, and a pattern that may look at more
than ``MOST_STEPS`` characters from one place of a text is refused.
"""

import re

from gxlint.rules.info import Message
from gxlint.rules.packs.charsets import DIGITS, NO_LINE_END, SPACES, CharSet, charset, single
from gxlint.rules.packs.pattern_tree import Choice, Item, Repeat, Sequel, cost, nullable, written
from gxlint.source.view import normalise

LONGEST = 300
MOST_REPEATS = 60
MOST_STEPS = 5000
DEEPEST = 8

_TOO_LONG = Message(f"写法超过 {LONGEST} 个字符", f"a pattern has {LONGEST} characters at most")
_NOTHING_REPEATED = Message(
    "“{got}”前面没有可以重复的字;要找这个字本身请写 \\{got}",
    "there is nothing before “{got}” to repeat; for the character itself write \\{got}",
)
_REPEATED_GROUP = Message(
    "括号后面只能用 ?,不能重复一组字(会使检查极慢)",
    "a group can only be followed by ?; repeating it could take for ever",
)
_REPEATED_REPEAT = Message("不能重复两次,请去掉“{got}”", "a repeat cannot be repeated; take away “{got}”")
_BAD_REPEAT = Message(
    "重复次数应写成 {{m,n}},n 不小于 m,至多 {most}", "write a repeat as {{m,n}} with m ≤ n ≤ {most}"
)
_OPEN = Message("“{got}”没有成对", "“{got}” has no partner")
_NOT_ALLOWED = Message(
    "不支持“{got}”:没有环视、引用和命名分组", "“{got}” is not allowed: no looking around, references or names"
)
_UNKNOWN_ESCAPE = Message(
    "不支持“\\{got}”,可用 \\d、\\s 和 \\. 等", "“\\{got}” is not allowed; known are \\d, \\s, \\."
)
_ANCHOR = Message(
    "不支持“{got}”;要找这个字本身请写 \\{got}", "“{got}” is not allowed; for the character write \\{got}"
)
_EMPTY = Message("这个写法什么都不写也能找到", "the pattern finds nothing at all everywhere")
_BAD_RANGE = Message("范围“{got}”前大后小", "range “{got}” is the wrong way round")
_TOO_MANY_STEPS = Message(
    "写法太灵活:每处可能要比较 {steps} 个字,至多 {most};请减少 .、* 或缩小 {{m,n}}",
    "the pattern may take {steps} steps at each place, {most} at most: use fewer repeats or smaller ones",
)
_TOO_DEEP = Message(f"括号套了 {DEEPEST} 层以上", f"groups are nested deeper than {DEEPEST}")


class PatternError(ValueError):
    """A pattern that is not allowed. ``at`` is the character of it where the reason stands."""

    def __init__(self, at: int, message: Message, /, **params: object) -> None:
        super().__init__(message.render(params, "en"))
        self.at, self.message, self.params = at, message, params


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern, ready to search normalised text with.

    Raises:
        PatternError: it is not allowed.
    """
    if len(pattern) > LONGEST:
        raise PatternError(LONGEST, _TOO_LONG)
    options = _Reader(pattern).whole()
    if any(nullable(option) for option in options):
        raise PatternError(0, _EMPTY)
    steps = sum(cost(option).steps for option in options)
    if steps > MOST_STEPS:
        raise PatternError(0, _TOO_MANY_STEPS, steps=steps, most=MOST_STEPS)
    return re.compile("|".join(map(written, options)))


class _Reader:
    """Reads the pattern as the author wrote it; every character is normalised like the text it will be held against."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def whole(self) -> tuple[Sequel, ...]:
        options = self._options(0)
        if self._at < len(self._pattern):
            raise PatternError(self._at, _OPEN, got=")")
        return options

    def _options(self, depth: int) -> tuple[Sequel, ...]:
        if depth > DEEPEST:
            raise PatternError(self._at, _TOO_DEEP)
        options = [self._sequence(depth)]
        while self._next() == "|":
            self._at += 1
            options.append(self._sequence(depth))
        return tuple(options)

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self, depth: int) -> Sequel:
        items: list[Item] = []
        while (char := self._next()) and char not in "|)":
            start = self._at
            items.append(self._group(depth) if char == "(" else self._repeated(self._set(), start))
        return tuple(items)

    def _group(self, depth: int) -> Choice:
        start = self._at
        self._at += 1
        if self._pattern.startswith("?:", self._at):
            self._at += 2
        elif self._next() == "?":
            raise PatternError(start, _NOT_ALLOWED, got=self._pattern[start : start + 3])
        options = self._options(depth + 1)
        if self._next() != ")":
            raise PatternError(start, _OPEN, got="(")
        self._at += 1
        optional = self._next() == "?"
        self._at += optional
        if self._next() and self._next() in "*+{?":
            raise PatternError(self._at, _REPEATED_REPEAT if optional else _REPEATED_GROUP, got=self._next())
        return Choice(options, optional)

    def _repeated(self, chars: CharSet, start: int) -> Repeat:
        mark = self._next()
        least, most = {"?": (0, 1), "*": (0, MOST_REPEATS), "+": (1, MOST_REPEATS)}.get(mark, (1, 1))
        if mark == "{":
            least, most = self._counts()
        elif mark and mark in "?*+":
            self._at += 1
        else:
            return Repeat(chars, 1, 1)
        if (after := self._next()) and after in "?*+{":
            raise PatternError(self._at, _REPEATED_REPEAT, got=after)
        return Repeat(chars, least, most)

    def _counts(self) -> tuple[int, int]:
        match = re.compile(r"\{(\d{1,3})(?:(,)(\d{1,3})?)?\}").match(self._pattern, self._at)
        if match is None:
            raise PatternError(self._at, _BAD_REPEAT, most=MOST_REPEATS)
        least = int(match[1])
        most = int(match[3]) if match[3] else MOST_REPEATS if match[2] else least
        if not 0 < most <= MOST_REPEATS or least > most:
            raise PatternError(self._at, _BAD_REPEAT, most=MOST_REPEATS)
        self._at = match.end()
        return least, most

    def _set(self) -> CharSet:
        char = self._next()
        if char in "?*+{":
            raise PatternError(self._at, _NOTHING_REPEATED, got=char)
        if char in "^$]}":
            raise PatternError(self._at, _ANCHOR, got=char)
        if char == "[":
            return self._brackets()
        if char == "\\":
            return self._escape()
        self._at += 1
        return NO_LINE_END if char == "." else _plain(char)

    def _escape(self) -> CharSet:
        char = self._pattern[self._at + 1 : self._at + 2]
        if char in ("d", "s"):
            self._at += 2
            return DIGITS if char == "d" else SPACES
        if not char or char.isalnum():
            raise PatternError(self._at, _UNKNOWN_ESCAPE, got=char)
        self._at += 2
        return _plain(char)

    def _brackets(self) -> CharSet:
        start = self._at
        self._at += 1
        inverted = self._next() == "^"
        self._at += inverted
        ranges: list[tuple[int, int]] = []
        while (char := self._next()) != "]" or not ranges:
            if not char:
                raise PatternError(start, _OPEN, got="[")
            ranges += self._member().ranges
        self._at += 1
        found = charset(ranges)
        return found.inverted() if inverted else found

    def _member(self) -> CharSet:
        start = self._at
        first = self._one_member()
        if self._next() != "-" or self._pattern[self._at + 1 : self._at + 2] in ("]", ""):
            return first
        self._at += 1
        last = self._one_member()
        low, high = first.ranges[0][0], last.ranges[-1][1]
        if low > high or first in (DIGITS, SPACES) or last in (DIGITS, SPACES):
            raise PatternError(start, _BAD_RANGE, got=self._pattern[start : self._at])
        return CharSet(((low, high),))

    def _one_member(self) -> CharSet:
        if self._next() == "\\":
            return self._escape()
        char = self._next()
        if not char:
            raise PatternError(self._at, _OPEN, got="[")
        self._at += 1
        return _plain(char)


def _plain(char: str) -> CharSet:
    text = normalise(char).text
    return single(text if len(text) == 1 else char)
