"""``--output-format junit``: a test suite for each file, a test for each rule, as build servers show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.places import spot
from gxlint.reporters.sentences import accepted_sentence, fix_sentence
from gxlint.reporters.words import say, severity_word
from gxlint.reporters.xml import HEAD, start, xml_text
from gxlint.source.width import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import Diagnostic, FileRecord

_SEVERITIES = ("error", "warning", "info", "hint")


class Writer:
    """Writes a suite for each file as soon as it is checked."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream
        stream.write(HEAD + start("testsuites", name="gxlint") + "\n")

    def add(self, record: FileRecord) -> None:
        """Write the suite of a file."""
        if not record.skipped:
            self._stream.write("\n".join(_suite(record, self._run)) + "\n")

    def close(self) -> None:
        """End the document."""
        self._stream.write("</testsuites>\n")


def _suite(record: FileRecord, run: RunInfo) -> Iterator[str]:
    cases = list(_cases(record, run))
    counts = {name: sum(kind == name for kind, _ in cases) for name in ("failures", "errors", "skipped")}
    yield start("testsuite", name=record.path, tests=len(cases), **counts)
    yield from (case for _, case in cases)
    yield "</testsuite>"


def _cases(record: FileRecord, run: RunInfo) -> Iterator[tuple[str, str]]:
    """What a test counts as in the suite (empty for a passed one), and the test."""
    lang = run.lang
    if record.unreadable:
        for diagnostic in record.diagnostics:
            yield (
                "errors",
                _case(record, _title(diagnostic, lang), _told("error", diagnostic.message, diagnostic.code)),
            )
        return
    for diagnostic in record.diagnostics:
        yield _found(record, diagnostic, lang)
    if run.show_accepted:
        for item in record.accepted:
            text = f"{item.diagnostic.message} {accepted_sentence(item.reason, lang)}"
            yield "", _case(record, _title(item.diagnostic, lang), _said(text))
    for undecided in record.coverage.undecided:
        name = " ".join(filter(None, (undecided.code, undecided.address)))
        yield "skipped", _case(record, name, f"<skipped{_message(undecided.reason)}/>")
    for code in record.coverage.passed:
        yield "", _case(record, code, "")


def _found(record: FileRecord, diagnostic: Diagnostic, lang: str) -> tuple[str, str]:
    """A failed test where the finding makes the file fail; else a passed one that tells of it."""
    text = _text(record, diagnostic, lang)
    if _SEVERITIES.index(diagnostic.severity) > _SEVERITIES.index(record.fail_level):
        return "", _case(record, _title(diagnostic, lang), _said(text))
    return "failures", _case(
        record, _title(diagnostic, lang), _told("failure", diagnostic.message, diagnostic.code, text)
    )


def _text(record: FileRecord, diagnostic: Diagnostic, lang: str) -> str:
    joint = ":" if diagnostic.place is None else " "
    head = f"{record.path}{joint}{spot(diagnostic, lang)} {severity_word(diagnostic.severity, lang)}"
    lines = [f"{head} {diagnostic.code} {diagnostic.message}"]
    lines += (
        say(
            lang,
            "也见 {place} {message}",
            "see {place} {message}",
            place=spot(item, lang),
            message=item.message,
        )
        for item in diagnostic.related
    )
    if diagnostic.fix:
        lines.append(fix_sentence(diagnostic.fix, lang))
    return "\n".join(map(visible, lines))


def _title(diagnostic: Diagnostic, lang: str) -> str:
    return f"{diagnostic.code} {diagnostic.name} {spot(diagnostic, lang)}"


def _case(record: FileRecord, name: str, inside: str) -> str:
    return start("testcase", classname=record.path, name=name) + inside + "</testcase>"


def _told(element: str, message: str, kind: str, text: str = "") -> str:
    return f'<{element}{_message(message)} type="{xml_text(kind)}">{_lines(text or message)}</{element}>'


def _said(text: str) -> str:
    return f"<system-out>{_lines(text)}</system-out>"


def _lines(text: str) -> str:
    return "\n".join(map(xml_text, text.split("\n")))


def _message(text: str) -> str:
    return f' message="{xml_text(visible(text))}"'
