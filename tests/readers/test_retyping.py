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
    ("old", "new"),
    [
        ("信息", "信息。"),
        ("信息", "信"),
        ("信息", "信(公开)息"),
        ("信息", "App信息"),
        ("信息", "信-<>息"),
        ("信息", "里信息"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "公开\r\n县政府信息公开\r\n",
        "公开\r县政府信息公开\r",
        "\ufeff公\u200b开\n县政府信息公开\n\u200b公\u200b\u200b开",
        "<!-- gxlint 提示:写清数量 -->\n县政府信息公开\n<!-- gxlint: ignore CN305 -->\n公开\n",
        "<!-- 草稿 -->\n縣政府信息公開條例,國務院\n\u200b數據\n",
        "縣政府信息公開條例,國務院\r\n<!-- gxlint 提示:数 -->\r\n數據\r\n",
        "县政府信息公开,國務院数据\n",
    ],
    ids=["windows", "old mac", "invisible", "comments", "traditional", "all of them", "one traditional"],
)
def test_texts_that_are_no_longer_as_they_were_written(text: str, old: str, new: str) -> None:
    typed = text.replace(old, new)
    read = read_again(_document(text), typed)
    assert read is not None
    assert _same(read[0], _document(typed))
    change = read[1]
    before, after = _document(text).text, read[0].text
    assert before[: change.start] == after[: change.start]
    assert before[change.end :] == after[change.new_end :]


def test_a_phrase_of_traditional_characters_is_simplified_as_a_whole() -> None:
    text = "縣政府信息公開條例,乾燥\n"
    read = read_again(_document(text), text.replace("燥", "坤"))
    assert read is not None
    assert read[0].text == _document(text.replace("燥", "坤")).text == "县政府信息公开条例,乾坤\n"
    assert read[1][:2] == (10, 12)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT, TEXT.replace("共", "共\n")),
        (TEXT, TEXT.replace("条。\n", "条。")),
        (TEXT, TEXT.replace("共", "共é")),
        (TEXT, TEXT.replace("共", "共\u200b")),
        (TEXT, TEXT.replace("共", "國")),
        (TEXT, TEXT.replace("共", "共<!-- gxlint: ignore CN305 -->")),
        (TEXT, TEXT.replace("共", "共" * 500)),
        ("共(gong)", "共(gon)"),
        ("公开\r\n信息", "公开\rx\n信息"),
        ("公开\rx\n信息", "公开\r\n信息"),
        ("公\u200b\u200b开", "公\u200b政\u200b开"),
        ("公\u200b开", "公政\u200b开"),
        ("<!-- gxlint 提示:写 -->", "<!-- gxlint 提:写 -->"),
        ("区(qū)政府信息", "区(qū)政府的信息"),
        ("縣政府信息公開", "縣政府信息公"),
        ("縣政府信息公开", "縣政府信息公開"),
        ("國府信息", "府信息"),
        ("國府的政务公开信息", "國府的政务公开了开了信息"),
    ],
    ids=[
        "line end",
        "no line end",
        "accent",
        "invisible",
        "traditional",
        "comment",
        "much",
        "spelling",
        "parted line end",
        "joined line end",
        "among the invisible",
        "beside the invisible",
        "in a comment",
        "pinyin",
        "no longer certain",
        "certain only now",
        "no longer traditional",
        "more of the simplified",
    ],
)
def test_what_may_have_to_do_with_more_is_read_anew(old: str, new: str) -> None:
    assert read_again(_document(old), new) is None


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
