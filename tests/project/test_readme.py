"""What the README promises: its commands, its links, and the output it shows."""

import re

import pytest

from gxlint.cli.main import COMMANDS
from tests.project.imports import ROOT
from tests.project.readme import CHECKED, READMES, block, output

PAGES = [
    *READMES,
    "CONTRIBUTING.md",
    "examples/README.md",
    *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _blocks(name: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", _text(name), re.MULTILINE | re.DOTALL)


def test_the_first_two_commands_are_the_same_in_both() -> None:
    chinese, english = (_blocks(name, "bash")[:2] for name in READMES)
    assert chinese == english


def test_the_first_command_checks_an_example() -> None:
    assert f"gxlint check {CHECKED}" in _blocks("README.md", "bash")[0]


def test_the_second_command_is_what_ci_runs() -> None:
    steps = [step.strip() for step in _blocks("README.md", "bash")[1].replace(".venv/bin/", "").split("&&")]
    script = re.sub(r'"\$bin/(\w+)"', r"\1", _text(".ci/run")).replace(" --quiet", "")
    assert steps[0] == "python3 -m venv .venv"
    assert len(steps) == 3
    for step in steps[1:]:
        assert f"\n{step}\n" in script


@pytest.mark.parametrize("name", READMES)
def test_the_output_shown_is_real(name: str) -> None:
    assert block(ROOT / name) == output(READMES[name]), "run python -m tests.project.readme"


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_shown_and_no_other(name: str) -> None:
    shown = {word for block in _blocks(name, "bash") for word in re.findall(r"\bgxlint (\w+)", block)}
    assert shown == set(COMMANDS)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", _text(name))
    assert not [link for link in links if not (folder / link).exists()]
