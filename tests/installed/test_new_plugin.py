"""From ``gxlint plugin new`` to a wheel: the project's tests pass at once, and what is built works as it does."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.installed.environment import Environment, Ran, built
from tests.project.imports import ROOT

pytestmark = pytest.mark.slow
NEW = ("plugin", "new", "gxlint-gansu", "--province", "甘肃")


class Written:
    """A new plugin in an environment that has gxlint as a wheel."""

    def __init__(self, folder: Path) -> None:
        self.environment = Environment(folder)
        self.environment.install(built(ROOT, folder))
        self.ran = self.environment.gxlint(*NEW)
        self.project = folder / "gxlint-gansu"

    def tests(self) -> Ran:
        """The project's own tests, run inside the environment."""
        return self.environment.run("-m", "pytest", "-q", "-p", "no:cacheprovider", str(self.project))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp("new"))


def test_from_new_to_a_wheel(written: Written) -> None:
    environment, project = written.environment, written.project
    assert (written.ran.code, written.ran.err) == (0, "")

    environment.install(editable=project)
    tested = written.tests()
    assert tested.code == 0, tested.out
    assert "passed" in tested.out
    pages = (
        "-m",
        "gxlint.reporters.pages",
        str(project / "docs/rules"),
        "--package",
        "gxlint-gansu",
        "--check",
    )
    assert environment.run(*pages).code == 0
    environment.uninstall("gxlint-gansu")

    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", str(project)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = (project / "dist").glob("gxlint_gansu-0.1.0-*.whl")
    environment.install(wheel)
    assert written.tests().code == 0
    assert environment.gxlint("doctor").code == 0
    sample = str(project / "tests/corpus/example.txt")
    assert (
        "GS102 “总体情况”没有写明业务培训的次数"
        in environment.gxlint("check", sample, "--province", "GS").out
    )
    assert "GS1" not in environment.gxlint("check", sample).out


def test_it_is_clean_code(written: Written) -> None:
    ruff = [sys.executable, "-m", "ruff"]
    for words in (["check"], ["format", "--check"]):
        run = subprocess.run(
            [*ruff, *words, "--no-cache", "."],
            cwd=written.project,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "said"),
    [
        ("training_count.py", "组织业务培训3次", "组织业务培训", 1, "GS102-docstring-right"),
        ("rules.toml", "max = 1000", "max = 10000", 1, "GS101-fail-1"),
        (
            "__init__.py",
            "gxlint_rules",
            # Shorter: a file restored within the second and of the same size would leave its bytecode behind.
            "gxlint_rule",
            2,
            "implements the unknown hook gxlint_rule; is gxlint_rules meant?",
        ),
        ("rules.toml", 'severity = "warning"', 'severity = "grave"', 2, "rules.toml"),
    ],
    ids=["example of a rule", "example of a pack", "name of a hook", "value in a pack"],
)
def test_what_is_broken_fails_its_tests(
    written: Written, name: str, old: str, new: str, code: int, said: str
) -> None:
    written.environment.install(editable=written.project)
    file = written.project / "gxlint_gansu" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    try:
        tested = written.tests()
    finally:
        file.write_text(text, encoding="utf-8")
    assert tested.code == code, tested.out
    assert said in tested.out
