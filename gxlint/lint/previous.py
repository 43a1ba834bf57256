"""Last year's reports, for rules that compare with them."""

from collections.abc import Callable, Sequence
from functools import cached_property

from gxlint.model import Report
from gxlint.readers import Document, ReadError, read_path


class LastYears:
    """Reports that may be last year's of those that are checked. They are read when a rule first asks for one."""

    def __init__(self, paths: Sequence[str], build: Callable[[Document], Report]) -> None:
        """Nothing is read yet.

        Args:
            paths: files, of any year and body. What cannot be read is as good as not there.
            build: makes a report of a document.
        """
        self._paths, self._build = paths, build

    def of(self, report: Report) -> Report | None:
        """The report of the same body for the year before, or none.

        A report that names no body takes the only one there is for that year.
        """
        if report.year is None:
            return None
        candidates = self._by_year.get(report.year - 1, [])
        named = [other for other in candidates if _body(other) == _body(report)]
        if not _body(report) and len(candidates) == 1:
            named = candidates
        return named[0] if named else None

    @cached_property
    def _by_year(self) -> dict[int, list[Report]]:
        found: dict[int, list[Report]] = {}
        for path in self._paths:
            try:
                report = self._build(read_path(path))
            except ReadError:
                continue
            if report.year is not None:
                found.setdefault(report.year, []).append(report)
        return found


def _body(report: Report) -> str:
    return "".join((report.organisation or "").split())
