"""What a rule says: findings with their places and fixes, and checks that could not be made."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from gxlint.rules.info import Message, RuleInfo, Severity
from gxlint.source import Span
from gxlint.source.record import Record

_NO_PARAMS: Mapping[str, object] = {}


class Edit(NamedTuple):
    """Replace a stretch of the normalised text. Only the source behind the span is touched."""

    span: Span
    new_text: str


class Fix(Record, frozen=True):
    """A set of edits that belong together.

    ``safe`` means that it only restores what the writer certainly meant; anything that decides which number
    is wrong is a proposal and not safe.
    """

    title: Message
    edits: tuple[Edit, ...]
    safe: bool
    params: Mapping[str, object] = _NO_PARAMS


class Where(NamedTuple):
    """The address of a finding inside the form; what does not apply is none."""

    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None

    def as_dict(self) -> dict[str, str]:
        """The keys that apply."""
        items = (("section", self.section), ("table", self.table), ("row", self.row), ("column", self.column))
        return {key: value for key, value in items if value is not None}


class Related(NamedTuple):
    """Another place that belongs to a finding, with a word on why."""

    span: Span
    message: Message
    params: Mapping[str, object] = _NO_PARAMS


class Finding(Record, frozen=True):
    """One defect at one place.

    ``held_back`` counts further checks that could not be made because of it, or that fail for the same cause.
    """

    rule: RuleInfo
    severity: Severity
    message: Message
    params: Mapping[str, object]
    span: Span
    where: Where
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    held_back: int = 0

    def text(self, lang: str = "zh") -> str:
        """The message, in the language asked for, with its parameters filled in."""
        return self.message.render(self.params, lang)

    def suggest(
        self, new_text: object, title: Message | None = None, *, span: Span | None = None
    ) -> "Finding":
        """This finding with a proposal (not safe): replace the place, or ``span``."""
        return self._with_fix(new_text, title, span, safe=False)

    def correct(
        self, new_text: object, title: Message | None = None, *, span: Span | None = None
    ) -> "Finding":
        """This finding with a safe fix: replace the place, or ``span``, by what was certainly meant."""
        return self._with_fix(new_text, title, span, safe=True)

    def with_fix(self, edits: Iterable[Edit], title: Message, *, safe: bool, **params: object) -> "Finding":
        """This finding with a fix made of several edits, or of an insertion (an edit of an empty span)."""
        return self.replaced(fix=Fix(title, tuple(edits), safe, params))

    def _with_fix(
        self, new_text: object, title: Message | None, span: Span | None, *, safe: bool
    ) -> "Finding":
        text = str(new_text)
        fix = Fix(title or _REPLACE, (Edit(span or self.span, text),), safe, {**self.params, "new": text})
        return self.replaced(fix=fix)


_REPLACE = Message("改为“{new}”", "Replace with “{new}”")


class Undecided(NamedTuple):
    """A check that could not be made, and why. Not a clean result: it shows in the coverage."""

    rule: RuleInfo
    reason: Message
    params: Mapping[str, object]
    where: Where

    def text(self, lang: str = "zh") -> str:
        """The reason, in the language asked for."""
        return self.reason.render(self.params, lang)


class NotApplicable(Record, frozen=True):
    """The rule has nothing to say about this node."""

    rule: RuleInfo


Outcome: TypeAlias = Finding | Undecided | NotApplicable
