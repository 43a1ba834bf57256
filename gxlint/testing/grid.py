"""The tables of a draft as grids."""

from gxlint.forms.grid import FilledTable, Grid, drawn
from gxlint.testing.forms import Draft


def grid_of(draft: Draft, key: str) -> Grid:
    """The grid of one table, with the draft's own labels."""
    labels = {name: text for (table, name), text in draft.labels.items() if table == key}
    return drawn(FilledTable(draft.form.table_forms[key], draft.tables[key], labels))
