"""The output that the READMEs show. ``python -m tests.project.readme`` writes it anew."""

import re
import subprocess
import sys
from pathlib import Path

from tests.project.imports import ROOT

READMES = {"README.md": "zh", "README.en.md": "en"}
CHECKED = "examples/mistakes.md"
_SHOWN = ("CN305", "CN506", "CN601")
_LEFT_OUT = "……"
_BLOCK = re.compile(r"(?<=^```text\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def output(lang: str) -> str:
    """What a user sees of the example: some findings, and the last lines."""
    words = [sys.executable, "-m", "gxlint", "check", CHECKED, "--lang", lang]
    said = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False).stdout
    findings, _, last = said.rpartition("\n\n")
    parts = re.split(rf"^(?={re.escape(CHECKED)})", findings, flags=re.MULTILINE)
    shown = [
        part.rstrip("\n") for part in parts if any(f" {code} " in part.split("\n")[0] for code in _SHOWN)
    ]
    return f"\n{_LEFT_OUT}\n".join([*shown, last])


def block(readme: Path) -> str:
    """What a README shows now."""
    (found,) = _BLOCK.findall(readme.read_text(encoding="utf-8"))
    return str(found)


def main() -> None:
    """Write the blocks of both."""
    for name, lang in READMES.items():
        path = ROOT / name
        fresh = _BLOCK.sub(lambda _: output(lang), path.read_text(encoding="utf-8"))  # noqa: B023
        path.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()
