"""One door for cases of all kinds: those written for rules in Python, and the examples inside rule packs."""

from typing import TYPE_CHECKING

from gxlint.testing.cases import Case
from gxlint.testing.fragments import INSTALLED, Bench, problems

if TYPE_CHECKING:
    from gxlint.testing.packs import ExampleCase


def verify(case: "Case | ExampleCase", bench: Bench = INSTALLED) -> None:
    """Hold a rule to one of its cases.

    Raises:
        AssertionError: it does not hold. The text says what was expected and what came.
    """
    if isinstance(case, Case):
        found = list(problems(case, bench))
    else:
        found = [fault.text() for fault in case.faults(bench.session().catalogue)]
    if found:
        raise AssertionError("\n".join((f"{case.id}:", *found)))
