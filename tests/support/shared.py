"""The real reports that lie beside the project: what has to be found in them, and what must never be."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gxlint.lint.session import FileResult
from gxlint.model import Report
from gxlint.rules import Finding
from gxlint.testing.fragments import session

SHARED = Path(__file__).parents[2].parent / "shared"
_CODE = re.compile(r"[A-Z]{2,3}\d{3}")


@dataclass(frozen=True)
class Expectation:
    """One line of labels: codes of which one ``must`` be found at these lines, or none may (``never``)."""

    file: Path
    verdict: str
    codes: tuple[str, ...]
    lines: tuple[tuple[int, int], ...]
    note: str

    @property
    def id(self) -> str:
        """Name of the check."""
        return f"{self.file.name[:3]}-{self.verdict}-{'-'.join(self.codes)[:40]}-{self.where}"

    @property
    def where(self) -> str:
        """The lines, as written."""
        return ",".join(f"{first}-{last}" for first, last in self.lines) or "any"


@dataclass(frozen=True)
class TruthCell:
    """A cell as a careful reader takes it. ``optional`` cells may be missing, never wrong."""

    address: str
    value: int | float | str
    optional: bool


@dataclass(frozen=True)
class Truth:
    """What one report says: format, year and cells."""

    file: Path
    format: str
    year: int
    cells: tuple[TruthCell, ...]


def expectations() -> list[Expectation]:
    """All labels of both folders, ``skip`` left out."""
    found: list[Expectation] = []
    for labels, folder in (("expected/seeds.tsv", "seeds"), ("reports/expected.tsv", "reports")):
        with (SHARED / labels).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                name = row.get("seed") or row["file"]
                found.append(_expectation(_only(SHARED / folder, name), row))
    return [item for item in found if item.verdict in ("must", "never")]


def _only(folder: Path, prefix: str) -> Path:
    return next(path for path in sorted(folder.iterdir()) if path.name.startswith(prefix))


def _expectation(file: Path, row: dict[str, str]) -> Expectation:
    codes = row["code"].split()
    note = row["note"] or ""
    if row["verdict"] == "must" and (other := re.search(r"或 ?([A-Z]{2}\d{3})", note)):
        codes.append(other.group(1))  # the note names another rule that says the same
    return Expectation(file, row["verdict"], tuple(codes), tuple(_lines(row["lines"])), note)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    if text.strip() == "any":
        return
    for part in re.split(r"[,;、 ]+", text.strip()):
        first, _, last = part.partition("-")
        yield int(first), int(last or first)


def truths() -> list[Truth]:
    """All labelled tables."""
    return [
        _truth(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((SHARED / "reports/truth").iterdir())
    ]


def _truth(data: dict[str, Any]) -> Truth:
    optional = data.get("optional", [])
    cells = [
        TruthCell(f"{table}.{row}.{column}", value, _covers(optional, f"{table}.{row}.{column}"))
        for table, rows in data["tables"].items()
        for row, columns in rows.items()
        for column, value in columns.items()
    ]
    return Truth(SHARED / "reports" / data["file"], data["format"], data["year"], tuple(cells))


def _covers(optional: list[str], address: str) -> bool:
    return any(item == "*" or address == item or address.startswith(f"{item}.") for item in optional)


@cache
def checked(file: Path) -> FileResult:
    """A report checked with all rules."""
    return session().check_path(str(file))


def report_at(file: Path) -> Report:
    """The parsed report of a file that can be read."""
    report = checked(file).report
    assert report is not None, file.name
    return report


@cache
def known_codes() -> frozenset[str]:
    """The codes of all installed rules, the tool's own included."""
    return frozenset(rule.code for rule in session().plugins.rules)


def judged(item: Expectation) -> bool:
    """Whether any rule the label speaks of is installed."""
    codes = {code for text in item.codes for code in _CODE.findall(text)}
    return "ERRORS" in item.codes or bool(codes & known_codes())


def matches(item: Expectation) -> list[Finding]:
    """The findings a label speaks of."""
    result = checked(item.file).result
    findings = result.findings if result else ()
    return [finding for finding in findings if _speaks_of(item, finding) and _at_lines(item, finding)]


def _speaks_of(item: Expectation, finding: Finding) -> bool:
    for text in item.codes:
        code, _, severity = text.partition("/")
        if code == "ERRORS" and finding.severity == "error":
            return True
        if finding.rule.code == code and (not severity or finding.severity == severity):
            return True
    return False


def _at_lines(item: Expectation, finding: Finding) -> bool:
    if not item.lines:
        return True
    begin, end = report_at(item.file).document.range(finding.span)
    return any(begin.line + 1 <= last and end.line + 1 >= first for first, last in item.lines)


def verdict_on(cell: TruthCell, report: Report) -> str:
    """``right``, ``missing`` or ``wrong`` with what was read instead."""
    got = report.cell(cell.address)
    if got is None or got.state == "missing":
        return "missing"
    if isinstance(cell.value, str):
        right = got.state == "blank" if not cell.value else "".join(got.raw.split()) == cell.value
    else:
        right = got.value == cell.value
    return "right" if right else f"wrong: {got.raw!r} ({got.value}, {got.state})"
