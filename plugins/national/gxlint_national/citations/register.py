"""The register of laws and notices that reports cite: ``register.json``, read when a citation is first looked up.

Status as in the register's source: ``确定`` was seen in the original, ``推断`` and ``待核`` were not; what is not certain
never bears more than an ``info``.
"""

import json
import os
import re
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from gxlint.rules import Severity
from gxlint.rules.law import comparable
from gxlint.source.record import Record

Status = Literal["确定", "推断", "待核"]

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "register.json")
_NUMBER = re.compile(r"(?P<code>.+?)〔(?P<year>\d{4})〕(?P<serial>\d+)号")
_DECREE = re.compile(r"国务院令第(\d+)号")
# Shorter titles are one character away from too many others.
_LONG = 9


class Misquote(NamedTuple):
    """A wrong way of writing a title. ``safe``: nothing else can be meant."""

    got: str
    safe: bool
    severity: Severity


class Number(NamedTuple):
    """A document number in its parts: 国办发, 2021, 12."""

    code: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.serial}号"


class Entry(Record, frozen=True):
    """A law or notice.

    ``title`` is the full title, titles inside it in 〈〉; ``name`` what the notice prints, where it is cited by that alone.
    ``short`` are accepted shorter forms. ``resembling`` matches other things than this that people write for it.
    ``about`` are words that a sentence about it has. ``stale_from`` is the first fiscal year that should not rest on
    it any more.
    """

    key: str
    title: str
    status: Status
    number: str = ""
    former_numbers: tuple[str, ...] = ()
    name: str = ""
    short: tuple[str, ...] = ()
    issued: str = ""
    revised: str = ""
    in_force: str = ""
    until: str = ""
    successor: str = ""  # key of what has taken its place
    url: str = ""  # an official page with its text
    unsure: tuple[str, ...] = ()  # dates that were not seen in the original
    stale_from: int = 0
    level: Literal["national", "local"] = "national"
    articles: int = 0
    about: tuple[str, ...] = ()
    misquotes: tuple[Misquote, ...] = ()
    resembling: str = ""
    resembling_severity: Severity = Severity.WARNING

    @property
    def certain(self) -> bool:
        """Whether the original was seen."""
        return self.status == "确定"

    @property
    def document_number(self) -> Number | None:
        """The document number in its parts, where it has one."""
        match = _NUMBER.fullmatch(self.number)
        return Number(match["code"], int(match["year"]), int(match["serial"])) if match else None

    @property
    def decree(self) -> int | None:
        """The number of the State Council decree it stands on."""
        match = _DECREE.fullmatch(self.number)
        return int(match[1]) if match else None

    @property
    def written(self) -> str:
        """What to write between 《 and 》: what the notice prints, or the title."""
        return self.name or self.title


class KeyPoints(Record, frozen=True):
    """The national key points (政务公开工作要点) of a year."""

    year: int
    number: Number
    status: Status


class Register(Record, frozen=True):
    """All that is known about what reports cite. ``titles`` has every accepted form, made comparable."""

    entries: tuple[Entry, ...]
    key_points: tuple[KeyPoints, ...]
    codes: dict[str, str]  # a wrong agency code → the right one
    titles: dict[str, Entry]
    misquotes: dict[str, tuple[Entry, Misquote]]
    numbers: dict[tuple[int, int], tuple[Entry, ...]]  # by year and serial
    long_titles: tuple[tuple[str, Entry], ...]  # full national titles, long enough to tell a slip of the pen

    def entry(self, key: str) -> Entry:
        """The entry with this key."""
        return next(entry for entry in self.entries if entry.key == key)


@cache
def register() -> Register:
    """The register, read from its file."""
    with open(FILE, encoding="utf-8") as file:
        data = json.load(file)
    entries = tuple(_entry(item) for item in data["entries"])
    numbers: dict[tuple[int, int], tuple[Entry, ...]] = {}
    for entry in entries:
        if (number := entry.document_number) is not None:
            place = number.year, number.serial
            numbers[place] = (*numbers.get(place, ()), entry)
    return Register(
        entries=entries,
        key_points=tuple(_key_points(item) for item in data["key_points"]),
        codes={wrong: item["code"] for item in data["agency_codes"] for wrong in item["wrong"]},
        titles={
            comparable(title): entry
            for entry in entries
            for title in (entry.title, entry.name, *entry.short)
            if title
        },
        misquotes={
            comparable(misquote.got): (entry, misquote) for entry in entries for misquote in entry.misquotes
        },
        numbers=numbers,
        long_titles=tuple(
            (comparable(title), entry)
            for entry in entries
            if entry.level == "national"
            for title in (entry.title, entry.name)
            if len(title) >= _LONG
        ),
    )


@lru_cache(maxsize=4096)
def entry_of(title: str) -> Entry | None:
    """The law or notice that a title names in full or in an accepted short form."""
    return register().titles.get(comparable(title))


@lru_cache(maxsize=4096)
def misquoted(title: str) -> tuple[Entry, Misquote] | None:
    """The law or notice that a title names wrongly; none where it is right or something else."""
    words = comparable(title)
    if words in register().titles:
        return None
    found = register().misquotes.get(words) or _resembling(words) or _slip(words)
    if found is None or found[0].certain:
        return found
    entry, misquote = found
    return entry, misquote._replace(severity=Severity.INFO)


@lru_cache(maxsize=512)
def cited_law(title: str) -> Entry | None:
    """What a title means, rightly or wrongly written."""
    entry = entry_of(title)
    if entry is None and (found := misquoted(title)) is not None:
        return found[0]
    return entry


def _resembling(words: str) -> tuple[Entry, Misquote] | None:
    if "公开" not in words and "信息" not in words and "处理费" not in words:
        return None
    for entry, pattern in _patterns():
        if pattern.fullmatch(words):
            return entry, Misquote(words, False, entry.resembling_severity)
    return None


@cache
def _patterns() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    return tuple((entry, re.compile(entry.resembling)) for entry in register().entries if entry.resembling)


def _slip(words: str) -> tuple[Entry, Misquote] | None:
    """A title that is one slip of the pen away: a character too many, too few, another or in its neighbour's place."""
    for title, entry in register().long_titles:
        if is_slip(words, title):
            notice = title.endswith(("通知", "意见", "细则"))
            return entry, Misquote(words, False, Severity.INFO if notice else Severity.WARNING)
    return None


def is_slip(got: str, wanted: str) -> bool:
    """Whether one character is missing, added, exchanged or swapped with the next; a different digit is no slip."""
    if abs(len(got) - len(wanted)) > 1 or got == wanted:
        return False
    start, end = common_ends(got, wanted)
    left, right = got[start : len(got) - end], wanted[start : len(wanted) - end]
    if any(char.isdigit() for char in left + right):
        return False
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def common_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginning, and how many of the rest at their end."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - start
    return start, next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)


def _entry(item: dict[str, Any]) -> Entry:
    fields: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in item.items()
    }
    fields["misquotes"] = tuple(
        Misquote(each["as"], each.get("safe", False), Severity(each.get("severity", "warning")))
        for each in item.get("misquotes", ())
    )
    if "resembling_severity" in fields:
        fields["resembling_severity"] = Severity(fields["resembling_severity"])
    return Entry(**fields)


def _key_points(item: dict[str, Any]) -> KeyPoints:
    match = _NUMBER.fullmatch(item["number"])
    assert match is not None
    number = Number(match["code"], int(match["year"]), int(match["serial"]))
    return KeyPoints(item["year"], number, item["status"])
