"""From edits of the view to edits of the source."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gxlint.lint.edits import SourceEdit, apply, overlap, source_edits
from gxlint.readers import read_bytes
from gxlint.readers.document import Document
from gxlint.readers.places import Piece, Place, Places
from gxlint.rules import Edit, Fix, Message
from gxlint.source import Span
from gxlint.source.view import normalise
from tests.lint.kit import document_of

TITLE = Message("改", "change")


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix(TITLE, tuple(Edit(Span(start, end), new) for start, end, new in edits), True)


def mended(document: Document, old: str, new: str) -> str | None:
    """The source after the first ``old`` of the view has become ``new``."""
    start = document.text.index(old)
    edits = source_edits(document, fix((start, start + len(old), new)))
    return None if edits is None else apply(document.source.text, edits)


@pytest.mark.parametrize(
    ("source", "old", "new", "expected"),
    [
        # Only what differs is touched; punctuation that stays keeps its width.
        ("（三）不予公开政府信息", "(三)不予公开政府信息", "(三)不予公开", "（三）不予公开"),
        ("(三)不予公开政府信息，（一）", "(三)不予公开政府信息", "(三)不予公开", "(三)不予公开，（一）"),
        ("四、结转下年", "四、结转下年", "四、结转下年度继续办理", "四、结转下年度继续办理"),
        # New punctuation takes the width the document uses.
        (
            "无。本机关（下称局）认真，细致",
            "无",
            "没有,另见附件(略)",
            "没有，另见附件（略）。本机关（下称局）认真，细致",
        ),
        (
            "无。本机关(下称局)认真,细致",
            "无",
            "没有,另见附件(略)",
            "没有,另见附件(略)。本机关(下称局)认真,细致",
        ),
        ("无。收到，办结", "无", "1,234", "1,234。收到，办结"),
        # Where the text reads the same, its typography is what was wrong.
        ("共１２件", "12", "12", "共12件"),
        ("共１，２３４件", "1,234", "1234", "共1234件"),
        ("共 1２ 件", "12", "13", "共 13 件"),
        # What the view leaves out goes with the place it stands in, and stays elsewhere.
        ("区\u200b县\u200b市", "县", "州", "区\u200b州\u200b市"),
        ("县\u200b市", "县市", "州市", "州市"),
        # Line ends are the document's own.
        ("甲\r\n乙", "乙", "丙\n丁", "甲\r\n丙\r\n丁"),
        ("甲\r乙", "乙", "丙\n丁", "甲\r丙\r丁"),
        ("甲", "甲", "丙\n丁", "丙\n丁"),
    ],
)
def test_how_an_edit_reaches_the_source(source: str, old: str, new: str, expected: str) -> None:
    assert mended(document_of(source), old, new) == expected


def test_an_insertion() -> None:
    document = document_of("甲（乙）丙")
    edits = source_edits(document, fix((1, 1, "丁")))
    assert edits == (SourceEdit(1, 1, "丁"),)


@pytest.mark.parametrize(
    "edits",
    [[(0, 2, "甲"), (1, 3, "乙")], [(1, 1, "甲"), (1, 1, "乙")], [(1, 1, "甲"), (1, 2, "乙")]],
)
def test_edits_that_contradict_one_another_are_no_fix(edits: list[tuple[int, int, str]]) -> None:
    assert source_edits(document_of("一二三四"), fix(*edits)) is None


def test_edits_side_by_side_are_a_fix() -> None:
    edits = source_edits(document_of("一二三四"), fix((2, 3, "丙"), (0, 2, "甲"), (3, 3, "丁")))
    assert edits is not None
    assert apply("一二三四", edits) == "甲丙丁四"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 2), (2, 4), False),
        ((0, 3), (2, 4), True),
        ((2, 4), (0, 3), True),
        ((2, 2), (2, 2), True),
        ((2, 2), (2, 4), True),
        ((2, 4), (4, 4), False),
        ((0, 9), (4, 4), True),
    ],
)
def test_overlap(one: tuple[int, int], other: tuple[int, int], expected: bool) -> None:
    assert overlap(SourceEdit(*one, ""), SourceEdit(*other, "x")) is expected


PAGE = (
    "<html><body><p>收到申请&nbsp;36 件。</p><table><tr><td>甲</td><td>1&lt;2</td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("36", "37", "收到申请&nbsp;37 件"),
        ("申请 36", "申请 37", "收到申请 37 件"),
        ("甲", "乙&丙>丁", "<td>乙&amp;丙&gt;丁</td>"),
    ],
)
def test_a_page_is_mended_in_its_source(old: str, new: str, expected: str) -> None:
    text = mended(read_bytes(PAGE.encode(), "report.html"), old, new)
    assert text is not None
    assert expected in text


@pytest.mark.parametrize(("old", "new"), [("36", "3\n6"), ("36", "<b>"), ("甲 | 1", "乙 | 1")])
def test_markup_is_never_written_or_crossed(old: str, new: str) -> None:
    document = read_bytes(PAGE.encode(), "report.html")
    assert old in document.text
    assert mended(document, old, new) is None


def test_simplified_words_are_not_put_into_a_traditional_text() -> None:
    document = document_of("本機關處理政府信息公開申請36件，總體情況良好，開展業務")
    assert document.view.traditional
    assert mended(document, "36", "37") is not None
    assert mended(document, "情况良好", "情况一般") is None


def test_a_file_that_cannot_be_written_back_has_no_fixes() -> None:
    plain = document_of("甲乙")
    page = Document(plain.path, plain.source, plain.view, plain.lines, "pdf")
    assert source_edits(page, fix((0, 1, "丙"))) is None


def test_in_a_word_document_one_element_holds_what_is_changed() -> None:
    plain = document_of("甲乙丙丁")
    places = Places((Piece(0, 2, Place(), 0, 0), Piece(2, 4, Place(), 0, 1)))
    word = Document(plain.path, plain.source, plain.view, plain.lines, "docx", places)
    assert source_edits(word, fix((0, 4, "甲乙戊丁"))) == ((2, 3, "戊"),)
    assert source_edits(word, fix((0, 4, "甲戊丁"))) is None
    label = Places((Piece(0, 2, Place()), *places.pieces[1:]))
    assert source_edits(word.replaced(places=label), fix((0, 1, "戊"))) is None


LETTERS = st.text(alphabet="甲乙丙,，(（)）1１:：。 \u200b\u3000x", max_size=24)


@given(LETTERS, LETTERS, st.integers(0, 24), st.integers(0, 24))
def test_the_view_afterwards_is_what_the_edit_says(source: str, new: str, one: int, other: int) -> None:
    document = document_of(source)
    start, end = sorted((min(one, len(document.text)), min(other, len(document.text))))
    # An invisible character at the seam belongs to neither side.
    assume("\u200b" not in new)
    edits = source_edits(document, fix((start, end, new)))
    assert edits is not None
    after = normalise(apply(source, edits)).text
    assert after == document.text[:start] + normalise(new).text + document.text[end:]
