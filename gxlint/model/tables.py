"""From the tables of the tree to the three tables of the report."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from gxlint.formats import Format, TableForm
from gxlint.model.entries import Entry, entries_by_table, entry_at
from gxlint.model.moving import moved
from gxlint.model.report import Cell, Label, Match, Row, Stray, Table
from gxlint.model.rows import Aligned, Alignment
from gxlint.model.values import parse_value
from gxlint.readers.document import Document
from gxlint.readers.written import words_of
from gxlint.source import Span
from gxlint.syntax import Part, Token
from gxlint.syntax.terms import Reading, Term, compact, without_number

_TELLING = 4  # so many characters of a row label tell that a fragment is part of one


def build_tables(document: Document, tokens: Sequence[tuple[Token, str]], form: Format) -> dict[str, Table]:
    """The tables found, read by the columns and rows of this format; each token comes with the key of its section."""
    tables: dict[str, Table] = {}
    pieces = [(token, section, entries_by_table(token, section, form)) for token, section in tokens]
    for table_form in form.tables:
        own = [piece for piece in pieces if table_form.key in piece[2]]
        if len(own) == 1 and (raw := _raw(document, own[0][0])) is not None:
            token, section, entries = own[0]
            known = _known(document, token, raw, section, table_form, entries[table_form.key])
            tables[table_form.key] = known
        elif own:
            every = [entry_at(entry, token.start) for token, _, of in own for entry in of[table_form.key]]
            tables[table_form.key] = _Builder(document, table_form, every, document.text).build()
    return tables


def _raw(document: Document, token: Token) -> str | None:
    """The source of a table; none where characters were left out of it, so that its cells stand elsewhere there."""
    raw = document.raw(Span(token.start, token.end))
    return raw if len(raw) == token.end - token.start else None


def _known(
    document: Document, token: Token, raw: str, section: str, form: TableForm, entries: Sequence[Entry]
) -> Table:
    """The table in a token: built once per text, and moved where the same text stands elsewhere."""
    text = token.table
    assert text is not None
    last = not document.text[token.end :].strip(" \n|")
    base, table = text.once(
        ("table", section, form, raw, last),
        lambda: (token.start, _Builder(document, form, entries, text.text, token.start).build()),
    )
    return moved(table, token.start - base) if token.start != base else table


class _Builder:
    """Builds one table from its entries, whose places count in ``text``, which begins at ``base``."""

    def __init__(
        self, document: Document, form: TableForm, entries: Sequence[Entry], text: str, base: int = 0
    ) -> None:
        self.document = document
        self.text = text
        self.base = base
        self.form = form
        self.entries = entries
        runs = [
            (entry.cells, len(form.columns_of(entry.reading.key)))
            for entry in entries
            if entry.reading is not None and entry.cells and form.columns_of(entry.reading.key)
        ]
        self.alignment = Alignment(runs)
        self.blank_line: tuple[Part, ...] = ()
        self.verbatim = document.verbatim
        self.types = {column.key: column.type for column in form.columns}
        self.text_end = len(document.text.rstrip(" \n|"))
        start = min(entry.parts[0].start for entry in entries)
        end = max((entry.cells or entry.parts)[-1].end for entry in entries)
        self.table = Table(form.key, form, self._span(start, end), {}, [])

    def _span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)

    def build(self) -> Table:
        self._continue_rows()
        for index, entry in enumerate(self.entries):
            self.table.labels += self._labels(entry)
            if entry.kind == "stray":
                self._stray(entry.parts, "text")
            elif self.form.side_by_side:
                self._side_by_side(entry)
            elif entry.reading is not None and entry.kind in ("row", "bare_label", "group"):
                self._row(index, entry)
            elif entry.kind == "loose":
                self._loose(index, entry)
        if self.blank_line and not self.table.rows and not self.table.strays_with_figures:
            self._groups(self.blank_line, self.alignment.align(self.text, self.blank_line, self.form.width))
        return self.table

    def _continue_rows(self) -> None:
        """Put the rest of a row to it where a line broke inside: only if the parts make up just the row's cells."""
        kept: list[Entry] = []
        index = 0
        while index < len(self.entries):
            entry = self.entries[index]
            kept.append(entry)
            index += 1
            wanted = self._columns(entry)
            cells, following = entry.cells, index
            if not 0 < len(cells) < wanted or all(part.kind == "blank" for part in cells):
                continue
            if any(part.gap in ("line", "blank") for part in cells):
                continue  # one cell a line: nothing is broken there
            while 0 < len(cells) < wanted and self._is_rest(following):
                cells = (*cells, *self.entries[following].cells)
                following += 1
            if following > index and len(cells) == wanted and not self._is_rest(following):
                kept[-1], index = entry.replaced(cells=cells), following
        self.entries = kept

    def _is_rest(self, index: int) -> bool:
        """Whether figures without a label, on a line of their own, come at this place."""
        entry = self.entries[index] if index < len(self.entries) else None
        return entry is not None and entry.kind == "loose" and entry.cells[0].gap in ("row", "line")

    def _columns(self, entry: Entry) -> int:
        """How many cells an entry should have; 0 when it should have none."""
        if self.form.side_by_side:
            return self.form.width if entry.kind in ("loose", "row") else 0
        return len(self.form.columns_of(entry.reading.key)) if entry.reading is not None else 0

    def _labels(self, entry: Entry) -> Iterator[Label]:
        for part in entry.parts:
            reading = _reading_in(part.term, self.form) if part.term is not None else None
            if reading is not None:
                yield self._label(part, reading)

    def _label(self, part: Part, reading: Reading) -> Label:
        text = self.text[part.start : part.end]
        official, match = _wording(text, reading, self.form, part.term is not None and part.term.similar)
        return Label(reading.key, reading.role, text, official, match, self._span(part.start, part.end))

    def _row(self, index: int, entry: Entry) -> None:
        assert entry.reading is not None
        assert entry.label is not None
        key = entry.reading.key
        columns = self.form.columns_of(key)
        is_group = key in self.form.group_forms and key not in self.form.row_forms
        if not columns or (is_group and not any(part.kind == "figure" for part in entry.cells)):
            if entry.cells and any(part.kind == "figure" for part in entry.cells):
                self._stray(entry.cells, "figures")
            return
        label = self._label(entry.label, entry.reading)
        if entry.kind == "row" and self._detached(index):
            aligned = Aligned((), "detached", len(entry.cells), entry.cells)
        else:
            aligned = self.alignment.align(self.text, entry.cells, len(columns))
        self._add(key, label, columns, aligned, entry.cells)

    def _detached(self, index: int) -> bool:
        """Whether cells on lines of their own may belong to another label than the one before them."""
        cells = self.entries[index].cells
        if cells[0].gap not in ("row", "line", "blank", "fill"):
            return False
        before = self._bare_before(index)
        if cells[0].gap in ("line", "blank"):
            return before > 1
        neighbours = (*self.entries[index - 1 : index], *self.entries[index + 1 : index + 2])
        return before > 0 or any(self._unsettling(entry) for entry in neighbours)

    def _unsettling(self, entry: Entry) -> bool:
        """Whether an entry next to a label makes doubtful whose the figures on the next line are."""
        if entry.kind == "stray":
            text = compact(self.text[entry.parts[0].start : entry.parts[-1].end])
            words = _row_words(self.form)
            return any(text[at : at + _TELLING] in words for at in range(len(text) - _TELLING + 1))
        return entry.kind == "loose" and any(part.kind == "figure" for part in entry.cells)

    def _is_group(self, entry: Entry) -> bool:
        return entry.reading is not None and entry.reading.key in self.form.group_forms

    def _bare_before(self, index: int) -> int:
        """Row labels right before this entry that have no cells of their own."""
        count = 0
        while index > 0 and self.entries[index - 1].kind in ("bare_label", "group"):
            index -= 1
            count += self.entries[index].kind == "bare_label" and not self._is_group(self.entries[index])
        return count

    def _add(
        self, key: str, label: Label, columns: Sequence[str], aligned: Aligned, cells: Sequence[Part]
    ) -> None:
        end = max([label.span.end, *(self.base + part.end for part in cells)])
        row = self._make(key, label, columns, aligned, Span(label.span.start, end))
        known = self.table.rows.get(key)
        if known is not None and (known.found or not row.found):
            if row.found:
                self.table.duplicates.append(row)
            return
        self.table.rows.pop(key, None)  # a label that stood alone before: the row is where its figures are
        self.table.rows[key] = row
        if aligned.problem is None and aligned.rest:
            self._stray(aligned.rest, "figures")

    def _make(self, key: str, label: Label, columns: Sequence[str], aligned: Aligned, span: Span) -> Row:
        cut = aligned.problem == "short" and span.end >= self.text_end
        parts: Sequence[Part] = aligned.rest if cut else aligned.parts
        cells = [self._cell(key, column, part) for column, part in zip(columns, parts, strict=False)]
        cells += [self._missing(key, column, span) for column in columns[len(cells) :]]
        return Row(self.form.key, key, label, tuple(cells), span, self.form, aligned.problem, aligned.found)

    def _cell(self, row: str, column: str, part: Part) -> Cell:
        span = Span(self.base + part.start, self.base + part.end)
        text = self.text[part.start : part.end]
        value, state = parse_value(text, self.types[column])
        return Cell(self.form.key, row, column, self._raw(text, span), value, state, span)

    def _raw(self, text: str, span: Span) -> str:
        if self.verbatim:
            return text
        raw = self.document.raw(span)
        # In a page tags may stand between the digits.
        return (
            words_of(self.document, span) if self.document.kind == "html" and len(raw) != len(text) else raw
        )

    def _missing(self, row: str, column: str, span: Span) -> Cell:
        return Cell(self.form.key, row, column, "", None, "missing", span)

    def _loose(self, index: int, entry: Entry) -> None:
        if not any(part.kind == "figure" for part in entry.cells):
            return
        if (row := self._unnumbered(index, entry)) is not None:
            key, label = row
            columns = self.form.columns_of(key)
            self._add(
                key, label, columns, self.alignment.align(self.text, entry.cells, len(columns)), entry.cells
            )
        else:
            self._stray(entry.cells, "figures")

    def _unnumbered(self, index: int, entry: Entry) -> tuple[str, Label] | None:
        """``其他`` or ``总计`` that lost its number and so looks like a column: a row if it stands in a row's place."""
        header = self.entries[index - 1] if index else None
        if header is None or header.kind != "header" or not self.table.rows:
            return None
        part = header.parts[-1]
        text = compact(self.text[part.start : part.end])
        rows = [row.key for row in self.form.rows]
        after = rows.index(last) + 1 if (last := next(reversed(self.table.rows))) in rows else 0
        labelled = {entry.reading.key for entry in self.entries if entry.reading is not None}
        for key in rows[after : after + 2]:
            official = self.form.row_forms[key].label
            if without_number(compact(official)) == text and key not in labelled:
                return key, Label(
                    key,
                    "row",
                    self.text[part.start : part.end],
                    official,
                    "official",
                    self._span(part.start, part.end),
                )
        return None

    def _side_by_side(self, entry: Entry) -> None:
        """表四: the groups' cells stand in one line, under labels that stand above."""
        if not any(part.kind == "figure" for part in entry.cells):
            self.blank_line = entry.cells if len(entry.cells) >= self.form.width else self.blank_line
            return
        labelled = entry.reading is not None and entry.reading.key in self.form.row_forms
        figures = [part for part in entry.cells if part.kind == "figure"]
        columns = self.form.blocks[0].columns
        if (
            labelled
            and entry.label is not None
            and entry.reading is not None
            and len(figures) <= len(columns)
        ):
            label = self._label(entry.label, entry.reading)
            aligned = self.alignment.align(self.text, entry.cells, len(columns))
            self._add(entry.reading.key, label, columns, aligned, entry.cells)
            return
        aligned = self.alignment.align(self.text, entry.cells, self.form.width)
        if any(row.problem is None for row in self.table.rows.values()):
            self._stray(entry.cells, "figures")
            return
        self._groups(entry.cells, aligned)

    def _groups(self, cells_of_line: Sequence[Part], aligned: Aligned) -> None:
        columns = self.form.blocks[0].columns
        for number, row in enumerate(self.form.rows):
            part_of = slice(number * len(columns), (number + 1) * len(columns))
            own = Aligned(aligned.parts[part_of], aligned.problem, aligned.found)
            cells = cells_of_line if aligned.problem else own.parts
            span = self._span(min(part.start for part in cells), max(part.end for part in cells))
            self.table.rows[row.key] = self._make(
                row.key, self._group_label(row.key, span), columns, own, span
            )

    def _group_label(self, key: str, span: Span) -> Label:
        found = next((label for label in self.table.labels if label.key == key), None)
        official = self.form.row_forms[key].label
        return found or Label(key, "row", self.document.slice(span), official, "official", span)

    def _stray(self, parts: Iterable[Part], kind: str) -> None:
        parts = [part for part in parts if part.kind != "blank"]
        if parts:
            span = self._span(parts[0].start, parts[-1].end)
            self.table.strays.append(
                Stray("figures" if kind == "figures" else "text", self.document.slice(span), span, len(parts))
            )


@lru_cache(maxsize=4096)
def _reading_in(term: Term, form: TableForm) -> Reading | None:
    """What a label means in this table: something the format has rather than something another format has."""
    own = [reading for reading in term.readings if reading.table == form.key]
    known = (form.row_forms, form.column_forms, form.group_forms)
    return next(
        (reading for reading in own if any(reading.key in forms for forms in known)), own[0] if own else None
    )


@lru_cache(maxsize=8)
def _row_words(form: TableForm) -> frozenset[str]:
    """Every few characters in a row that row labels are made of."""
    labels = [without_number(compact(row.label)) for row in form.rows]
    return frozenset(label[at : at + _TELLING] for label in labels for at in range(len(label) - _TELLING + 1))


@lru_cache(maxsize=4096)
def _wording(text: str, reading: Reading, form: TableForm, similar: bool) -> tuple[str, Match]:
    """The official wording of a label and how the written one stands to it."""
    official = _official(reading, form)
    return official, _match(text, official, similar=similar)


def _official(reading: Reading, form: TableForm) -> str:
    if reading.role == "corner":
        return form.corner[0]
    if reading.role == "block":
        return next((block.label for block in form.blocks if block.key == reading.key), reading.key)
    return form.label_of(reading.key)


def _match(text: str, official: str, *, similar: bool) -> Match:
    """How a label's wording stands to the official one. Numbers lost with automatic numbering are not the writer's."""
    written, wanted = compact(text), compact(official)
    if written in (wanted, without_number(wanted)) or written.startswith(f"{wanted}("):
        return "official"
    if wanted.startswith("(") and wanted.strip("()") == written.strip("()"):
        return "variant"
    return "similar" if similar else "variant"
