"""What holds for any text at all: a tree whose leaves are the text, no exception, places inside the text.

And for real-looking reports damaged line by line: no row is read wrong whose own lines were left alone.
"""

import re
from contextlib import suppress
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.model.build import build_report
from gxlint.readers.errors import ReadError
from gxlint.syntax import leaves, parse, tokens
from gxlint.testing.forms import split_address
from tests.support.layouts import BY_NAME, LAYOUTS
from tests.support.mutations import Step, mutated
from tests.support.reading import compare, document_of, report_of, sample
from tests.support.spans import misplaced

FORMATS = {form.key: form for form in official_formats()}
TEXT_LAYOUTS = [layout.name for layout in LAYOUTS if layout.kind == "text"]
HTML_LAYOUTS = [layout.name for layout in LAYOUTS if layout.kind == "html"]
LINE_LAYOUTS = [
    "pipe_rows",
    "pipe_rows_padded",
    "cell_lines_piped",
    "cell_lines_blank",
    "cell_lines_dense",
    "tabs",
    "markdown_plain",
]
# Words of the form, so that random texts run into labels, headings and cells.
WORDS = [
    *(row.label for form in FORMATS.values() for table in form.tables for row in table.rows),
    *(column.label for form in FORMATS.values() for table in form.tables for column in table.columns),
    *(section.title for form in FORMATS.values() for section in form.sections),
    *("0", "12", "-3", "|", "||", "/", "|---|---|", "2024年", "一、", "(一)", "12月31日", "<td>", "《", "》"),
    *("\n", "\n\n", "\t", "  ", " | ", "\r\n", "\r", "\v", "\u00a0", "\u200b"),
]

steps = st.builds(
    Step,
    st.sampled_from(["cut", "double", "swap", "move", "insert"]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
)
form_keys = st.sampled_from(sorted(FORMATS))
texts = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=60).map("".join),
)


def check_text(text: str, kind: str = "text") -> None:
    document = document_of(text, kind)
    tree = parse(document, official_formats())
    assert "".join(leaves(tree, document.text)) == document.text
    end = 0
    for token in tokens(tree):
        assert end <= token.start <= token.end <= len(document.text), token
        assert not _words(document.text[end : token.start]), "text between two leaves"
        end = token.end
    assert not _words(document.text[end:]), "text after the last leaf"
    assert misplaced(build_report(document, official_formats())) == []


def _words(text: str) -> bool:
    # What separates leaves is white space, the rules of tables and page numbers.
    return any(char.isalnum() for char in re.sub(r"(?m)^\W*\d{1,3}\W*$", "", text))


@given(texts)
@example("")
@example("\ufeff")
@example("|")
@example("一、")
def test_any_text_has_a_tree_and_a_report(text: str) -> None:
    check_text(text)


@given(st.sampled_from(TEXT_LAYOUTS), form_keys, st.integers(0, 9), st.data())
def test_damaged_reports_have_a_tree_and_a_report(
    layout: str, form: str, seed: int, data: st.DataObject
) -> None:
    text = _rendered(layout, form, seed)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 40))
        new = data.draw(st.one_of(st.just(""), st.sampled_from(WORDS), st.text(max_size=3)))
        text = text[:start] + new + text[end:]
    check_text(text)


@given(st.sampled_from(HTML_LAYOUTS), form_keys, st.data())
def test_damaged_pages_have_a_tree_and_a_report(layout: str, form: str, data: st.DataObject) -> None:
    text = _rendered(layout, form, 1)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + text[start + data.draw(st.integers(0, 60)) :]
    # Where nothing but markup is left, the reader says so.
    with suppress(ReadError):
        check_text(text, "html")


def _rendered(layout: str, form: str, seed: int) -> str:
    return BY_NAME[layout].render(sample(FORMATS[form], BY_NAME[layout], seed))


@given(st.sampled_from(LINE_LAYOUTS), form_keys, st.integers(0, 9), st.lists(steps, min_size=1, max_size=6))
def test_rows_left_alone_are_not_read_wrong(layout: str, form: str, seed: int, damage: list[Step]) -> None:
    whole = replace(BY_NAME[layout], blanks=False)  # a blank cell could be what the damage left
    draft = sample(FORMATS[form], whole, seed)
    text, touched = mutated(draft, whole, damage)
    wrong = compare(draft, report_of(text)).wrong
    assert [item for item in wrong if _row_of(item, draft.cells()) not in {None, *touched}] == []


def _row_of(item: str, cells: dict[str, str]) -> str | None:
    address = item.partition(":")[0]
    table, row, _ = split_address(address)
    return f"{table}.{row}" if address in cells else None
