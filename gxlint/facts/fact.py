"""What the prose of a report asserts, as typed facts.

Every fact knows its paragraph and the stretch of ``paragraph.text`` it was read from; ``span`` is the place in the
document. Offsets of a fact (``start``, ``end``, ``number_start`` …) count in ``paragraph.text``: turn them into places
with ``fact.place(start, end)`` only.

A fact is honest about what the sentence leaves open: ``scope``, ``period`` and ``topic`` say ``unclear`` where the words
do not settle it. ``Count.firm`` sums that up: only firm counts bear an error.
"""

from typing import Literal

from gxlint.model import Paragraph
from gxlint.source import Span
from gxlint.source.record import Record, made

Scope = Literal["own", "aggregate", "other", "unclear"]
"""Whose figure: the reporting body's, that of a whole area or system (全县、各乡镇), a named other body's, or unclear."""

TimeFrame = Literal["this_year", "other_year", "cumulative", "part", "unclear"]
"""The reporting year; another one; since some earlier point (自…以来); a part of the year (上半年, 1至6月); unclear."""

Topic = Literal["disclosure", "other", "unclear"]
"""Whether the count is about government information disclosure, about something else, or may be either."""

Bound = Literal["", "about", "at_least", "at_most"]
"""Exact, 约/左右, 余/多/超/以上, 近/不足/以内. Only exact counts may be compared for equality."""

Measure = Literal["", "issued", "repealed", "in_force", "disclosed", "decisions"]
"""What of documents is counted, as the columns of 表二: made or decided, withdrawn, in force; ``disclosed``: published."""

YearAndDay = tuple[int | None, int | None, int | None]


class Fact(Record, kw_only=True, eq=False):
    """Something a sentence asserts. ``section`` is the key of the part it stands in, or ``preamble``."""

    kind = "fact"

    paragraph: Paragraph
    section: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words it was read from."""
        return self.paragraph.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the document."""
        return self.paragraph.place(self.start, self.end)

    def place(self, start: int, end: int) -> Span:
        """The place in the document of a stretch of the fact's paragraph."""
        return self.paragraph.place(start, end)


class Count(Fact, kw_only=True, eq=False):
    """So and so many of something.

    ``subject`` is a key of the glossary (section 6 without ``fact.``; outcomes of requests have the row keys of
    ``table_requests``: ``granted``, ``denied``, ``other_processing.other`` …; results of disputes stand as
    ``reconsideration.upheld``, ``litigation.pending`` …), or ``other``: then ``label`` says what is counted.
    ``unit`` is as written (件, 条, 万元), empty where there is none.

    A count that covers only a portion of its subject is ``limited``: a channel (``channel`` is ``channel_online``,
    ``channel_mail``, ``channel_in_person`` or ``channel_other``), or a part of a whole with the same subject.
    """

    kind = "count"

    subject: str
    value: int | float
    unit: str
    number_start: int
    number_end: int
    label: str = ""
    measure: Measure = ""
    channel: str = ""
    verb: str = ""  # the verb as written: 收到, 受理, 办结, 制发 …
    bound: Bound = ""
    scope: Scope = "own"
    period: TimeFrame = "this_year"
    topic: Topic = "disclosure"
    zero_statement: bool = False  # said in words: 未收到…, 无…, 没有发生…
    includes_last_year: bool = False  # 含上年结转
    whole: "Count | None" = None
    parts: "list[Count]" = made(default_factory=list)
    open_ended: bool = False  # 其中包括…, 主要…, …等: the parts need not be all
    listed_by: str = ""  # the word before the parts: 其中, 包括, 合计; ( for a bracket without one

    @property
    def number_span(self) -> Span:
        """The place of the number alone, unit and 约/余 left out; of the negation in a zero statement."""
        return self.paragraph.place(self.number_start, self.number_end)

    @property
    def number_text(self) -> str:
        """The number as written."""
        return self.paragraph.text[self.number_start : self.number_end]

    @property
    def approximate(self) -> bool:
        """Whether the number is only about right."""
        return self.bound != ""

    @property
    def limited(self) -> bool:
        """Whether it counts only a portion of its subject."""
        if self.channel or self.whole is None:
            return self.channel != ""
        if self.whole.includes_last_year:  # 新收 36 件、上年结转 2 件,共 38 件
            return False
        return self.whole.subject == self.subject or self.subject.startswith("disclosed_")

    @property
    def firm(self) -> bool:
        """Exact, of this year, of the body itself, about disclosure, and not of a portion only."""
        return (
            not self.bound
            and self.period == "this_year"
            and self.scope == "own"
            and self.topic == "disclosure"
            and not self.limited
        )


class Statement(Fact, kw_only=True, eq=False):
    """Something said of all: ``all_closed`` (全部办结, 均已答复, 办结率100%) or ``all_on_time`` (按时办结率100%).

    ``not_all_closed`` cannot occur: such sentences are counts (``carried_forward``).
    """

    kind = "statement"

    subject: Literal["all_closed", "all_on_time"]
    scope: Scope = "own"
    period: TimeFrame = "this_year"
    topic: Topic = "disclosure"


class Ratio(Fact, kw_only=True, eq=False):
    """A percentage. ``numerator`` and ``denominator`` are given when the sentence gives them.

    ``name`` is what it is called (办结率, 占), ``value`` the percentage itself (97.5), ``decimals`` how many were written.
    """

    kind = "ratio"

    subject: str  # closed, on_time_rate, share, satisfaction, other
    name: str
    value: float
    decimals: int
    number_start: int
    number_end: int
    bound: Bound = ""
    numerator: Count | None = None
    denominator: Count | None = None

    @property
    def number_span(self) -> Span:
        """The place of the number without the percent sign."""
        return self.paragraph.place(self.number_start, self.number_end)


class Change(Fact, kw_only=True, eq=False):
    """A change against an earlier figure (同比增长 5%, 较上年减少 3 件).

    ``direction`` is 1, -1 or 0 (持平). ``percent`` and ``amount`` are as stated (without sign), either may be absent;
    ``now`` and ``before`` are the figures compared, where the sentence gives them. ``basis`` is ``last_year`` when the
    words say so (同比, 较上年), else ``unclear``.
    """

    kind = "change"

    subject: str
    direction: Literal[-1, 0, 1]
    basis: Literal["last_year", "unclear"]
    percent: float | None = None
    decimals: int = 0
    percent_start: int = 0
    percent_end: int = 0
    amount: int | float | None = None
    amount_start: int = 0
    amount_end: int = 0
    unit: str = ""
    bound: Bound = ""
    now: Count | None = None
    before: Count | None = None


class DateFact(Fact, kw_only=True, eq=False):
    """A date: year, month, day, each absent where not written. ``valid``: there is such a day in the calendar."""

    kind = "date"

    year: int | None
    month: int | None = None
    day: int | None = None
    valid: bool = True


class PeriodFact(Fact, kw_only=True, eq=False):
    """A stretch of time from one date to another, inclusive."""

    kind = "period"

    first: DateFact
    last: DateFact


class YearOpening(Fact, kw_only=True, eq=False):
    """A year at the head of a sentence that says when what follows happened (2024年,我局…; 2024年以来,…).

    Not the year of a date, of a title or of a comparison. ``since`` is set for …以来.
    """

    kind = "year_opening"

    year: int
    since: bool = False


class DocumentNumber(Fact, kw_only=True, eq=False):
    """A document number: 国办发〔2021〕12号.

    ``brackets`` are the two characters around the year, or empty; ``ordinal`` whether 第 stands before the serial,
    ``mark`` whether 号 stands behind it, ``spaces`` whether white space stands inside, ``padded`` whether the serial is
    written with a leading 0.
    """

    kind = "document_number"

    code: str
    year: int
    serial: int
    brackets: str = "〔〕"
    ordinal: bool = False
    mark: bool = True
    spaces: bool = False
    padded: bool = False

    @property
    def official(self) -> str:
        """The number as it is properly written."""
        return f"{self.code}〔{self.year}〕{self.serial}号"


class Decree(Fact, kw_only=True, eq=False):
    """A decree number: 国务院令第711号. ``ordinal`` is whether 第 is there."""

    kind = "decree"

    issuer: str
    serial: int
    ordinal: bool = True


class Article(Fact, kw_only=True, eq=False):
    """An article of a law: 第五十条, 第二十条第(一)项."""

    kind = "article"

    article: int
    paragraph_number: int | None = None  # 款
    item: int | None = None  # 项


class Citation(Fact, kw_only=True, eq=False):
    """A cited title 《…》 and what is said with it.

    ``title`` is the text between the outer marks, ``title_start``/``title_end`` its place without them. ``inner`` are the
    titles set inside it (〈…〉 or 《…》). ``number`` and ``decree`` stand behind the title, mostly in brackets; ``articles``
    follow it. ``defines`` is the short name that is given to it (以下简称《条例》 → 条例); a later 《条例》 is a citation of
    its own with that title.
    """

    kind = "citation"

    title: str
    title_start: int
    title_end: int
    inner: tuple[str, ...] = ()
    number: DocumentNumber | None = None
    decree: Decree | None = None
    articles: list[Article] = made(default_factory=list)
    defines: str = ""


class Item(Fact, kw_only=True, eq=False):
    """A member of an enumeration, its mark alone: 一是, (二), 3. ``style`` is how the mark is written: 一是, (一), 1."""

    kind = "item"

    ordinal: int
    style: str


class Enumeration(Fact, kw_only=True, eq=False):
    """An announced number of things (以下三个方面) and the items that follow.

    ``announced`` is none for a run of items that nothing announces. ``noun`` is what is announced (方面, 项工作).
    ``open_ended``: the words say that there may be more or fewer (等, 主要).
    """

    kind = "enumeration"

    announced: int | None
    noun: str
    items: list[Item]
    number_start: int = 0
    number_end: int = 0
    open_ended: bool = False
