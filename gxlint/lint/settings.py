"""What a run is asked to do, as the command line or a program says it."""

from collections.abc import Mapping

from gxlint.rules import Severity
from gxlint.source.record import Record, made


class Settings(Record, frozen=True):
    """What a run is asked to do. It counts for more than any configuration file.

    Attributes:
        select, ignore, extend_select: selectors of rules.
        fail_level: what makes a report fail; that of the configuration, or errors, unless given.
        year: overrides the fiscal year.
        severities: by selector, ``off`` among them.
        province: code or name of the province, city or county whose rules hold; ``CN`` for the national ones alone.
        body: the issuing body of reports that do not name it.
        config: a configuration file to use for all files, in place of those found beside them; none at all if empty.
        baseline: a file of findings that are known and not reported again; that of the configuration unless given,
            none if empty.
        previous: files that may be last year's reports, for rules that compare with them.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_level: Severity | None = None
    year: int | None = None
    severities: Mapping[str, str] = made(default_factory=dict)
    province: str | None = None
    body: str | None = None
    config: str | None = None
    baseline: str | None = None
    previous: tuple[str, ...] = ()
