"""A document in which somebody has typed is the document of the new text, or it is read anew."""

from random import Random

import pytest

from gxlint.readers.document import Document
from gxlint.readers.plain import read_plain
from gxlint.readers.retyping import read_again
from gxlint.source import SourceText
from tests.support.reading import report_of
from tests.support.typing_in import texts, typed

TEXT = "一、总体情况\n全年公开信息，共36条。\n二、主动公开政府信息情况\n见下表。\n"


def _document(text: str) -> Document:
    return read_plain(SourceText(text), "report.txt")


def _same(one: Document, other: Document) -> bool:
    return (
        (one.path, one.kind, one.view, one.source) == (other.path, other.kind, other.view, other.source)
        and one.source.line_starts == other.source.line_starts
        and tuple(one.lines) == tuple(other.lines)
        and [one.source.position(at) for at in range(len(one.text) + 1)]
        == [other.source.position(at) for at in range(len(other.text) + 1)]
    )


def test_what_is_typed_is_read_and_nothing_else() -> None:
    document = _document(TEXT)
    for more in ("，", "其中：主动公开", "36", "𠮷", "　", ""):
        text = TEXT.replace("共", f"共{more}")
        read = read_again(document, text)
        assert read is not None
        assert _same(read[0], _document(text))
        document = read[0]
    assert document.lines[1] == (7, 19, False)
    assert document.lines[-1] == document.lines[len(document.lines) - 1]
    assert document.lines[1:3] == tuple(document.lines)[1:3]


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("共", "共\n"),
        TEXT.replace("条。\n", "条。"),
        TEXT.replace("共", "共(gong)"),
        TEXT.replace("共", "共é"),
        TEXT.replace("共", "共\u200b"),
        TEXT.replace("共", "國"),
        TEXT.replace("共", "共<!-- gxlint: ignore CN305 -->"),
        TEXT.replace("共", "共" * 500),
    ],
    ids=["line end", "no line end", "brackets", "accent", "invisible", "traditional", "comment", "much"],
)
def test_what_may_have_to_do_with_more_is_read_anew(text: str) -> None:
    assert read_again(_document(TEXT), text) is None


@pytest.mark.parametrize("text", ["區政府信息公開條例\n", "公开\u200b信息\n", "公开\r\n信息\r\n"])
def test_texts_that_are_no_longer_as_they_were_written_are_read_anew(text: str) -> None:
    assert read_again(_document(text), text.replace("信息", "信息。")) is None


def test_at_random() -> None:
    rng = Random(7)
    taken = 0
    for text in texts()[::8]:
        document = _document(text)
        for _ in range(8):
            after = typed(report_of(document.source.text), rng)
            read = read_again(document, after)
            taken += read is not None
            assert read is None or _same(read[0], _document(after))
            document = read[0] if read else _document(after)
    assert taken > 10
