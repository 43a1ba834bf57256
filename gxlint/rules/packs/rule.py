"""A rule made of a declaration."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, Literal, NamedTuple, TypeAlias

from gxlint.model import Report
from gxlint.rules.finding import Outcome
from gxlint.rules.formula import Unknown
from gxlint.rules.info import Message, Parameter
from gxlint.rules.rule import Rule

Check: TypeAlias = Callable[["PackRule", Report], Iterator[Outcome]]


class Kind(NamedTuple):
    """One way to check, ready to run.

    Attributes:
        check: looks at a report.
        messages: templates by id; ``default`` is the one an author may write anew.
        fills: the parameters that the default message may use.
        parameters: what a profile or a configuration may set.
        place: where the examples go that do not say so.
        fix: what its findings offer.
        previous: whether it compares with last year's report.
    """

    check: Check
    messages: Mapping[str, Message]
    fills: frozenset[str]
    place: str
    parameters: Mapping[str, Parameter] = {}
    fix: Literal["none", "suggested", "safe"] = "none"
    previous: bool = False


class PackRule(Rule):
    """A rule of a pack.

    Attributes:
        kind: its check.
        only: for which reports it is meant.
        entry: the declaration it was made of, with its examples.
        index: the how manyth rule of its pack it is, from 0.
        profiles: codes of the profiles that turn it on; all of its package where empty.
    """

    kind: ClassVar[Kind]
    only: ClassVar[Callable[[Report], bool | Unknown]]
    entry: ClassVar[Any]
    index: ClassVar[int]
    profiles: ClassVar[tuple[str, ...]] = ()

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at the whole report, if it is one that the rule is meant for."""
        cls = type(self)
        meant = cls.only(report)
        if isinstance(meant, Unknown):
            yield self.undecided(meant.cell, meant.reason, **meant.params)
        elif meant:
            yield from cls.kind.check(self, report)
        else:
            yield self.not_applicable()
