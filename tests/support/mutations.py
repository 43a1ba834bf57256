"""Damage done to a rendered report line by line, with a record of the rows whose own lines it touched."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from gxlint.testing.forms import Draft
from tests.support.layouts import Layout

# Characters of the private use area mark whose text a line holds; they are gone from the final text.
_FIRST_MARK = 0xE000
_JUNK = ("0", "12 | 3 |", "|", "", "注:以上数据截至年底。", "-3-", "自然人", "其他", "| |", "7")

Action = Literal["cut", "double", "swap", "move", "insert"]


class Step(NamedTuple):
    """One mutation: what is done to the line at ``place`` (modulo their number); ``other``: target."""

    action: Action
    place: int
    other: int


@dataclass
class _Line:
    text: str
    owners: frozenset[str] = field(default_factory=frozenset)


def mutated(draft: Draft, layout: Layout, steps: Sequence[Step]) -> tuple[str, set[str]]:
    """The damaged text, and the rows (``table.row``) of which a line was cut, doubled or moved.

    Moving the head of a table counts for all its rows: their columns may have changed places.
    """
    lines = _owned_lines(draft, layout)
    touched: set[str] = set()
    for step in steps:
        if not lines:
            break
        place, other = step.place % len(lines), step.other % len(lines)
        if step.action == "insert":
            lines.insert(place, _Line(_JUNK[step.other % len(_JUNK)]))
            continue
        touched |= lines[place].owners
        if step.action == "cut":
            del lines[place]
        elif step.action == "double":
            lines.insert(place, lines[place])
        elif step.action == "move":
            lines.insert(other, lines.pop(place))
        else:
            touched |= lines[other].owners
            lines[place], lines[other] = lines[other], lines[place]
    return "\n".join(line.text for line in lines), _rows(touched, draft)


def _rows(touched: set[str], draft: Draft) -> set[str]:
    whole = {owner.removesuffix(".*") for owner in touched if owner.endswith(".*")}
    return touched | {f"{table}.{row}" for table in whole for row in draft.tables[table]}


def _owned_lines(draft: Draft, layout: Layout) -> list[_Line]:
    owners = [f"{table}.{row}" for table, rows in draft.tables.items() for row in rows]
    owners += [f"{table}.*" for table in draft.tables]
    marks = {owner: chr(_FIRST_MARK + index) for index, owner in enumerate(owners)}
    names = {mark: owner for owner, mark in marks.items()}
    text = layout.render(_marked(draft, marks))
    return [
        _Line(
            "".join(char for char in line if char not in names),
            frozenset(names[char] for char in line if char in names),
        )
        for line in text.split("\n")
    ]


def _marked(draft: Draft, marks: dict[str, str]) -> Draft:
    labels = dict(draft.labels)
    for table in draft.form.tables:
        for row in table.rows:
            labels[table.key, row.key] = row.label + marks[f"{table.key}.{row.key}"]
        for column in table.columns:
            if (table.key, column.key) not in labels:
                labels[table.key, column.key] = column.label + marks[f"{table.key}.*"]
    tables = {
        table: {
            row: {column: text + marks[f"{table}.{row}"] for column, text in cells.items()}
            for row, cells in rows.items()
        }
        for table, rows in draft.tables.items()
    }
    return replace(draft, tables=tables, labels=labels)
