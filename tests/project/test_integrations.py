"""What other programs read of this repository: hooks of pre-commit, the action, the examples for build servers."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from gxlint.cli.commands.check_options import check_parser
from gxlint.cli.errors import HelpAsked
from gxlint.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/integrations.md").read_text(encoding="utf-8")


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


HOOKS = {hook["id"]: hook for hook in loaded(".pre-commit-hooks.yaml")}


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_hooks_call_commands_that_there_are(hook: dict[str, str]) -> None:
    program, command, *options = shlex.split(hook["entry"])
    assert (program, command in COMMANDS, hook["language"]) == ("gxlint", True, "python")
    assert hook["id"] in DOCUMENT
    if command == "check":
        check_parser("zh").read([*options, "report.txt"])


def test_hooks_look_at_reports_and_nothing_else() -> None:
    wanted = re.compile(HOOKS["gxlint"]["files"])
    named = ["a.gxr.md", "x/云泽县2024年政府信息公开工作年度报告.docx", "年度报告(终稿).html"]
    assert all(map(wanted.search, named))
    assert not any(map(wanted.search, ["README.md", "年度报告/README.py", "notes.txt"]))


def test_the_action_hands_on_what_it_is_given() -> None:
    action = loaded("action.yml")
    steps = action["runs"]["steps"]
    used = set(re.findall(r"inputs\.([\w-]+)", yaml.safe_dump(steps)))
    assert used == set(action["inputs"])
    # What comes from outside reaches the shell through the environment alone.
    assert not any("${{" in step.get("run", "") for step in steps)
    words = re.findall(r"--[a-z-]+", steps[-1]["run"])
    assert set(words) <= _options()


def test_examples_use_options_that_there_are() -> None:
    (line,) = loaded("examples/ci/gitlab.yml")["gxlint"]["script"]
    assert set(re.findall(r"--[a-z-]+", line)) <= _options()
    action = loaded("examples/ci/github.yml")["jobs"]["check"]["steps"][1]
    assert set(action["with"]) <= set(loaded("action.yml")["inputs"])


def test_the_image_is_built_of_what_is_there() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert "USER gxlint" in image
    assert 'ENTRYPOINT ["gxlint"]' in image
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert not {"gxlint", "grammars", "plugins", "pyproject.toml", "README.md"} & set(ignored)


def _options() -> set[str]:
    with pytest.raises(HelpAsked) as asked:
        check_parser("zh").read(["--help"])
    return {name for option in asked.value.command.options for name in option.names.split(", ")}
