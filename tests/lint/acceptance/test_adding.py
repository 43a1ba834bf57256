"""Accepting a finding: the entry means it and nothing else, and the configuration stays what it was."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.lint.acceptance.adding import with_entry, with_files
from gxlint.lint.edits import apply

ENTRY = {"code": "CN305", "file": "局/报告.md", "reason": "(请写明理由)"}
SHARED = ("tool", "gxlint")


def added(text: str, entry: dict[str, str] = ENTRY, under: tuple[str, ...] = ()) -> str:
    edit = with_entry(text, under, entry)
    assert edit is not None
    return apply(text, [edit])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[[accept]]\ncode = "CN305"\nfile = "局/报告.md"\nreason = "(请写明理由)"\n'),
        (
            'province = "GS"\r\n',
            'province = "GS"\r\n\r\n[[accept]]\r\ncode = "CN305"\r\nfile = "局/报告.md"\r\n'
            'reason = "(请写明理由)"\r\n',
        ),
        (
            "accept = []  # nothing yet\n",
            'accept = [{ code = "CN305", file = "局/报告.md", reason = "(请写明理由)" }]  # nothing yet\n',
        ),
        (
            'accept = [\r\n  {code = "CN1"},  # one\r\n]\r\n',
            'accept = [\r\n  {code = "CN1"}, { code = "CN305", file = "局/报告.md", reason = "(请写明理由)" },'
            "  # one\r\n]\r\n",
        ),
    ],
)
def test_where_it_goes(before: str, after: str) -> None:
    assert added(before) == after


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("[severities]\nCN1 = 'off'", ()),
        ("[[accept]]\ncode = 'CN1'\nuntil = 2026-12-31\n\n[severities]\nCN1 = 'off'\n", ()),
        ("[tool.gxlint]\nyear = 2024\n\n[tool.other]\na = 1\n", SHARED),
        ("[tool]\ngxlint.accept = [{code = 'CN1'}]\n", SHARED),
        ("[project]\nname = 'x'\n", SHARED),
    ],
)
def test_all_else_stays(text: str, under: tuple[str, ...]) -> None:
    before, after = tomllib.loads(text), tomllib.loads(added(text, under=under))
    known = before
    for key in under:
        before, known, after = before.get(key, {}), known.get(key, {}), after[key]
    assert after.pop("accept") == [*known.pop("accept", []), ENTRY]
    assert after == known


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("accept = [", ()),
        ("accept = 1\n", ()),
        ("tool = { gxlint = { year = 2024 } }\n", SHARED),
        ("a" * 10, ()),
    ],
)
def test_what_cannot_be_added_to(text: str, under: tuple[str, ...]) -> None:
    assert with_entry(text, under, ENTRY) is None


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TEXTS, TEXTS, st.sampled_from(["", "year = 2024\n", "accept = [ ]\n", "[severities]\r\n"]))
def test_whatever_is_quoted(text: str, reason: str, configuration: str) -> None:
    entry = {"code": "CN305", "text": text, "reason": reason}
    assert tomllib.loads(added(configuration, entry))["accept"] == [entry]


def test_files_are_renamed() -> None:
    text = (
        "[[accept]]\r\ncode = 'CN1'\r\nfile = '局/旧.md'  # why\r\nuntil = 2026-12-31\r\n"
        '[[accept]]\r\ncode = "CN2"\r\nfile = "**"\r\n[[accept]]\r\ncode = "CN3"\r\n'
    )
    edits = with_files(text, (), {"局/旧.md": '局/新".md'}.get)
    changed = apply(text, edits)
    assert changed == text.replace("'局/旧.md'", '"局/新\\".md"')
    assert tomllib.loads(changed)["accept"][0] == {
        "code": "CN1",
        "file": '局/新".md',
        "until": date(2026, 12, 31),
    }
    assert with_files(text, (), {"别.md": "x"}.get) == []
    assert with_files("accept = [", (), {"别.md": "x"}.get) == []
