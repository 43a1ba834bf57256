"""The national rules are those of the table beside this file: codes, names, severities, formats and fixes."""

import csv
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from gxlint.formats import official_formats
from gxlint.lint.plan import holds_for
from gxlint.rules import Rule
from gxlint.testing.fragments import session

# What comes in which package. Codes of a package that is not there yet are not missed.
PACKAGES = {
    "structure": ("CN1",),
    "tables": ("CN2", "CN3", "CN4"),
    "figures": ("CN5",),
    "citations": ("CN6",),
    "continuity": ("CN7",),
    "wording": ("CN8",),
    "page": ("CN9",),
}
RULES = {rule.code: rule for rule in session().plugins.rules if rule.code.startswith("CN")}
with Path(__file__).with_name("rules.tsv").open(encoding="utf-8", newline="") as file:
    TABLE = {row["code"]: row for row in csv.DictReader(file, delimiter="\t")}


def _awaited() -> Iterator[str]:
    for package, beginnings in PACKAGES.items():
        name = f"gxlint_national.{package}"
        if find_spec(name) is not None and hasattr(import_module(name), "RULES"):
            yield from (code for code in TABLE if code.startswith(beginnings))


def test_no_rule_is_missing() -> None:
    assert sorted(set(_awaited()) - RULES.keys()) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_rule_is_as_in_the_table(rule: Rule) -> None:
    catalogue = official_formats()
    formats = [form.key for form in catalogue if holds_for(rule, form, catalogue)]
    every = len(formats) == len(tuple(catalogue))
    found = {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "formats": "all" if every else " ".join(formats),
        "fix": rule.fix,
    }
    assert found == TABLE[rule.code]
