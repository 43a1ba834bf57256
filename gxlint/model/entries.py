"""What stands in the tables of the tree, entry by entry, and which table each entry belongs to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from gxlint.formats import Catalogue, Format
from gxlint.source import Span
from gxlint.source.record import Record, made
from gxlint.syntax import Node, Part, TableText, Token
from gxlint.syntax.terms import Reading


class Entry(Record):
    """One entry of a table node: a label, its cells, or either alone."""

    kind: str
    table: str
    reading: Reading | None
    label: Part | None
    cells: tuple[Part, ...]
    parts: tuple[Part, ...] = ()


class Vocabulary(Record):
    """How often labels stood in the text that only one format has: what the format is decided by."""

    counts: Counter[str] = made(default_factory=Counter)
    first: dict[str, Span] = made(default_factory=dict)

    def add(self, key: str, place: Span, count: int = 1) -> None:
        """Count labels of a format, the first of which stands at this place."""
        self.counts[key] += count
        self.first.setdefault(key, place)


def vocabulary(tables: Sequence[Token], catalogue: Catalogue) -> Vocabulary:
    """Count the labels in table tokens that tell the formats apart."""
    every = frozenset(form.key for form in catalogue)
    found = Vocabulary()
    for token in tables:
        text = _table(token)
        own = text.once(("vocabulary", every), partial(_own_vocabulary, text.tree, every))
        for key, place in own.first.items():
            found.add(key, Span(token.start + place.start, token.start + place.end), own.counts[key])
    return found


def _own_vocabulary(tree: Node, every: frozenset[str]) -> Vocabulary:
    """The vocabulary of one table, its places counted from the table's start."""
    found = Vocabulary()
    for part in _all_parts(tree):
        if part.term is None or part.term.similar:
            continue
        formats = {key for reading in part.term.readings for key in reading.formats}
        if formats != every:
            for key in formats:
                found.add(key, Span(part.start, part.end))
    return found


def _all_parts(tree: Node) -> Iterator[Part]:
    for child in tree.children:
        for token in child.children if isinstance(child, Node) else (child,):
            if isinstance(token, Token):
                yield from token.parts


def _table(token: Token) -> TableText:
    assert token.table is not None
    return token.table


def entries_by_table(token: Token, section: str, form: Format) -> Mapping[str, Sequence[Entry]]:
    """What stands in a table token under this section, by the key of the table it belongs to.

    Places count from the token's start. The entries are shared between documents: do not change them.
    """
    text = _table(token)
    return text.once(("entries", section, form), lambda: _sorted(entries_of(text.tree, section, form)))


def _sorted(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.table, []).append(entry)
    return found


def entry_at(entry: Entry, base: int) -> Entry:
    """The same entry with its places moved on."""
    label = _part_at(entry.label, base) if entry.label is not None else None
    cells, parts = (tuple(_part_at(part, base) for part in some) for some in (entry.cells, entry.parts))
    return Entry(entry.kind, entry.table, entry.reading, label, cells, parts)


def _part_at(part: Part, base: int) -> Part:
    return part._replace(start=part.start + base, end=part.end + base)


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
