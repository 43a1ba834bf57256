"""What a start costs: exact, not timed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gxlint.reporters import REPORTERS
from gxlint.rules.discovery import installed_plugins
from tests.cli.running import write

# What ``check`` with text output may not import: it costs too much, or is for another command.
KEPT_OUT = {
    *(
        "argparse",
        "ast",
        "asyncio",
        "calendar",
        "concurrent",
        "copy",
        "csv",
        "ctypes",
        "dataclasses",
        "datetime",
    ),
    *(
        "decimal",
        "difflib",
        "email",
        "fnmatch",
        "fractions",
        "gettext",
        "glob",
        "hashlib",
        "importlib.metadata",
    ),
    *(
        "inspect",
        "locale",
        "logging",
        "multiprocessing",
        "pathlib",
        "pickle",
        "random",
        "shutil",
        "signal",
        "socket",
    ),
    *(
        "string",
        "subprocess",
        "tempfile",
        "textwrap",
        "threading",
        "tokenize",
        "tomllib",
        "traceback",
        "urllib",
    ),
    *("xml", "zipfile"),
    *("docx", "lark", "lsprotocol", "opencc", "openpyxl", "pydantic", "pygls", "rich", "selectolax", "typer"),
    "websockets",
}
# Only plugins of others are called by way of pluggy.
KEPT_OUT_WITHOUT_OTHERS = {"pluggy"}
# What only the other output formats need.
OTHER_OUTPUTS = (
    *(f"gxlint.reporters.{name}" for name in REPORTERS if name != "text"),
    *("gxlint.reporters.detail", "gxlint.reporters.later", "gxlint.reporters.rows", "gxlint.reporters.xml"),
    *("csv", "hashlib", "html", "tempfile"),
)
PROGRAM = """
import json, sys
from gxlint.cli.main import main
code = main(sys.argv[2:])
open(sys.argv[1], "w").write(json.dumps([code, sorted(sys.modules)]))
"""


def imported(tmp_path: Path, *words: str) -> tuple[int, set[str]]:
    listing = tmp_path / "modules.json"
    subprocess.run([sys.executable, "-c", PROGRAM, str(listing), *words], check=True, capture_output=True)
    code, modules = json.loads(listing.read_text())
    return code, set(modules)


@pytest.mark.parametrize("change", [("行政许可 | 12 |", "行政许可 | 12 |"), ("28 | 1 | 0", "29 | 1 | 0")])
def test_check_imports_only_what_it_uses(tmp_path: Path, change: tuple[str, str]) -> None:
    code, modules = imported(tmp_path, "check", str(write(tmp_path, "a.txt", change)))
    assert code == int(change[0] != change[1])
    alone = {plugin.package for plugin in installed_plugins()} == {"gxlint"}
    assert not (KEPT_OUT | KEPT_OUT_WITHOUT_OTHERS if alone else KEPT_OUT) & modules
    # No configuration, nothing accepted, no province: nothing of that is looked into.
    ours = ("gxlint.cli.views", "gxlint.lint.acceptance", "gxlint.lint.places", "gxlint.lint.config.")
    assert {module for module in modules if module.startswith(ours)} <= {"gxlint.lint.config.find"}


def test_the_entry_point_imports_no_command(tmp_path: Path) -> None:
    program = "import sys, gxlint.cli.main; print(*(name for name in sys.modules if 'gxlint' in name))"
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert run.stdout.split() == ["gxlint", "gxlint.cli", "gxlint.cli.main"]


def test_a_real_process(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ("28 | 1 | 0", "29 | 1 | 0"))
    words = [sys.executable, "-m", "gxlint", "check", "a.txt", "missing.txt"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(words, cwd=tmp_path, capture_output=True, env=environment, check=False)
    assert run.returncode == 2
    assert "a.txt:35:25 错误 CN305" in run.stdout.decode("utf-8")
    assert run.stderr.decode("utf-8").startswith("gxlint: 找不到文件 missing.txt")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ("28 | 1 | 0", "29 | 1 | 0"))
    words = [sys.executable, "-m", "gxlint", "check", *["a.txt", "./a.txt"] * 4, "--output-format", "jsonl"]
    read, written = os.pipe()
    os.close(read)
    with os.fdopen(written, "wb") as closed:
        run = subprocess.run(words, cwd=tmp_path, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (run.returncode, run.stderr) == (141, b"")
