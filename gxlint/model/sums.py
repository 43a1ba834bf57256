"""The sums that the form of a table demands, worked out for those who want to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.formats import Identity
    from gxlint.model.report import Table

Number: TypeAlias = int | float


class Total(NamedTuple):
    """A cell, by row and column, that is to be the sum of others. ``sum`` is none where that cannot be told."""

    address: tuple[str, str]
    terms: tuple[tuple[str, str], ...]
    sum: Number | None


class Balance(NamedTuple):
    """An identity with sums on both sides. ``gaps`` is right less left by column, none where it cannot be told."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    gaps: tuple[tuple[str, Number | None], ...]


def computed(table: Table) -> dict[tuple[str, str], Number]:
    """For each cell that is the sum of others what these come to, by row and column.

    What cannot be told, because a row or cell is missing or no number, is left out, and so is a row or column in
    which nothing is filled in.
    """
    sums: dict[tuple[str, str], Number] = {}
    for total in totals(table):
        if total.sum is not None and not (total.sum == 0 and number_at(table, total.address) == 0):
            sums.setdefault(total.address, total.sum)
    return sums


def totals(table: Table) -> Iterator[Total]:
    """Every demand that a cell be the sum of others; two of them may concern the same cell. None in a blank table."""
    if table.blank:
        return
    for identity in table.form.identities:
        if len(identity.equals) == 1:
            for address, terms in _totals(table, identity):
                yield Total(address, tuple(terms), _sum(table, terms))


def balances(table: Table) -> tuple[Balance, ...]:
    """The identities of the columns with several terms on both sides, such as 一加二等于三加四."""
    if table.blank:
        return ()
    return tuple(
        Balance(
            tuple(map(table.form.short_label, identity.sum)),
            tuple(map(table.form.short_label, identity.equals)),
            tuple((table.form.label_of(column), _gap(table, identity, column)) for column in _columns(table)),
        )
        for identity in table.form.identities
        if identity.each == "column" and len(identity.equals) > 1
    )


def _totals(table: Table, identity: Identity) -> Iterator[tuple[tuple[str, str], list[tuple[str, str]]]]:
    """The address of each sum, and those of its terms."""
    if identity.each == "row":
        for row in table.rows:
            if set(identity.sum) <= set(table.form.columns_of(row)):
                yield (row, identity.equals[0]), [(row, column) for column in identity.sum]
    elif identity.equals[0] in table.rows:
        for column in _columns(table):
            yield (identity.equals[0], column), list(terms_of(table, identity.sum, column))


def _gap(table: Table, identity: Identity, column: str) -> Number | None:
    left = _sum(table, terms_of(table, identity.sum, column))
    right = _sum(table, terms_of(table, identity.equals, column))
    return None if left is None or right is None else right - left


def terms_of(table: Table, keys: Iterable[str], column: str) -> Iterator[tuple[str, str]]:
    """The addresses behind rows and row groups in a column: a group stands for its rows, unless it is filled in itself."""
    for key in keys:
        children = table.form.children(key)
        alone = key in table.rows and not any(child in table.rows for child in children)
        for row in (key,) if alone or not children else children:
            yield row, column


def _columns(table: Table) -> tuple[str, ...]:
    return max((block.columns for block in table.form.blocks), key=len)


def _sum(table: Table, terms: Iterable[tuple[str, str]]) -> Number | None:
    total: Number = 0
    for address in terms:
        number = number_at(table, address)
        if number is None:
            return None
        total += number
    return total


def number_at(table: Table, address: tuple[str, str]) -> Number | None:
    """What stands at an address, for arithmetic; none where that cannot be told."""
    row = table.rows.get(address[0])
    if row is None or not row.complete:
        return None
    cell = table.cell(*address)
    return cell.number if cell is not None else None


def figure(number: Number) -> str:
    """A number as written by hand."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
