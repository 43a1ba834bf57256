"""What gxlint says of the examples. Where a change is meant: ``pytest tests/project --snapshot-update``."""

import json
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.running import gxlint
from tests.project.imports import ROOT

EXAMPLES = {"clean.txt": 0, "format-2019.txt": 0, "mistakes.md": 1, "page.html": 1}


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_every_example_is_here() -> None:
    reports = {
        path.name for path in (ROOT / "examples").iterdir() if path.name not in ("README.md", "packs", "ci")
    }
    assert reports == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_said(name: str, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion) -> None:
    ran = gxlint(monkeypatch, "check", f"examples/{name}")
    assert (ran.code, ran.err) == (EXAMPLES[name], "")
    assert ran.out == snapshot


@pytest.mark.parametrize("name", [name for name, code in EXAMPLES.items() if code == 0])
def test_clean_examples_are_read_to_the_end(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # No findings could also mean that nothing was found to check.
    ran = gxlint(monkeypatch, "check", f"examples/{name}", "--output-format", "json")
    file: dict[str, Any] = json.loads(ran.out)["files"][0]
    assert (file["verdict"], file["diagnostics"], file["coverage"]["undecided"]) == ("pass", [], [])
    assert {"CN305", "CN306", "CN307", "CN402"} <= set(file["coverage"]["passed"])
