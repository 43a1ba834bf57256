"""``--output-format text``: what a person reads on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.excerpt import render
from gxlint.reporters.paint import Paint
from gxlint.reporters.places import spot
from gxlint.reporters.sentences import fix_sentence, held_back_sentence
from gxlint.reporters.summary import footer
from gxlint.reporters.unchecked import reasons
from gxlint.reporters.words import enumeration, say, severity_word
from gxlint.source.width import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import (
        AcceptedRecord,
        Diagnostic,
        FileRecord,
        RelatedRecord,
    )

_MANY_RELATED = 6
_MANY_REASONS = 3


class Writer:
    """Writes what was found, file by file, and a last line. Files without findings are not listed."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream
        self._paint = Paint(on=run.color)
        self._first = True

    def add(self, record: FileRecord) -> None:
        """Write what there is to say of a file."""
        if self._run.mode == "diff":
            self._stream.write(record.diff or "")
        elif block := "\n".join(_file(record, self._run, self._paint)):
            self._stream.write(block + "\n" if self._first else "\n" + block + "\n")
            self._first = False

    def close(self) -> None:
        """Write the last lines."""
        if self._run.mode == "diff":
            return
        if lines := footer(self._run, self._paint):
            self._stream.write(("" if self._first else "\n") + "\n".join(lines) + "\n")


def _file(record: FileRecord, run: RunInfo, paint: Paint) -> Iterator[str]:
    lang = run.lang
    if record.unreadable or record.skipped:
        return  # told on the error stream; counted in the last lines
    path = visible(record.path)
    for diagnostic in record.diagnostics:
        yield from _finding(path, diagnostic, lang, paint)
    if run.show_accepted:
        yield from (_accepted(path, item, lang, paint) for item in record.accepted)
    yield from _undecided(path, reasons(record), lang, paint)


def _finding(path: str, diagnostic: Diagnostic, lang: str, paint: Paint) -> Iterator[str]:
    line = diagnostic.range.line + 1
    word = paint.severity(severity_word(diagnostic.severity, lang), diagnostic.severity)
    place = paint.bold(_head(path, diagnostic, lang))
    yield f"{place} {word} {paint.bold(diagnostic.code)} {visible(diagnostic.message)}"
    number = f"{line:>5}" if diagnostic.place is None else " " * 5
    if diagnostic.excerpt and diagnostic.excerpt.text.strip():
        source, carets = render(diagnostic.excerpt)
        yield f"{paint.dim(number + ' |')} {source}"
        yield f"{paint.dim(' ' * len(number) + ' |')} {paint.severity(carets, diagnostic.severity)}"
    indent = " " * (len(number) + 3)
    yield from (indent + note for note in _notes(diagnostic, lang))


def _head(path: str, diagnostic: Diagnostic, lang: str) -> str:
    return f"{path}{':' if diagnostic.place is None else ' '}{visible(spot(diagnostic, lang))}"


def _accepted(path: str, item: AcceptedRecord, lang: str, paint: Paint) -> str:
    """One line: what was found, that it is accepted, and why."""
    found = item.diagnostic
    place = paint.bold(_head(path, found, lang))
    word = paint.dim(say(lang, "已接受", "accepted"))
    why = visible(item.reason) or say(lang, "未写原因", "no reason given")
    reason = say(lang, "(原因:{why})", " (reason: {why})", why=why)
    return f"{place} {word} {paint.bold(found.code)} {visible(found.message)}{reason}"


def _notes(diagnostic: Diagnostic, lang: str) -> Iterator[str]:
    shown = diagnostic.related
    if len(shown) > _MANY_RELATED:
        shown = shown[: _MANY_RELATED - 1]
    for related in shown:
        yield _also(related, lang)
    if left := len(diagnostic.related) - len(shown):
        yield say(lang, "另有 {n} 处相关", "and {n} more places", n=left)
    if diagnostic.fix:
        yield visible(fix_sentence(diagnostic.fix, lang))
    if diagnostic.held_back:
        yield held_back_sentence(diagnostic.held_back, lang)
    if (
        diagnostic.url
    ):  # a province's notice: not everybody knows it by heart, as one does the national format
        yield say(lang, "详见 {url}", "see {url}", url=visible(diagnostic.url))


def _also(related: RelatedRecord, lang: str) -> str:
    place = visible(spot(related, lang))
    return say(
        lang, "也见 {place} {message}", "see {place} {message}", place=place, message=visible(related.message)
    )


def _undecided(path: str, found: dict[str, list[str]], lang: str, paint: Paint) -> Iterator[str]:
    """One line a reason, the checks it held back in front; what is beyond a handful is counted."""
    head = paint.undecided(say(lang, "未能核对", "not checked"))
    for reason, codes in list(found.items())[:_MANY_REASONS]:
        yield f"{paint.bold(path)} {head} {paint.bold(enumeration(codes, lang))} {reason}"
    if (left := len(found) - _MANY_REASONS) > 0:
        yield f"{paint.bold(path)} {head} " + say(lang, "另有 {n} 种原因", "for {n} more reasons", n=left)
