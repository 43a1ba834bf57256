"""The head of a rule: everything that can be said about it without a report."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Literal, NamedTuple

from gxlint import __version__
from gxlint.formats import Source
from gxlint.rules.docstring import Examples, examples_of

ALL_FORMATS: tuple[str, ...] = ()


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


class Message(NamedTuple):
    """A text in both languages; ``{name}`` stands for a parameter."""

    zh: str
    en: str

    def render(self, params: Mapping[str, object], lang: str = "zh") -> str:
        """The text with its parameters filled in."""
        return (self.en if lang == "en" else self.zh).format_map(params)


class Provision(NamedTuple):
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
    origin: Origin = Origin("gxlint", __version__)

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

    def __repr__(self) -> str:
        return f"<{self.code} {self.name}>"
