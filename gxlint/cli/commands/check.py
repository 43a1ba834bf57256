"""``gxlint check``: check reports and list what is wrong."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gxlint.cli.batch import check_all, with_empty_folders
from gxlint.cli.commands.check_options import check_parser
from gxlint.cli.console import wants_color
from gxlint.cli.opening import open_session, plugin_problems
from gxlint.cli.output import report_stream
from gxlint.cli.progress import fits, with_progress
from gxlint.cli.targets import STDIN, collect
from gxlint.cli.task import Task
from gxlint.reporters import REPORTERS, RunInfo
from gxlint.reporters.tally import Tally
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from gxlint.cli.targets import Target
    from gxlint.lint.session import Session
    from gxlint.reporters.record import FileRecord


def run(words: Sequence[str], lang: str) -> int:
    """Check what the command line names.

    Returns:
        0 clean, 1 findings at or above the fail level, 2 something could not be read.
    """
    options, paths = check_parser(lang).read(words)
    session = open_session(options)
    problems = plugin_problems(session, lang)
    _warn(problems)
    return _check(session, options, collect(paths or ["."], lang), problems)


def exit_code(tally: Tally, *, fail_on_undecided: bool) -> int:
    """What a run ends with."""
    if tally.unreadable:
        return 2
    return int(tally.failed or (fail_on_undecided and tally.incomplete))


def _check(session: Session, options: Namespace, targets: list[Target], problems: tuple[str, ...]) -> int:
    lang, reporter, tally = options.lang, REPORTERS[options.output_format], Tally()
    task = Task(lang, _mode(options), options.unsafe_fixes, options.stdin_filename)
    takes_stdout = task.mode == "fix" and any(target.path == STDIN for target in targets)
    with report_stream(options.output, lang, machine=reporter.machine, stdout_taken=takes_stdout) as stream:
        records = with_empty_folders(check_all(session, task, targets, options.jobs), lang)
        if not options.quiet and fits(to_file=bool(options.output)):
            records = with_progress(records, len(targets), lang)
        if not reporter.machine:
            records = _tell_unreadable(records, stream)
        info = RunInfo(
            lang=lang,
            tally=tally,
            mode=task.mode,
            color=wants_color(options.color, stream),
            quiet=options.quiet,
            statistics=options.statistics,
            problems=problems,
        )
        reporter.load()(tally.watch(records), info, stream)
    return exit_code(tally, fail_on_undecided=options.fail_on_undecided)


def _mode(options: Namespace) -> str:
    if options.diff:
        return "diff"
    if options.unsafe_fixes and not options.fix:
        note = say(
            options.lang,
            "--unsafe-fixes 只与 --fix 或 --diff 合用,此次未作修改",
            "--unsafe-fixes works only with --fix or --diff; nothing was changed",
        )
        _warn([note])
    return "fix" if options.fix else "check"


def _tell_unreadable(records: Iterable[FileRecord], stream: TextIO) -> Iterator[FileRecord]:
    """What could not be read goes to the error stream, in its place among the rest."""
    for record in records:
        if record.unreadable:
            stream.flush()
            _warn(diagnostic.message for diagnostic in record.diagnostics)
        yield record


def _warn(texts: Iterable[str]) -> None:
    for text in texts:
        print(f"gxlint: {text}", file=sys.stderr)
