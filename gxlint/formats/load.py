"""Reads an official format from its TOML file and says plainly what is wrong with it."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from gxlint.formats.form import (
    FILLS,
    LEVELS,
    Advice,
    Aspect,
    BlockForm,
    ColumnForm,
    Format,
    GroupForm,
    Identity,
    RowForm,
    SectionForm,
    Sentence,
    Source,
    TableForm,
)

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

# TOML's name for a list of tables (singular) → the field it fills and what each entry becomes.
_LISTS: dict[type, dict[str, tuple[str, type]]] = {
    Format: {
        "section": ("sections", SectionForm),
        "table": ("tables", TableForm),
        "sentence": ("sentences", Sentence),
        "advice": ("advice", Advice),
    },
    SectionForm: {"aspect": ("aspects", Aspect)},
    TableForm: {
        "column": ("columns", ColumnForm),
        "row": ("rows", RowForm),
        "block": ("blocks", BlockForm),
        "group": ("groups", GroupForm),
        "identity": ("identities", Identity),
    },
}
_COLUMN_TYPES = ("count", "delta", "amount")


class FormatError(ValueError):
    """A format file is wrong. The message names the file, the entry and what was expected there."""


def load_format(path: "Path") -> Format:
    """Read and validate one format file.

    Raises:
        FormatError: the file cannot be read, is not TOML, or contradicts itself.
    """
    import tomllib  # the official formats come prepared, see gxlint.formats.prepared

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormatError(f"{path}: {error}") from error
    return parse_format(data, str(path))


def parse_format(data: Mapping[str, Any], origin: str) -> Format:
    """Build a format from the contents of its file; ``origin`` names the file in messages."""
    table = dict(data)
    source = _build(Source, _mapping(table.pop("source", {}), f"{origin}: source"), f"{origin}: source")
    form = _build(Format, {**table, "source": source, "origin": origin}, origin)
    _validate(form, origin)
    return form


def _build(cls: type[T], data: Mapping[str, Any], where: str) -> T:
    lists = _LISTS.get(cls, {})
    fields: dict[str, Any] = cls.__annotations__
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key in lists:
            name, entry = lists[key]
            values[name] = tuple(
                _build(entry, _mapping(item, where), _place(where, key, item)) for item in value
            )
        elif key in fields and key not in {name for name, _ in lists.values()}:
            values[key] = _checked(value, fields[key], f"{where}: {key}")
        else:
            raise FormatError(f"{where}: unknown key {key!r}{_suggestion(key, [*fields, *lists])}")
    try:
        return cls(**values)
    except TypeError:
        missing = [name for name in fields if name not in values and not _has_default(cls, name)]
        raise FormatError(f"{where}: missing {', '.join(missing)}") from None


def _has_default(cls: type, name: str) -> bool:
    defaults: Mapping[str, Any] = getattr(cls, "_field_defaults", vars(cls))
    return name in defaults


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FormatError(f"{where}: expected a table, got {type(value).__name__}")
    return value


def _place(where: str, key: str, item: Any) -> str:
    name = item.get("key") if isinstance(item, Mapping) else None
    return f"{where} [[{key}]] {name or ''}".rstrip()


def _checked(value: Any, annotation: Any, where: str) -> Any:
    """A value of the file in the type of its field, lists as tuples."""
    depth, kind = _expected(annotation)
    return _typed(value, depth, kind, where)


@cache
def _expected(annotation: Any) -> tuple[int, type]:
    """How deep the lists of a field are, and what is inside."""
    expected = str(annotation)
    return expected.count("tuple["), bool if "bool" in expected else int if "int" in expected else str


def _typed(value: Any, depth: int, kind: type, where: str) -> Any:
    if depth:
        if not isinstance(value, list):
            raise FormatError(f"{where}: expected a list, got {value!r}")
        return tuple(_typed(item, depth - 1, kind, where) for item in value)
    if type(value) is not kind and not isinstance(value, Source):
        raise FormatError(f"{where}: expected {kind.__name__}, got {value!r}")
    return value


def _validate(form: Format, origin: str) -> None:
    _unique((section.key for section in form.sections), f"{origin}: section")
    _unique((table.key for table in form.tables), f"{origin}: table")
    for section in form.sections:
        if section.table is not None and section.table not in form.table_forms:
            raise FormatError(
                f"{origin}: section {section.key} names table {section.table!r}, which is not defined"
            )
    _validate_words(form, origin)
    for table in form.tables:
        where = f"{origin}: table {table.key}"
        if table.section not in form.section_forms:
            raise FormatError(f"{where} names section {table.section!r}, which is not defined")
        _validate_table(table, where)


def _validate_words(form: Format, origin: str) -> None:
    _unique((sentence.key for sentence in form.sentences), f"{origin}: sentence")
    aspects = (f"{section.key}.{aspect.key}" for section in form.sections for aspect in section.aspects)
    places: dict[str, object] = dict.fromkeys(("preamble", *form.section_forms, *aspects))
    levels: dict[str, object] = dict.fromkeys(LEVELS)
    entries: tuple[Sentence | Advice, ...] = (*form.sentences, *form.advice)
    _known((entry.section for entry in entries), places, origin, "section")
    _known((level for entry in entries for level in entry.levels), levels, origin, "level")
    for text in (form.title, *(sentence.text for sentence in form.sentences)):
        fills = (part.partition("}")[0] for part in text.split("{")[1:])
        _known(fills, dict.fromkeys(FILLS), f"{origin}: {text!r}", "fill")


def _validate_table(table: TableForm, where: str) -> None:
    _unique((column.key for column in table.columns), f"{where}: column")
    _unique(
        (key for form in (table.rows, table.groups) for key in (entry.key for entry in form)), f"{where}: row"
    )
    for column in table.columns:
        if column.type not in _COLUMN_TYPES:
            raise FormatError(
                f"{where}: column {column.key} has type {column.type!r}, known are {_COLUMN_TYPES}"
            )
    for block in table.blocks:
        _known(block.columns, table.column_forms, f"{where}: block {block.key}", "column")
        _known(block.rows, table.row_forms, f"{where}: block {block.key}", "row")
    _unique((row for block in table.blocks for row in block.rows), f"{where}: blocks: row")
    placed = {row for block in table.blocks for row in block.rows}
    _known((row.key for row in table.rows), dict.fromkeys(placed), f"{where}: blocks", "row")
    for identity in table.identities:
        terms: Mapping[str, object] = (
            table.column_forms if identity.each == "row" else {**table.row_forms, **table.group_forms}
        )
        _known((*identity.sum, *identity.equals), terms, f"{where}: identity {identity.key}", "term")


def _unique(keys: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise FormatError(f"{where} {key!r} is defined twice")
        seen.add(key)


def _known(keys: Iterable[str], known: Mapping[str, object], where: str, what: str) -> None:
    for key in keys:
        if key not in known:
            raise FormatError(f"{where}: {what} {key!r} is not defined{_suggestion(key, known)}")


def _suggestion(key: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # loaded at every start otherwise, and needed at hardly any

    close = get_close_matches(key, list(known), 1)
    return f", did you mean {close[0]!r}?" if close else ""
