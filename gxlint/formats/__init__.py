"""Official formats as data: ``grammars/formats/*.toml``, read into a catalogue."""

from functools import cache

from gxlint.formats.form import (
    FILLS,
    LEVELS,
    Advice,
    Aspect,
    BlockForm,
    Catalogue,
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

__all__ = [
    "FILLS",
    "LEVELS",
    "Advice",
    "Aspect",
    "BlockForm",
    "Catalogue",
    "ColumnForm",
    "Format",
    "GroupForm",
    "Identity",
    "RowForm",
    "SectionForm",
    "Sentence",
    "Source",
    "TableForm",
    "official_formats",
]


@cache
def official_formats() -> Catalogue:
    """The formats that ship with gxlint, oldest first."""
    from gxlint.formats.prepared import prepared_formats

    return prepared_formats()
