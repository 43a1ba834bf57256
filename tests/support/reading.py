"""Reads a rendered draft as gxlint does, and compares what it read with the draft."""

from dataclasses import dataclass, field
from random import Random

from gxlint.formats import Format, official_formats
from gxlint.model import Cell, Report
from gxlint.model.build import build_report
from gxlint.readers.document import Document
from gxlint.readers.plain import read_plain
from gxlint.source import SourceText
from gxlint.testing.figures import reading, with_blanks, with_figures
from gxlint.testing.forms import Body, Draft, blank_report, with_paragraphs
from tests.support.layouts import Layout

_BODIES: tuple[Body, ...] = ("department", "township", "government")


def sample(form: Format, layout: Layout, seed: int) -> Draft:
    """A draft with random figures that the layout can show; every third has words before its tables."""
    rng = Random(f"{form.key}-{seed}")
    draft = with_figures(blank_report(form, body=_BODIES[seed % 3]), rng, limit=layout.limit)
    if seed % 3 == 2:
        for section in draft.sections:
            if section.table:
                draft = with_paragraphs(draft, section.key, f"{draft.year}年,本机关相关工作情况见下表。")
    return with_blanks(draft, rng) if layout.blanks and seed else draft


def document_of(text: str, kind: str = "text") -> Document:
    """The document a reader makes of a text."""
    if kind == "html":
        from gxlint.readers import read_bytes  # loads an HTML parser: only where it is needed

        return read_bytes(text.encode(), "report.html")
    return read_plain(SourceText(text), "report.txt")


def report_of(text: str, kind: str = "text") -> Report:
    """The report gxlint builds from a text."""
    return build_report(document_of(text, kind), official_formats())


@dataclass
class Comparison:
    """What of a draft was found in a report: addresses with what was expected and what was read."""

    right: int = 0
    missing: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def compare(draft: Draft, report: Report) -> Comparison:
    """Hold every cell of a report against the draft it was rendered from."""
    result = Comparison()
    wanted = draft.cells()
    for address, text in wanted.items():
        cell = report.cell(address)
        if cell is None or cell.state == "missing":
            result.missing.append(address)
        elif says(cell, text):
            result.right += 1
        else:
            result.wrong.append(f"{address}: {text!r} read as {cell.value!r} ({cell.state}, {cell.raw!r})")
    for table in report.tables.values():
        result.wrong += [
            f"{cell.address}: not in the form, read as {cell.value!r}"
            for cell in table.cells()
            if cell.address not in wanted and cell.value is not None
        ]
    return result


def says(cell: Cell, text: str) -> bool:
    """Whether a cell was read as what the draft wrote."""
    value, state = reading(text)
    return cell.value == value and (value is not None or cell.state == state)
