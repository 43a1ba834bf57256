"""What stands in the table nodes of the tree, entry by entry, and which table each entry belongs to."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gxlint.formats import Catalogue, Format
from gxlint.syntax import Node, Part, Token
from gxlint.syntax.terms import Reading


@dataclass(slots=True)
class Entry:
    """One entry of a table node: a label, its cells, or either alone."""

    kind: str
    table: str
    reading: Reading | None
    label: Part | None
    cells: tuple[Part, ...]
    parts: tuple[Part, ...] = ()


@dataclass(slots=True)
class Vocabulary:
    """How often labels stood in the text that only one format has: what the format is decided by."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, Part] = field(default_factory=dict)


def vocabulary(nodes: Sequence[Node], catalogue: Catalogue) -> Vocabulary:
    """Count the labels that tell the formats apart."""
    found = Vocabulary()
    every = {form.key for form in catalogue}
    for part in _all_parts(nodes):
        if part.term is None or part.term.similar:
            continue
        formats = {key for reading in part.term.readings for key in reading.formats}
        if formats != every:
            for key in formats:
                found.counts[key] += 1
                found.first.setdefault(key, part)
    return found


def _all_parts(nodes: Sequence[Node]) -> Iterator[Part]:
    for node in nodes:
        for child in node.children:
            for token in child.children if isinstance(child, Node) else (child,):
                if isinstance(token, Token):
                    yield from token.parts


def entries_of(node: Node, section: str, form: Format) -> Iterator[Entry]:
    """Entries with the table each belongs to: the one whose labels were seen last."""
    children = [child for child in node.children if isinstance(child, Node)]
    home = next((table.key for table in form.tables if table.section == section), None)
    table = _first_table(children, form) or home or form.tables[0].key
    for child in children:
        first = child.children[0]
        assert isinstance(first, Token)
        if first.type in ("CELLS", "FRAGMENT"):
            yield Entry(
                child.rule, table, None, None, first.parts if first.type == "CELLS" else (), first.parts
            )
            continue
        reading = None
        for part in first.parts:
            reading = _reading(part, table, form, settled=table == home)
            table = reading.table if reading else table
        second = child.children[1] if len(child.children) > 1 else None
        cells = second.parts if isinstance(second, Token) else ()
        yield Entry(child.rule, table, reading, first.parts[0], cells, first.parts)


def _first_table(children: Sequence[Node], form: Format) -> str | None:
    """The table the first unmistakable label belongs to."""
    for child in children:
        first = child.children[0]
        assert isinstance(first, Token)
        for part in first.parts:
            if part.term is not None and len({reading.table for reading in part.term.readings}) == 1:
                return part.term.readings[0].table
    return None


def _reading(part: Part, table: str, form: Format, *, settled: bool) -> Reading | None:
    """What a label means here: in this table rather than another, in this format rather than another.

    Where the table is the one its section should have (``settled``), a short word such as 其他 does not begin another.
    """
    if part.term is None:
        return None
    ranked = sorted(
        part.term.readings, key=lambda reading: (reading.table != table, form.key not in reading.formats)
    )
    best = ranked[0]
    if best.table not in form.table_forms or (settled and best.table != table and not part.term.strong):
        return None
    return best
