"""The head of a rule: everything that can be said about it without a report."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar, Literal, NamedTuple, Self, TypeAlias

from gxlint import __version__
from gxlint.formats import Source
from gxlint.rules.docstring import Examples, examples_of
from gxlint.source.record import Record

ALL_FORMATS: tuple[str, ...] = ()
Parameter: TypeAlias = bool | int | float | str | tuple[str, ...]
_NOTHING: Mapping[str, Parameter] = {}


class Severity(StrEnum):
    """How sure and how grave: ``error`` only where the national format or the law makes it certain."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for error, rising towards hint."""
        return _RANK[self]

    def at_least(self, other: "Severity") -> bool:
        """Whether this is as grave as the other, or graver."""
        return self.rank <= other.rank


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.HINT: 3}


class Message(Record, frozen=True):
    """A text in both languages; ``{name}`` stands for a parameter."""

    zh: str
    en: str

    def render(self, params: Mapping[str, object], lang: str = "zh") -> str:
        """The text with its parameters filled in; a message among them is said in the same language."""
        said = {
            name: value.render({}, lang) if isinstance(value, Message) else value
            for name, value in params.items()
        }
        return (self.en if lang == "en" else self.zh).format_map(said)


class Provision(Record, frozen=True):
    """What one article of a law or notice demands of a report, whether or not a rule rests on it.

    Attributes:
        source: the law or notice, with ``article``.
        says: the demand, in a few words.
        verified: whether the wording was seen; if not, no rule may rest an error on it.
    """

    source: Source
    says: str
    verified: bool = True


class Origin(NamedTuple):
    """The package a rule came in."""

    package: str
    version: str


class RuleInfo:
    """The head of a rule: everything that can be said about it without a report.

    The docstring's first paragraph says what must hold; after ``Wrong:`` and ``Right:`` stand fragments that
    are tests and become the rule's page, ``⟦ ⟧`` marking the place.

    Attributes:
        code: prefix and three digits, e.g. ``CN305``.
        name: kebab-case name of the defect, e.g. ``row-total``.
        severity: what it is reported as unless the finding or the configuration says otherwise.
        source: what the rule rests on.
        messages: templates by id; ``default`` is the one used when none is named.
        formats: keys of the formats it holds for, ``2021+`` for a format and all later ones; empty for all.
        fix: what it can offer: ``safe`` where some findings carry a fix that only restores what was certainly
            meant, ``suggested`` where all fixes are proposals, ``none`` where a person has to decide.
        status, since: how settled the rule is and the version it came in.
        aliases: former codes and names.
        url: the rule's page.
        parameters: what a profile or a configuration may set, with the values that hold unless it does. Read them
            with ``self.parameter("limit")``; a value set has the type of the default.
        default_on: whether it runs unless turned off; a rule that rests on custom alone has to be asked for.
        outdated: whether what it points at held once and does not hold any more; editors strike that out.
        regional: whether it runs only where a profile turns it on: its package brings profiles. Set when it is
            registered.
        origin: the package it came in; set when it is registered.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    source: ClassVar[Source | tuple[Source, ...]]
    messages: ClassVar[Mapping[str, Message]]
    formats: ClassVar[tuple[str, ...]] = ALL_FORMATS
    fix: ClassVar[Literal["none", "suggested", "safe"]] = "none"
    status: ClassVar[Literal["preview", "stable", "deprecated"]] = "stable"
    since: ClassVar[str] = "0.1"
    aliases: ClassVar[tuple[str, ...]] = ()
    url: ClassVar[str] = ""
    parameters: ClassVar[Mapping[str, Parameter]] = _NOTHING
    default_on: ClassVar[bool] = True
    outdated: ClassVar[bool] = False
    regional: bool = False
    origin: Origin = Origin("gxlint", __version__)
    _tuned: Mapping[str, Parameter] = _NOTHING

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources, in one shape."""
        return (self.source,) if isinstance(self.source, Source) else self.source

    @property
    def summary(self) -> str:
        """First line of the docstring: what must hold."""
        return (self.__doc__ or "").strip().partition("\n")[0].strip()

    @property
    def examples(self) -> Examples:
        """The fragments of the docstring, without their indentation; empty where it has none."""
        return examples_of(self.__doc__ or "")

    def parameter(self, name: str) -> Any:
        """The value of a parameter in force, of the type its default has.

        Raises:
            KeyError: the rule declares no such parameter.
        """
        return self._tuned[name] if name in self._tuned else self.parameters[name]

    def tuned(self, values: Mapping[str, Parameter]) -> Self:
        """This rule with some of its parameters set; the rule itself stays as it is."""
        if not values:
            return self
        from copy import copy

        other = copy(self)
        other._tuned = {**self._tuned, **values}
        return other

    def __repr__(self) -> str:
        return f"<{self.code} {self.name}>"
