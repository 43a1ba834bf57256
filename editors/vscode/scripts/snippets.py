"""Writes the snippets of VS Code from the official form: ``python editors/vscode/scripts/snippets.py``.

What depends on the report (headings that are missing, sentences with their year) the server completes; snippets are what
is always the same, with a stop at each place to fill in.
"""

import json
from itertools import count
from pathlib import Path

from gxlint.formats import TableForm, official_formats
from gxlint.forms.grid import blank_grid, map_cells
from gxlint.forms.table_text import table_text
from gxlint.forms.wording import printed

FILE = Path(__file__).parents[1] / "snippets" / "gxreport.json"
_STOP = "\ue000"  # of private use: stands for a figure while the columns are made


def snippets() -> dict[str, dict[str, object]]:
    """All of them, by name."""
    form = official_formats().latest
    made = {
        f"{table.name} {form.section_forms[table.section].heading}": {
            "prefix": [table.name, form.section_forms[table.section].heading],
            "description": f"{form.name}的空表,Tab 键逐格填写",
            "body": _filled_in(table).split("\n"),
        }
        for table in form.tables
    }
    return {**made, **_MARKS}


def _filled_in(table: TableForm) -> str:
    grid = map_cells(blank_grid(table), lambda cell: _STOP if cell.figure else printed(cell.text))
    number = count(1)
    pieces = table_text(grid, ruled=True).split(_STOP)
    return pieces[0] + "".join(f"${{{next(number)}:0}}{piece}" for piece in pieces[1:]) + "$0"


_MARKS: dict[str, dict[str, object]] = {
    "接受一处问题": {
        "prefix": ["忽略", "接受", "ignore"],
        "description": "写在那一行的末尾或上一行;须写明原因",
        "body": ["<!-- gxlint: ignore ${1:CN305} ${2:因…而不同} -->$0"],
    },
    "在整份草稿里接受一条规则": {
        "prefix": ["忽略全文", "ignore-file"],
        "description": "写在任何一行;须写明原因",
        "body": ["<!-- gxlint: ignore-file ${1:CN305} ${2:因…而不同} -->$0"],
    },
}


if __name__ == "__main__":
    FILE.write_text(json.dumps(snippets(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
