"""Official formats as data: ``grammars/formats/*.toml`` read into a catalogue."""

from functools import cache

from gxlint.formats.form import (
    Aspect,
    BlockForm,
    Catalogue,
    ColumnForm,
    Format,
    GroupForm,
    Identity,
    RowForm,
    SectionForm,
    Source,
    TableForm,
)
from gxlint.resources import GRAMMARS

__all__ = [
    "Aspect",
    "BlockForm",
    "Catalogue",
    "ColumnForm",
    "Format",
    "GroupForm",
    "Identity",
    "RowForm",
    "SectionForm",
    "Source",
    "TableForm",
    "official_formats",
]


@cache
def official_formats() -> Catalogue:
    """The formats that ship with gxlint, oldest first."""
    from gxlint.formats.load import load_format

    formats = [load_format(path) for path in sorted((GRAMMARS / "formats").glob("*.toml"))]
    return Catalogue(tuple(sorted(formats, key=lambda form: form.first_year)))
