"""What the manual for authors shows works as it says."""

import re

import pytest

from gxlint.rules.formula import compile_formula
from gxlint.rules.formula.lexer import _WORDS
from gxlint.rules.packs import checks, models
from tests.project.imports import ROOT
from tests.rules.formula.kit import FORMATS, LATEST
from tests.rules.packs.kit import HEAD, failing, pack_of

TEXT = (ROOT / "docs" / "rule-packs.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
FORMULAS = [
    block.strip()
    for text in re.findall(r"^```text\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    for block in text.split("\n\n")
    if block.startswith(("table_", "each", "when"))
]


@pytest.mark.parametrize("block", BLOCKS, ids=[re.findall('"(.*?)"', block)[0] for block in BLOCKS])
def test_every_pack_that_is_shown_holds(block: str) -> None:
    text = block if block.startswith("[pack]") else HEAD + block
    assert failing(pack_of(text)) == []


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_formula_that_is_shown_is_one(formula: str) -> None:
    assert compile_formula(formula, [LATEST], tuple(FORMATS))


def test_every_kind_has_a_heading() -> None:
    assert re.findall(r"^### (\w+) ", TEXT, re.MULTILINE) == list(models.KINDS)


def test_every_key_is_named() -> None:
    tables = (
        *(models.Head, models.RuleEntry, models.Only, models.ProfileEntry, models.Example, checks.Required),
        *(checks.Forbidden, checks.Length, checks.Figure, checks.Wording, checks.HeadingEntry),
        *(checks.Attachment, checks.Contact, checks.Deadline, checks.FormulaEntry, models.SourceEntry),
    )
    keys = {field.alias or name for table in tables for name, field in table.model_fields.items()}
    assert not {key for key in keys if not re.search(rf"\b{key}\b", TEXT)}


def test_every_word_of_the_language_is_named() -> None:
    assert not {word for word in _WORDS if not re.search(rf"\b{word}\b", TEXT)}


def test_the_limits_are_those_of_the_code() -> None:
    assert f"{models.MOST_RULES} 条规则" in TEXT
    assert f"每条至多 {models.MOST_EXAMPLES} 个" in TEXT
