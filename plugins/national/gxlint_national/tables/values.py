"""What stands in a cell instead of a plain figure: shared by CN202, CN304 and CN403."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from gxlint.model import Cell, Table
from gxlint.rules import Edit, Finding, Message, Outcome, Rule, Severity
from gxlint_national.tables.condition import blank, is_blank
from gxlint_national.tables.naming import named, written
from gxlint_national.tables.wording import shown

Kind = Literal["word", "negative", "fraction", "inexact", "unit"]

# Figures all the same, if not of the kind that is asked for; a ``word`` is none.
INEXACT: tuple[Kind, ...] = ("negative", "fraction", "inexact", "unit")
MESSAGES = {
    "word": Message(
        "{place}“{raw}”不是数字,应填{what}", "{place}: “{raw}” is no figure; {what_en} is expected"
    ),
    "negative": Message(
        "{place}“{raw}”是负数,应填{what}", "{place}: “{raw}” is negative; {what_en} is expected"
    ),
    "fraction": Message(
        "{place}“{raw}”不是整数,应填{what}", "{place}: “{raw}” is not whole; {what_en} is expected"
    ),
    "inexact": Message(
        "{place}“{raw}”不是确数,应填{what}", "{place}: “{raw}” is not exact; {what_en} is expected"
    ),
    "unit": Message(
        "{place}“{raw}”带了单位或正号,应只填{what}",
        "{place}: “{raw}” carries a unit or sign; {what_en} alone is expected",
    ),
    "not_applicable": Message(
        "{place}填“{raw}”(共 {count} 格),没有的填 0",
        "{place}: “{raw}” ({count} cells in all); write 0 for none",
    ),
    "typography": Message(
        "{place}“{raw}”应写作“{plain}”(共 {count} 格)",
        "{place}: “{raw}” should read “{plain}” ({count} in all)",
    ),
}
_FIX = Message("改为半角数字,去掉千分位", "Use plain digits without separators")
_WHAT = {
    "count": ("非负整数", "a whole number of at least 0"),
    "delta": ("整数(减少的带负号)", "a whole number, with a minus sign for a decrease"),
    "amount": ("非负的数(万元)", "an amount of at least 0 in units of 10,000 yuan"),
}


def check_values(
    rule: Rule, table: Table, *, lenient: Sequence[Kind] = (), not_applicable: Severity
) -> Iterator[Outcome]:
    """Report the cells that hold no legal figure; ``lenient`` kinds are warnings.

    The same text in several cells of a row is one finding; ``/`` and the like are one finding for the table,
    and so are full-width digits and thousands separators.
    """
    if is_blank(table):
        yield blank(rule, table)
        return
    places = table.once(_unusual)
    if not places:
        return
    unusual = [table[row][column] for row, column in places]
    yield from _illegal(rule, table, unusual, lenient)
    cells = [cell for cell in unusual if cell.state == "not_applicable"]
    if cells:
        yield _together(rule, table, cells, "not_applicable", not_applicable)
    yield from _typography(rule, table, unusual)


def _unusual(table: Table) -> list[tuple[str, str]]:
    """Row and column of the cells that hold something else than plain digits."""
    return [
        (cell.row, cell.column)
        for cell in table.cells()
        if cell.raw and not (cell.raw.isascii() and cell.raw.isdigit())
    ]


def _illegal(rule: Rule, table: Table, cells: Sequence[Cell], lenient: Sequence[Kind]) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        if _kind(cell, table) is not None:
            groups.setdefault((cell.row, cell.raw.strip()), []).append(cell)
    for first, *others in groups.values():
        kind = _kind(first, table) or "word"
        what, what_en = _WHAT[table.column_form(first.column).type]
        yield rule.at(
            first,
            kind,
            severity=Severity.WARNING if kind in lenient else None,
            related=shown(table.form, others),
            held_back=len(others),
            place=_place(table, first),
            raw=written(first),
            what=what,
            what_en=what_en,
        )


def _kind(cell: Cell, table: Table) -> Kind | None:
    """What is wrong with a cell; none when it holds a legal figure, nothing, or a sign for not applicable."""
    form = table.column_form(cell.column)
    if cell.state == "invalid":
        return kind_of(cell.raw)
    if cell.value is None:
        return None
    if cell.value < 0 and form.type != "delta":
        return "negative"
    whole = form.type == "amount" or (isinstance(cell.value, int) and "." not in cell.raw)
    return None if whole else "fraction"


def kind_of(raw: str) -> Kind:
    """What is wrong with a text that is no legal figure."""
    from gxlint.source.view import normalise

    text = re.sub(r"[\s,]", "", normalise(raw).text)
    if re.fullmatch(r"-\d+(?:\.\d+)?", text):
        return "negative"
    if re.fullmatch(r"\d+\.\d+", text):
        return "fraction"
    if re.fullmatch(r"[约近逾超]?\d+(?:\.\d+)?[余多]?[\u4e00-\u9fff]{0,2}", text) and re.search(
        r"[约近逾超余多]", text
    ):
        return "inexact"
    if re.fullmatch(r"\+\d+|\d+(?:\.\d+)?[\u4e00-\u9fff]{1,3}", text):
        return "unit"
    return "word"


def _together(rule: Rule, table: Table, cells: Sequence[Cell], message: str, severity: Severity) -> Finding:
    first, *others = cells
    params: dict[str, Any] = {"place": _place(table, first), "raw": written(first), "count": len(cells)}
    related = shown(table.form, _first_of_rows(others, first.row))
    return rule.at(first, message, severity=severity, related=related, held_back=len(others), **params)


def _first_of_rows(cells: Iterable[Cell], known: str) -> list[Cell]:
    """One cell of every further row: enough to show where the others are."""
    first: dict[str, Cell] = {}
    for cell in cells:
        first.setdefault(cell.row, cell)
    first.pop(known, None)
    return list(first.values())


def _typography(rule: Rule, table: Table, unusual: Sequence[Cell]) -> Iterator[Finding]:
    cells = [cell for cell in unusual if cell.value is not None and _plain(cell) != cell.raw]
    if not cells:
        return
    first, *others = cells
    found = rule.at(
        first,
        "typography",
        severity=Severity.HINT,
        related=shown(table.form, _first_of_rows(others, first.row)),
        held_back=len(others),
        place=_place(table, first),
        raw=written(first),
        plain=_plain(first),
        count=len(cells),
    )
    yield found.with_fix([Edit(cell.span, _plain(cell)) for cell in cells], _FIX, safe=True)


def _plain(cell: Cell) -> str:
    """The cell's text with half-width digits, signs and letters, and without thousands separators."""
    raw = cell.raw
    if raw.isascii() and "," not in raw:
        return raw
    half = "".join(chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else char for char in raw)
    return re.sub(r"(?<=\d),(?=\d{3})", "", half)


def _place(table: Table, cell: Cell) -> str:
    form = table.form
    return f"{named(form, cell.row)}·{named(form, cell.column)}"
