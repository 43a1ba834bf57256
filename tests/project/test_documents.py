"""What the documents show: the plugin in the guide for rule authors works, the manual says what there is."""

import json
import re
from types import ModuleType
from typing import Any

import pytest

from gxlint.cli.commands.check_options import check_parser
from gxlint.lint.session import Session
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.readers.plain import read_plain
from gxlint.reporters.pages.hooks import page
from gxlint.rules import Rule
from gxlint.rules.plugins import load_plugins
from gxlint.source import SourceText
from gxlint.testing import docstring_cases
from gxlint.testing.cases import KEYS
from tests.cli.running import gxlint
from tests.project.imports import ROOT

GUIDE = ROOT / "docs" / "rule-authors.md"
MANUAL = ROOT / "docs" / "guide.md"


@pytest.fixture(scope="module")
def session() -> Session:
    (code,) = (block for block in _blocks() if "GXLINT_PREFIX" in block)
    plugins = load_plugins([("zz", _module(code))], installed=False, reserved=TOOL_RULES)
    return Session(plugins=plugins)


def _blocks() -> list[str]:
    """What the guide shows in Python."""
    return re.findall(r"^```python\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _module(code: str) -> ModuleType:
    module = ModuleType("gxlint_zz")
    exec(compile(code, str(GUIDE), "exec"), module.__dict__)
    return module


def _rule(session: Session) -> Rule:
    (rule,) = session.plugins.rules
    return rule


def test_the_plugin_loads(session: Session) -> None:
    assert session.plugins.failures == ()
    assert _rule(session).code == "ZZ101"


@pytest.mark.parametrize("example", ["wrong", "right"])
def test_its_examples_hold(session: Session, example: str) -> None:
    (case,) = (case for case in docstring_cases(_rule(session)) if case.id.endswith(example))
    text = case.text.replace("⟦", "").replace("⟧", "")
    result = session.check(read_plain(SourceText(text), "report.txt")).result
    assert result is not None
    places = [text[finding.span.start : finding.span.end] for finding in result.findings]
    assert places == re.findall("⟦(.*?)⟧", case.text)
    assert (result.findings == ()) == (example == "right")


def test_its_other_blocks_run() -> None:
    others = [block for block in _blocks() if "GXLINT_PREFIX" not in block]
    assert len(others) == 3
    for block in others:
        _module(block)


def test_its_table_of_cases_is_complete() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    table = guide.partition("| 键 | 含义 |")[2].partition("\n\n")[0]
    named = {
        key
        for cell in re.findall(r"^\|([^|]*)\|", table, re.MULTILINE)
        for key in re.findall(r"`(\w+)`", cell)
    }
    assert named == KEYS


def test_the_hooks_are_described_as_they_are() -> None:
    assert (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8") == page(), (
        "run python -m gxlint.reporters.pages.hooks docs/hooks.md"
    )


def test_the_manual_knows_every_option_of_check() -> None:
    manual = MANUAL.read_text(encoding="utf-8")
    options = {
        name for option in check_parser("zh").options for name in re.findall(r"--[a-z-]+", option.names)
    }
    assert not {name for name in options - {"--help"} if f"`{name}" not in manual}


def test_the_manual_shows_the_json_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = re.findall(
        r"^```json\n(.*?)^```$", MANUAL.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    said = gxlint(monkeypatch, "check", str(ROOT / "examples/mistakes.md"), "--output-format", "json").out
    shown, real = json.loads(block), json.loads(said)
    assert _keys(shown) == _keys(real)
    for name in ("coverage", "diagnostics"):
        assert _keys(shown["files"][0][name]) == _keys(real["files"][0][name])
    assert _keys(shown["files"]) == _keys(real["files"])
    assert _keys(shown["summary"]) == _keys(real["summary"])


def _keys(value: Any) -> list[str]:
    """The keys of an object, or of the first in a list of them."""
    return list(value[0] if isinstance(value, list) else value)
