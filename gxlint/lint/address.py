"""What a rule leaves for the linter to fill in: the section of a place, the words for a related cell."""

from gxlint.formats import Format
from gxlint.model import Report
from gxlint.rules import Related, Where
from gxlint.rules.rule import CELL_PLACE


def full_address(where: Where, report: Report, offset: int | None = None) -> Where:
    """The address with its section: that of the table, or the one that holds the offset."""
    if where.section is not None:
        return where
    if where.table is not None:
        form = report.format.table_forms.get(where.table)
        return where._replace(section=form.section) if form else where
    if offset is None:
        return where
    # The end of a section is where the next one begins.
    holder = next(
        (section for section in report.sections if section.span.start <= offset < section.span.end), None
    )
    return where._replace(section=holder.key) if holder else where


def spoken(where: Where, form: Format) -> str:
    """The address in the words of the form: 表三 予以公开 总计, or the heading of a section; empty where there is none."""
    table = form.table_forms.get(where.table or "")
    if table is not None:
        labels = (table.short_label(key) for key in (where.row, where.column) if key is not None)
        return " ".join((table.name, *labels))
    section = form.section_forms.get(where.section or "")
    return section.title if section else ""


def named(related: Related, report: Report) -> Related:
    """A related cell called by its labels instead of its address; anything else as it is."""
    if related.message is not CELL_PLACE:
        return related
    table, _, rest = str(related.params["label"]).partition(".")
    row, _, column = rest.rpartition(".")
    form = report.format.table_forms.get(table)
    if form is None:
        return related
    return related._replace(
        params={**related.params, "label": f"{form.short_label(row)} {form.short_label(column)}"}
    )
