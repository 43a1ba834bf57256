"""The JSON Schema says what the models say."""

import datetime
import tomllib
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from gxlint.rules.packs.schema import pack_schema
from tests.project.imports import ROOT
from tests.rules.packs.kit import HEAD, RULE
from tests.rules.packs.test_manual import BLOCKS

VALIDATOR = Draft202012Validator(pack_schema())
GOOD = HEAD + RULE + '[rule.forbidden]\nany = ["甲"]\n'


def errors(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(_json(tomllib.loads(text)))]


def _json(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _json(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_json(item) for item in node]
    return node.isoformat() if isinstance(node, datetime.date) else node


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(pack_schema())


def test_the_example_fits() -> None:
    assert errors((ROOT / "examples" / "packs" / "yunze.toml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("block", BLOCKS)
def test_what_the_manual_shows_fits(block: str) -> None:
    assert errors(block if block.startswith("[pack]") else HEAD + block) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity =", "severty ="),
        ('"warning"', '"warn"'),
        ("[rule.forbidden]", "[rule.forbiden]"),
        ('any = ["甲"]', "any = []"),
        ('any = ["甲"]', 'any = ["甲"]\n[rule.attachment]'),
        ("[rule.forbidden]\nany", "[rule.required]\nany"),
        ('code = "YZ101"', 'code = "YZ1"'),
        ('prefix = "YZ"\n', ""),
    ],
)
def test_what_the_models_refuse_is_refused(old: str, new: str) -> None:
    assert errors(GOOD) == []
    assert errors(GOOD.replace(old, new)) != []


def test_every_key_says_what_it_is_for() -> None:
    rule = pack_schema()["$defs"]["RuleEntry"]["properties"]
    assert not [key for key, value in rule.items() if "description" not in value]
