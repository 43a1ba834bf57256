"""What docs/formatting.md shows is what happens."""

import re
from pathlib import Path

from gxlint.formatting.columns import in_columns
from gxlint.formatting.tidy import tidied
from tests.cli.running import good_text
from tests.support.reading import report_of

PAGE = Path(__file__).parents[2] / "docs" / "formatting.md"
BLOCKS = re.findall(r"```text\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_before_and_after() -> None:
    before, after, _ = BLOCKS
    text = good_text()
    start, stop = text.index("| 第二十条第(一)项"), text.index("三、收到")
    text = f"{text[:start]}{before}\n{text[stop:]}"
    assert f"\n{after}" in tidied(report_of(text), report_of)


def test_merged_cells() -> None:
    lines = BLOCKS[2].rstrip("\n").split("\n")
    assert in_columns(lines) == lines
