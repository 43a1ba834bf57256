"""When: dates, periods, years that open a sentence, and the time a count speaks of."""

import re
from functools import cache

from gxlint.facts.fact import DateFact, PeriodFact, TimeFrame, YearOpening
from gxlint.facts.forms import Word
from gxlint.facts.numerals import year as year_of
from gxlint.facts.sentence import Sentence
from gxlint.model.dates import exists
from gxlint.source.record import Record, made

_DAYS = {4: 30, 6: 30, 9: 30, 11: 30, 2: 29}
_LEFT = ("carry", "pending")  # 上年结转, 上年未办结
_COMPARING = ("VERSUS", "MOVE")  # 与上年相比, 与2023年持平
_BY_ITSELF = "".join((",", "。", ";", ":", "(", "我", "本", "全", "各"))


@cache
def _date() -> re.Pattern[str]:
    return re.compile(r"(?:(\d{4}|[一二][〇零○一二三四五六七八九]{3})年度?)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?")


@cache
def _whole_year() -> re.Pattern[str]:
    return re.compile("0?1月?份?[^0-9]*12月")


def date_at(sentence: Sentence, start: int, end: int) -> DateFact:
    """The date written at a place."""
    match = _date().match(sentence.text, start, end)
    assert match is not None
    year, month, day = match.groups()
    numbers = (
        year_of(year.replace("○", "〇")) if year else None,
        int(month) if month else None,
        int(day) if day else None,
    )
    return DateFact(
        **sentence.place(start, match.end()),
        year=numbers[0],
        month=numbers[1],
        day=numbers[2],
        valid=_valid(*numbers),
    )


def _valid(year: int | None, month: int | None, day: int | None) -> bool:
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    if day is None:
        return True
    return exists((year, month, day)) if year else 1 <= day <= _DAYS.get(month, 31)


def period_at(sentence: Sentence, word: Word) -> PeriodFact:
    """The period a PERIOD token says."""
    first = date_at(sentence, word.start, word.end)
    at = first.end - sentence.offset
    while not (sentence.text[at].isdecimal() or sentence.text[at] in "一二"):
        at += 1
    last = date_at(sentence, at, word.end)
    if last.year is None:
        last.year = first.year
        last.valid = _valid(last.year, last.month, last.day)
    return PeriodFact(**sentence.place(word.start, word.end), first=first, last=last)


class Times(Record):
    """The times that a report names."""

    dates: list[DateFact] = made(default_factory=list)
    periods: list[PeriodFact] = made(default_factory=list)
    openings: list[YearOpening] = made(default_factory=list)


def read_times(sentence: Sentence, times: Times) -> None:
    """Take in all dates and periods of a sentence, and the year that opens it."""
    for index, word in enumerate(sentence.words):
        if word.type == "DATE":
            date = date_at(sentence, word.start, word.end)
            times.dates.append(date)
            if date.month is None and date.year is not None and _opens(sentence, index):
                times.openings.append(_opening(sentence, index, date.year))
        elif word.type == "PERIOD":
            times.periods.append(period_at(sentence, word))


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether a year stands at the head of its sentence, by itself: before a comma, 以来, or who it is about."""
    words, text = sentence.words, sentence.text
    if any(word.type != "ORDINAL" for word in words[:index]):
        return False
    begin = words[index - 1].end if index else 0
    if text[begin : words[index].start].strip(" ,:") not in ("", "在"):
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.start == words[index].end:
        if following.type in ("COMMA", "SCOPE"):
            return True
        if following.type == "WHEN":
            return following.key in ("since", "this_year")
    return text[words[index].end : words[index].end + 1] in tuple(_BY_ITSELF)


def _opening(sentence: Sentence, index: int, year: int) -> YearOpening:
    word = sentence.words[index]
    following = sentence.words[index + 1] if index + 1 < len(sentence.words) else None
    since = following is not None and following.key == "since" and following.start == word.end
    return YearOpening(**sentence.place(word.start, word.end), year=year, since=since)


class Clock:
    """The time that the words read so far put a count into."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._year = sentence.year
        self._until = self._total = self._whole_year = False
        self.frame: TimeFrame = "this_year"

    def read(self, word: Word, previous: Word | None, following: Word | None) -> None:
        """Take in one word, in text order; the others are its neighbours in its phrase."""
        if word.type == "WHEN":
            if previous is None or previous.key != "carry":  # 结转上年度
                self._when(word, following)
        elif word.type == "DATE":
            if previous is None or previous.key != "carry":  # 结转2025年
                self._dated(word, following)
        elif word.type == "PERIOD":
            self._between(word)

    def _when(self, word: Word, following: Word | None) -> None:
        carried = following is not None and (following.key in _LEFT or following.type in _COMPARING)
        if word.key == "this_year":
            self.frame = "this_year"
            self._whole_year = True
        elif word.key == "plan" or (word.key == "last_year" and not carried):
            self.frame = "other_year"
        elif word.key == "part":
            written = self._sentence.text[word.start : word.end]
            self.frame = "this_year" if _whole_year().match(written) else "part"
        elif word.key == "since":
            self.frame = "cumulative"
        elif word.key in ("until", "total"):
            self._until |= word.key == "until"
            self._total |= word.key == "total"
            if self._until and self._total and not self._whole_year:
                self.frame = "unclear" if self.frame == "this_year" else self.frame

    def _dated(self, word: Word, following: Word | None) -> None:
        if following is not None and (following.key in _LEFT or following.type in _COMPARING):
            return
        date = date_at(self._sentence, word.start, word.end)
        text, start = self._sentence.text, word.start
        since = following is not None and following.key == "since"
        if date.month is not None:
            year_end = self._until and date.month == 12 and date.year in (self._year, None)
            self.frame = "this_year" if year_end and not self._total else "unclear" if self._until else "part"
        elif self._year is None:
            self.frame = "unclear"
        elif date.year == self._year:
            self.frame = "this_year"
        elif since or text[max(0, start - 1) : start] == "自":
            self.frame = "cumulative"
        else:
            self.frame = "other_year"

    def _between(self, word: Word) -> None:
        period = period_at(self._sentence, word)
        first, last = period.first, period.last
        whole = (first.month or 1, first.day or 1, last.month or 12, last.day or 31) == (1, 1, 12, 31)
        if first.year == last.year and first.year in (self._year, None):  # 1月至12月
            self.frame = "this_year" if whole else "part"
        elif self._year is not None and first.year is not None and first.year < self._year == last.year:
            self.frame = "cumulative"
        else:
            self.frame = "other_year"
