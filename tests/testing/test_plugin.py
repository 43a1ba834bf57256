"""The pytest plugin: costs nothing unless asked, and says what it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

import gxlint.testing
from tests.cli.running import write

HEAD = 'import pytest\npytestmark = pytest.mark.gxlint("gxlint")\n'
CASE = HEAD + "from gxlint.testing import verify\ndef test_case(gxlint_case): verify(gxlint_case)\n"
SNAPSHOT = HEAD + "def test_findings(gxlint_snapshot): gxlint_snapshot('corpus')\n"


def pytest_in(folder: Path, *words: str, test: str) -> tuple[int, str]:
    """Run pytest over one test module in a folder of its own."""
    (folder / "test_made.py").write_text(test, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words, "test_made.py"]
    run = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return run.returncode, run.stdout


def test_pytest_loads_nothing_before_a_test_asks() -> None:
    program = "import sys, gxlint.testing.plugin; print(*(name for name in sys.modules if name.startswith('gxlint')))"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["gxlint", "gxlint.testing", "gxlint.testing.plugin"]


def test_every_public_name_is_there() -> None:
    for name in gxlint.testing.__all__:
        thing = getattr(gxlint.testing, name)
        assert callable(thing), name
        assert thing.__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'vreify'"):
        _ = gxlint.testing.vreify


def test_examples_and_cases_are_tests(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "CN305.yaml").write_text(
        "rule: CN305\nin: table_requests\ncases:\n"
        '  right: {pass: "| (一)予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"}\n'
        '  wrong: {pass: "| (一)予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 2 |"}\n',
        encoding="utf-8",
    )
    code, said = pytest_in(tmp_path, "-k", "CN305", "-rA", test=CASE)
    assert code == 1
    for outcome in (
        "PASSED test_made.py::test_case[CN305-docstring-wrong]",
        "PASSED test_made.py::test_case[CN305-docstring-right]",
        "PASSED test_made.py::test_case[CN305-right]",
        "FAILED test_made.py::test_case[CN305-wrong]",
    ):
        assert outcome in said
    assert "CN305 reports ['总计 2 ≠ 各列之和 1" in said


def test_rules_and_a_bench(tmp_path: Path) -> None:
    test = (
        HEAD + "def test_rule(gxlint_rule): assert gxlint_rule.origin.package == 'gxlint'\n"
        "def test_bench(gxlint_bench): assert len(gxlint_bench.plugins.rules) > 80\n"
    )
    code, said = pytest_in(tmp_path, "-k", "CN305 or bench", "-rA", test=test)
    assert code == 0
    assert "PASSED test_made.py::test_rule[CN305]" in said
    assert "PASSED test_made.py::test_bench" in said


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (
            "def test_case(gxlint_case): pass\n",
            'Write: pytestmark = pytest.mark.gxlint("name-of-the-package")',
        ),
        (CASE.replace('"gxlint"', '"gxlint-atlantis"'), "no installed package gxlint-atlantis brings rules"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, test: str, said: str) -> None:
    code, told = pytest_in(tmp_path, test=test)
    assert code == 2
    assert said in told


def test_a_case_of_another_package(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "a.yaml").write_text(
        "rule: GS101\nin: overview\ncases: {a: {pass: x}}\n", encoding="utf-8"
    )
    code, told = pytest_in(tmp_path, test=CASE)
    assert code == 2
    assert "a.yaml: the package has no rule GS101" in told


def test_findings_are_kept_and_compared(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write(corpus, "a.txt", ("28 | 1 | 0", "29 | 1 | 0"))
    code, told = pytest_in(tmp_path, test=SNAPSHOT)
    assert code == 1
    assert (
        "corpus.txt (pytest --gxlint-update keeps it as it is now):\nCN305: 1 new, 0 gone\n  + a.txt:" in told
    )
    assert pytest_in(tmp_path, "--gxlint-update", test=SNAPSHOT)[0] == 0
    assert "a.txt:35:25 error CN305 总计" in (tmp_path / "corpus.txt").read_text(encoding="utf-8")
    assert pytest_in(tmp_path, test=SNAPSHOT)[0] == 0
    write(corpus, "a.txt")
    code, told = pytest_in(tmp_path, test=SNAPSHOT)
    assert "CN305: 0 new, 1 gone\n  - a.txt:35:25" in told
