"""All findings over a folder of reports as one text that can be kept and compared: one line for each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gxlint.lint.session import FileResult
from gxlint.testing.fragments import INSTALLED, Bench


class Line(NamedTuple):
    """One finding in a snapshot. ``place`` is line and column, counted from 1."""

    file: str
    place: str
    severity: str
    code: str
    message: str

    def __str__(self) -> str:
        """The line as it stands in the snapshot."""
        return f"{self.file}:{self.place} {self.severity} {self.code} {self.message}"


def snapshot(
    folder: Path, bench: Bench = INSTALLED, *, select: Iterable[str] = (), province: str | None = None
) -> str:
    """All findings in the reports of a folder, by path and place.

    Args:
        folder: searched with all that is below it; names that begin with a dot are left out.
        bench: the plugins that are asked.
        select: codes of rules, or beginnings of them; all that are on unless given.
        province: code or name of the province, city or county whose profile holds; told by each report unless given.
    """
    session = bench.session(*select, province=province)
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    lines = (
        line
        for path in paths
        for line in lines_of(session.check_path(str(path)), path.relative_to(folder).as_posix())
    )
    return "".join(f"{line}\n" for line in lines)


def lines_of(checked: FileResult, file: str) -> Iterator[Line]:
    """The findings in one report, in the order of the text.

    Raises:
        ValueError: the report could not be read, or not be checked.
    """
    if checked.report is None or checked.result is None:
        raise ValueError(f"{file}: {checked.error}")
    for item in checked.result.findings:
        start, _ = checked.report.document.range(item.span)
        place = f"{start.line + 1}:{start.character + 1}"
        yield Line(file, place, item.severity.value, item.rule.code, " ".join(item.text().split()))


def parsed(text: str) -> list[Line]:
    """The lines of a snapshot that was kept."""
    found = []
    for line in text.splitlines():
        place, severity, code, message = line.split(" ", 3)
        file, _, position = place.partition(":")
        found.append(Line(file, position, severity, code, message))
    return found


def differences(before: Iterable[Line], after: Iterable[Line]) -> Iterator[str]:
    """For each rule the findings that are gone (-) and those that are new (+), a line each."""
    old, now = Counter(before), Counter(after)
    gone, new = old - now, now - old
    for code in sorted({line.code for line in (*gone, *new)}):
        minus, plus = _of(gone, code), _of(new, code)
        yield f"{code}: {len(plus)} new, {len(minus)} gone"
        yield from (f"  - {line.file}:{line.place} {line.severity} {line.message}" for line in minus)
        yield from (f"  + {line.file}:{line.place} {line.severity} {line.message}" for line in plus)


def _of(lines: Counter[Line], code: str) -> Sequence[Line]:
    return [line for line in lines.elements() if line.code == code]
