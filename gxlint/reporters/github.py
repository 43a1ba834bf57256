"""``--output-format github``: workflow commands that GitHub shows beside the changed lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.paint import Paint
from gxlint.reporters.places import place_of, plain_path, with_spot
from gxlint.reporters.sentences import accepted_sentence, fix_sentence
from gxlint.reporters.summary import footer
from gxlint.reporters.unchecked import reasons
from gxlint.reporters.words import enumeration, say
from gxlint.source.width import visible

if TYPE_CHECKING:
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import Diagnostic, FileRecord

_LEVELS = {"error": "error", "warning": "warning", "info": "notice", "hint": "notice"}


class Writer:
    """Writes a command for each finding as soon as a file is checked."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream

    def add(self, record: FileRecord) -> None:
        """Write the commands of a file."""
        if record.skipped:
            return
        lang = self._run.lang
        for diagnostic in record.diagnostics:
            self._found(record, diagnostic, _LEVELS[diagnostic.severity], _message(diagnostic, lang))
        if self._run.show_accepted:
            for item in record.accepted:
                why = accepted_sentence(item.reason, lang)
                self._found(record, item.diagnostic, "notice", f"{with_spot(item.diagnostic, lang)}\n{why}")
        for reason, codes in reasons(record).items():
            title = f"{say(lang, '未能核对', 'not checked')} {enumeration(codes, lang)}"
            self._command("notice", reason, file=plain_path(record.path), title=title)

    def close(self) -> None:
        """Write what holds for the whole run; the last lines are no commands but stand in the log."""
        for problem in self._run.problems:
            self._command("warning", problem, title="gxlint")
        for line in footer(self._run, Paint(on=False)):
            self._stream.write(visible(line) + "\n")

    def _found(self, record: FileRecord, diagnostic: Diagnostic, level: str, message: str) -> None:
        place = place_of(diagnostic)
        title = f"{diagnostic.code} {diagnostic.name}"
        where: dict[str, object] = {"file": plain_path(record.path)}
        if diagnostic.place is None:
            where["line"] = place.line
        if diagnostic.place is None and not record.unreadable:
            where |= {"endLine": place.end_line, "col": place.column}
            if place.end_column is not None:
                where["endColumn"] = place.end_column
        self._command(level, message, **where, title=title)

    def _command(self, level: str, message: str, **properties: object) -> None:
        written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        self._stream.write(f"::{level} {written}::{_data(message)}\n")


def _message(diagnostic: Diagnostic, lang: str) -> str:
    fix = f"\n{fix_sentence(diagnostic.fix, lang)}" if diagnostic.fix else ""
    return with_spot(diagnostic, lang) + fix


def _data(text: str) -> str:
    """A message: it may have several lines; no other control character goes through."""
    lines = "\n".join(visible(line) for line in text.split("\n"))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
