"""Whatever a report is written as, it says what it said before."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.forms.converting import Leftover, converted
from gxlint.forms.pieces import Piece
from gxlint.forms.writers import WRITERS
from gxlint.model import Report
from gxlint.model.build import build_report
from gxlint.readers import read_bytes, read_path
from gxlint.testing.figures import with_blanks, with_figures
from gxlint.testing.forms import blank_report, replace_line, with_paragraphs, without_row
from gxlint.testing.pages import report_text
from tests.support.layouts import BY_NAME
from tests.support.report_words import cells, sentences

CATALOGUE = official_formats()
REPORTS = sorted((Path(__file__).parents[1] / "corpus" / "reports").glob("*/*.*"))
BACK = {".docx": ".txt", ".html": ".txt", ".xlsx": ".md", ".md": ".txt", ".txt": ".md"}
"""Each kind of file, and the text that is made of it again."""
EACH = {".docx": 2, ".xlsx": 4}
"""Of these kinds, which take longest to write, only every so many reports."""


def report_of(data: bytes, name: str) -> Report:
    return build_report(read_bytes(data, name), CATALOGUE)


def through(report: Report, ending: str) -> Report:
    """The report after it was written as such a file and read again."""
    return report_of(WRITERS[ending](converted(report).pieces), f"报告{ending}")


def assert_same(before: Report, after: Report) -> None:
    assert sentences(after) == sentences(before)
    assert cells(after) == cells(before)


@cache
def read(path: Path) -> Report:
    return build_report(read_path(str(path)), CATALOGUE)


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        pytest.param(path, ending, id=f"{path.name}{ending}")
        for at, path in enumerate(REPORTS)
        for ending in BACK
        if at % EACH.get(ending, 1) == 0
    ],
)
def test_there_and_back(path: Path, ending: str) -> None:
    before = read(path)
    there = through(before, ending)
    if any(leftover.what != "furniture" for leftover in converted(before).leftovers):
        # What is kept as a paragraph may be understood at another place; nothing may be gone.
        assert not sentences(before) - sentences(there)
        assert cells(before).items() <= cells(there).items()
        return
    assert_same(before, there)
    assert_same(before, through(there, BACK[ending]))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rng=st.randoms(use_true_random=False),
    layout=st.sampled_from(sorted(BY_NAME)),
    ending=st.sampled_from([*BACK]),
)
def test_any_figures_in_any_layout(rng: object, layout: str, ending: str) -> None:
    draft = with_blanks(with_figures(blank_report(), rng), rng)  # type: ignore[arg-type]
    before = report_of(BY_NAME[layout].render(draft).encode(), "报告.txt")
    after = through(before, ending)
    assert not sentences(before) - sentences(after)
    assert cells(before).items() <= cells(after).items()


def pieces_of(text: str) -> tuple[tuple[Piece, ...], tuple[Leftover, ...]]:
    made = converted(report_of(text.encode(), "报告.txt"))
    return made.pieces, made.leftovers


def test_pieces_come_in_order() -> None:
    pieces, leftovers = pieces_of(report_text(blank_report()))
    assert leftovers == ()
    assert pieces[0].kind == "title"
    assert [piece.kind for piece in pieces if piece.kind in ("heading", "table")] == [
        "heading",
        *["heading", "table"] * 3,
        *["heading"] * 2,
    ]
    assert [piece.kind for piece in pieces[-2:]] == ["signature", "signature"]


def test_words_stay_as_written() -> None:
    draft = with_paragraphs(blank_report(), "problems", "問題（一）：ＡＢＣ“不够”；改進。")
    pieces, _ = pieces_of(with_cell_text(report_text(draft)))
    assert any(piece.text == "問題（一）：ＡＢＣ“不够”；改進。" for piece in pieces)
    assert "１２" in grid_texts(pieces)


def with_cell_text(text: str) -> str:
    return text.replace("| 0 ", "| １２ ", 1)


def grid_texts(pieces: tuple[Piece, ...]) -> list[str]:
    return [cell.text for piece in pieces for row in piece.grid or [] for cell in row]


def test_a_row_that_is_not_there_is_not_made_up() -> None:
    draft = without_row(blank_report(), "table_requests.denied.internal_affairs")
    after = through(report_of(report_text(draft).encode(), "报告.txt"), ".docx")
    assert after.cell("table_requests.denied.internal_affairs.total") is None
    assert after.cell("table_requests.denied.state_secret.total") is not None


def test_a_row_whose_figures_cannot_be_told_apart_is_kept_behind_the_table() -> None:
    text = BY_NAME["markdown_plain"].render(blank_report())
    row = next(line for line in text.splitlines() if "予以公开" in line and line.startswith("|"))
    short = "| 三、本年度办理结果 | (一)予以公开 | | 31 | 0 | 7 |"
    pieces, leftovers = pieces_of(replace_line(text, row, short))
    assert [leftover.what for leftover in leftovers] == ["row"]
    kept = next(at for at, piece in enumerate(pieces) if piece.text == leftovers[0].text)
    assert all(number in pieces[kept].text for number in ("31", "7"))
    assert pieces[kept - 1].kind == "table"
    assert "31" not in grid_texts(pieces)


def test_no_figure_beside_a_table_is_lost() -> None:
    text = BY_NAME["markdown_plain"].render(blank_report())
    row = next(line for line in text.splitlines() if "予以公开" in line and line.startswith("|"))
    pieces, leftovers = pieces_of(replace_line(text, row, row, "| | | | -5 | 1 | (3) | 12.5 |"))
    kept = " ".join(leftover.text for leftover in leftovers)
    assert all(number in kept.split() for number in ("-5", "1", "(3)", "12.5"))
    assert any(piece.text == leftovers[0].text for piece in pieces)


def test_what_surrounds_a_report_is_left_out_or_kept() -> None:
    report = read(next(path for path in REPORTS if path.name == "lanxi-county-2024.html"))
    assert report.furniture
    without, everything = converted(report), converted(report, furniture=True)
    assert {leftover.what for leftover in without.leftovers} == {"furniture"}
    assert len(without.leftovers) == len(report.furniture)
    more = Counter(piece.text for piece in everything.pieces) - Counter(
        piece.text for piece in without.pieces
    )
    assert more.total() == len(report.furniture)


def test_labels_are_set_right_where_that_is_certain() -> None:
    text = report_text(blank_report()).replace("(一)予以公开", "(一) 予 以 公 开")
    pieces, _ = pieces_of(text)
    assert "（一）予以公开" in grid_texts(pieces)
