"""``gxlint check``: check reports and list what is wrong."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from gxlint.cli.batch import check_all, with_empty_folders
from gxlint.cli.commands.check_options import check_parser
from gxlint.cli.console import complain, wants_color
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session, packages, plugin_problems, without_excluded
from gxlint.cli.output import report_stream
from gxlint.cli.outputs import chosen_outputs, keep_inputs, with_receipt
from gxlint.cli.progress import fits, with_progress
from gxlint.cli.targets import STDIN, collect
from gxlint.cli.task import Task
from gxlint.reporters import REPORTERS, RunInfo
from gxlint.reporters.tally import Tally
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO, Any

    from gxlint.cli.outputs import Output
    from gxlint.cli.parser import Options
    from gxlint.cli.targets import Target
    from gxlint.lint.session import Session
    from gxlint.reporters import Writer
    from gxlint.reporters.record import FileRecord


def run(words: Sequence[str], lang: str) -> int:
    """Check what the command line names.

    Returns:
        0 clean, 1 findings at or above the fail level, 2 something could not be read.
    """
    options, paths = check_parser(lang).read(words)
    outputs = with_receipt(chosen_outputs(options.output_format, options.output, lang), options.receipt, lang)
    _refuse_sealing_what_changes(options, outputs)
    if not options.watch:
        return _once(options, paths, outputs)
    from gxlint.cli.watching import keep_checking, refuse_watching

    refuse_watching(options, paths)
    written = [output.path for output in outputs if output.path is not None]
    return keep_checking(lambda: _once(options, paths, outputs), paths or ["."], written, options.lang)


def _once(options: Options, paths: Sequence[str], outputs: list[Output]) -> int:
    lang = options.lang
    session = open_session(options)
    targets = keep_inputs(outputs, without_excluded(session, collect(paths or ["."], lang)), lang)
    problems = plugin_problems(session, lang)
    _warn(problems)
    if options.write_baseline:
        return _write_baseline(session, options, targets)
    return _check(session, options, targets, outputs, problems)


def _refuse_sealing_what_changes(options: Options, outputs: list[Output]) -> None:
    if options.fix and any(REPORTERS[output.format].sealed for output in outputs):
        text = say(
            options.lang,
            "--fix 会改动文件,回执请在改好之后再开",
            "--fix changes files; have the receipt written when that is done",
        )
        raise UsageError(text, show_help=False)


def exit_code(tally: Tally, *, fail_on_undecided: bool) -> int:
    """What a run ends with."""
    if tally.unreadable:
        return 2
    return int(tally.failed or (fail_on_undecided and tally.incomplete))


def _check(
    session: Session,
    options: Options,
    targets: list[Target],
    outputs: list[Output],
    problems: tuple[str, ...],
) -> int:
    lang, tally = options.lang, Tally()
    detailed = any(REPORTERS[output.format].detailed for output in outputs)
    seals = any(REPORTERS[output.format].sealed for output in outputs)
    task = Task(lang, _mode(options), options.unsafe_fixes, options.stdin_filename, detailed, seals)
    takes_stdout = task.mode == "fix" and any(target.path == STDIN for target in targets)
    info = _info(session, options, problems, tally, task.mode)
    if seals:
        info = info.replaced(packages=packages(session), options=_asked(options))
    with ExitStack() as opened:
        writers: list[Writer] = []
        records = _records(session, options, task, targets, to_file=all(output.path for output in outputs))
        for output in outputs:
            stream = opened.enter_context(report_stream(output, lang, stdout_taken=takes_stdout))
            reporter = REPORTERS[output.format]
            if not reporter.machine:
                records = _tell_unreadable(records, stream)
            writers.append(reporter.load()(info.replaced(color=wants_color(options.color, stream)), stream))
        _write(tally.watch(records), writers)
    if not options.quiet and all(output.path for output in outputs) and sys.stderr.isatty():
        _tell_written(outputs, tally, lang)
    return exit_code(tally, fail_on_undecided=options.fail_on_undecided)


def _tell_written(outputs: list[Output], tally: Tally, lang: str) -> None:
    """For a person, who would otherwise see nothing at all."""
    from gxlint.reporters.paint import Paint
    from gxlint.reporters.summary import total
    from gxlint.reporters.words import enumeration

    files = enumeration([str(output.path) for output in outputs], lang)
    print(total(tally, lang, Paint(on=False)), file=sys.stderr)
    print(say(lang, "结果已写入 {files}", "results written to {files}", files=files), file=sys.stderr)


def _info(session: Session, options: Options, problems: tuple[str, ...], tally: Tally, mode: str) -> RunInfo:
    return RunInfo(
        lang=options.lang,
        tally=tally,
        mode=mode,
        quiet=options.quiet,
        statistics=options.statistics,
        show_accepted=options.show_accepted,
        problems=problems,
        rules=session.heads,
        baseline=session.has_baseline,
    )


def _asked(options: Options) -> tuple[tuple[str, Any], ...]:
    """What the run was asked for that changes what comes of it."""
    names = ("select", "ignore", "extend_select", "province", "year", "fail_level", "config", "baseline")
    return tuple((name, value) for name in names if (value := getattr(options, name)))


def _records(
    session: Session, options: Options, task: Task, targets: list[Target], *, to_file: bool
) -> Iterator[FileRecord]:
    roots = {target.root for target in targets if target.root is not None}
    records = with_empty_folders(check_all(session, task, targets, options.jobs), options.lang)
    if session.accepts_anything:
        from gxlint.cli.reviewing import with_review

        records = with_review(records, session, roots, options.lang)
    if not options.quiet and fits(to_file=to_file):
        records = with_progress(records, len(targets), options.lang)
    return iter(records)


def _write(records: Iterable[FileRecord], writers: list[Writer]) -> None:
    for record in records:
        for writer in writers:
            writer.add(record)
    for writer in writers:
        writer.close()


def _write_baseline(session: Session, options: Options, targets: list[Target]) -> int:
    from gxlint.cli.known import write_baseline

    tally = Tally()
    records = check_all(session, Task(options.lang, stdin_name=options.stdin_filename), targets, options.jobs)
    records = tally.watch(_tell_unreadable(records, sys.stdout))
    print(write_baseline(options.write_baseline, records, options.lang))
    return 2 if tally.unreadable else 0


def _mode(options: Options) -> str:
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


def _tell_unreadable(records: Iterable[FileRecord], stream: IO[Any]) -> Iterator[FileRecord]:
    """What could not be read goes to the error stream, in its place among the rest."""
    told: set[str] = set()  # a wrong configuration is told once, not for every file under it
    for record in records:
        if record.unreadable:
            stream.flush()
            texts = [diagnostic.message for diagnostic in record.diagnostics]
            _warn(text for text in texts if text not in told)
            told.update(texts)
        yield record


def _warn(texts: Iterable[str]) -> None:
    for text in texts:
        complain(text)
