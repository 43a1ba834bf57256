"""``--output-format text``: what a person reads on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.excerpt import render
from gxlint.reporters.paint import Paint
from gxlint.reporters.summary import footer
from gxlint.reporters.width import visible
from gxlint.reporters.words import enumeration, say, severity_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import Diagnostic, FileRecord, FixRecord, RelatedRecord, UndecidedRecord

_MANY_RELATED = 6
_MANY_REASONS = 3


def write(records: Iterable[FileRecord], run: RunInfo, stream: TextIO) -> None:
    """Write what was found, file by file, and a last line. Files without findings are not listed."""
    paint = Paint(on=run.color)
    first = True
    for record in records:
        if run.mode == "diff":
            stream.write(record.diff or "")
        elif block := "\n".join(_file(record, run.lang, paint)):
            stream.write(block + "\n" if first else "\n" + block + "\n")
            first = False
    if run.mode != "diff":
        _close(run, paint, stream, spaced=not first)


def _close(run: RunInfo, paint: Paint, stream: TextIO, *, spaced: bool) -> None:
    lines = footer(run, paint)
    if lines:
        stream.write(("\n" if spaced else "") + "\n".join(lines) + "\n")


def _file(record: FileRecord, lang: str, paint: Paint) -> Iterator[str]:
    if record.unreadable or record.skipped:
        return  # told on the error stream; counted in the last lines
    path = visible(record.path)
    for diagnostic in record.diagnostics:
        yield from _finding(path, diagnostic, lang, paint)
    undecided = [item for item in record.coverage.undecided if item.severity == "error"]
    yield from _undecided(path, undecided, lang, paint)


def _finding(path: str, diagnostic: Diagnostic, lang: str, paint: Paint) -> Iterator[str]:
    line = diagnostic.range.line + 1
    word = paint.severity(severity_word(diagnostic.severity, lang), diagnostic.severity)
    place = paint.bold(f"{path}:{line}:{diagnostic.column + 1}")
    yield f"{place} {word} {paint.bold(diagnostic.code)} {visible(diagnostic.message)}"
    number = f"{line:>5}"
    if diagnostic.excerpt and diagnostic.excerpt.text.strip():
        source, carets = render(diagnostic.excerpt)
        yield f"{paint.dim(number + ' |')} {source}"
        yield f"{paint.dim(' ' * len(number) + ' |')} {paint.severity(carets, diagnostic.severity)}"
    indent = " " * (len(number) + 3)
    yield from (indent + note for note in _notes(diagnostic, lang))


def _notes(diagnostic: Diagnostic, lang: str) -> Iterator[str]:
    shown = diagnostic.related
    if len(shown) > _MANY_RELATED:
        shown = shown[: _MANY_RELATED - 1]
    for related in shown:
        yield _also(related, lang)
    if left := len(diagnostic.related) - len(shown):
        yield say(lang, "另有 {n} 处相关", "and {n} more places", n=left)
    if diagnostic.fix:
        yield _fix(diagnostic.fix, lang)
    if diagnostic.held_back:
        yield say(
            lang,
            "另有 {n} 项核对因此未进行",
            "checks not made because of this: {n}",
            n=diagnostic.held_back,
        )


def _also(related: RelatedRecord, lang: str) -> str:
    place = f"{related.range.line + 1}:{related.column + 1}"
    return say(
        lang, "也见 {place} {message}", "see {place} {message}", place=place, message=visible(related.message)
    )


def _fix(fix: FixRecord, lang: str) -> str:
    title = visible(fix.title)
    # Titles that begin with the verb read on after 可; the others are nouns.
    verb = "可" if title.startswith("改") else "可修改:"
    if fix.safe:
        return say(lang, "{verb}{title}(安全)", "fix (safe): {title}", verb=verb, title=title)
    return say(lang, "{verb}{title}(建议)", "suggestion: {title}", verb=verb, title=title)


def _undecided(path: str, items: list[UndecidedRecord], lang: str, paint: Paint) -> Iterator[str]:
    """One line a reason, the checks it held back in front; what is beyond a handful is counted."""
    reasons: dict[str, list[str]] = {}
    for item in items:
        codes = reasons.setdefault(visible(item.reason), [])
        if item.code not in codes:
            codes.append(item.code)
    head = paint.undecided(say(lang, "未能核对", "not checked"))
    for reason, codes in list(reasons.items())[:_MANY_REASONS]:
        yield f"{paint.bold(path)} {head} {paint.bold(enumeration(codes, lang))} {reason}"
    if (left := len(reasons) - _MANY_REASONS) > 0:
        yield f"{paint.bold(path)} {head} " + say(lang, "另有 {n} 种原因", "for {n} more reasons", n=left)
