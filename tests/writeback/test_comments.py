"""Comments in Word documents: at their places, again and again, and nothing else touched."""

import io
import re
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from gxlint.readers import Document, read_bytes
from gxlint.readers.office.word.reader import WordFile
from gxlint.testing.forms import blank_report
from gxlint.writeback.remark import AUTHOR, Remark
from gxlint.writeback.word.comments import with_comments
from tests.support.word_files import CONTENT_TYPES, DECLARATION, MAIN, docx, packed, paragraph, run

W = f"{{{MAIN}}}"
NOW = datetime(2025, 1, 20, 8, tzinfo=UTC)
REPORT = docx(blank_report())


def annotate(data: bytes, *remarks: Remark) -> bytes:
    return with_comments(WordFile(data, "报告.docx"), read(data), remarks, NOW)


def read(data: bytes) -> Document:
    return read_bytes(data, "报告.docx")


def remark(document: Document, words: str, text: str = "说明") -> Remark:
    at = document.source.text.index(words)
    return Remark(at, at + len(words), (text,))


def part(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def commented(data: bytes) -> dict[str, str]:
    """The text each comment covers, by what the comment says."""
    said = {
        comment.get(f"{W}id", ""): "\n".join("".join(p.itertext()) for p in comment.iter(f"{W}p"))
        for comment in ElementTree.fromstring(part(data, "word/comments.xml"))
    }
    covered: dict[str, str] = {}
    open_ids: set[str] = set()
    referred: list[str] = []
    for element in ElementTree.fromstring(part(data)).iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_ids.add(number)
            covered[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_ids.remove(number)
        elif element.tag == f"{W}commentReference":
            referred.append(number)
        elif element.tag == f"{W}t":
            for found in open_ids:
                covered[found] += element.text or ""
    assert not open_ids
    assert sorted(covered) == sorted(referred) == sorted(said)
    return {said[number]: text for number, text in covered.items()}


def test_a_comment_covers_its_words_and_says_all() -> None:
    document = read(REPORT)
    wanted = remark(document, "政府信息公开工作年度报告格式")._replace(
        lines=("【错误】CN999 <不对> & 错", "依据:某")
    )
    made = annotate(REPORT, wanted)
    assert commented(made) == {"【错误】CN999 <不对> & 错\n依据:某": "政府信息公开工作年度报告格式"}
    [comment] = ElementTree.fromstring(part(made, "word/comments.xml"))
    assert comment.get(f"{W}author") == AUTHOR
    assert comment.get(f"{W}date") == "2025-01-20T08:00:00Z"


def test_the_parts_tell_of_the_comments() -> None:
    made = annotate(REPORT, remark(read(REPORT), "总体情况"))
    assert 'PartName="/word/comments.xml"' in part(made, "[Content_Types].xml")
    assert 'Target="comments.xml"' in part(made, "word/_rels/document.xml.rels")


def test_nothing_else_is_touched() -> None:
    made = annotate(REPORT, remark(read(REPORT), "一、总体情况"), remark(read(REPORT), "本年制发件数"))
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (REPORT, made))
    for name in ("_rels/.rels", "word/styles.xml", "word/numbering.xml"):
        assert before.read(name) == after.read(name)
    assert read(made).source.text == read(REPORT).source.text
    without = re.sub(
        r'<w:commentRange(?:Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>',
        "",
        part(made),
    )
    assert without == part(REPORT)  # both places are whole runs, so that none had to be cut


def test_a_run_is_cut_where_a_place_lies_inside_it() -> None:
    data = packed(f"<w:p>{run('收到申请3件')}</w:p>")
    made = annotate(data, remark(read(data), "3"))
    assert commented(made) == {"说明": "3"}
    texts = re.findall(
        r"<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">([^<]*)", part(made)
    )
    assert texts == ["收到申请", "3", "件"]


@pytest.mark.parametrize(
    "inside",
    [
        "<w:t>收到3件</w:t>",
        "<w:t>  收到3件  </w:t>",
        "<w:rPr/><w:t>收到3件</w:t>",
        "<w:tab/><w:t>收到3</w:t><w:t>件</w:t>",
        "<w:t>收到</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>件</w:t>",
        "<w:rPr><w:b/></w:rPr><w:t>收到</w:t><w:t>3</w:t>",
    ],
)
def test_runs_of_any_shape(inside: str) -> None:
    data = packed(f'<w:p><w:r w:rsidR="00A">{inside}</w:r></w:p>')
    made = annotate(data, remark(read(data), "3"))
    assert commented(made) == {"说明": "3"}
    assert read(made).source.text == read(data).source.text
    assert annotate(made, remark(read(made), "3")) == made


@pytest.mark.parametrize("empty", ["<w:p/>", '<w:p w:rsidR="1"/>', "<w:p><w:pPr/></w:p>", "<w:p></w:p>"])
def test_an_empty_cell_is_commented_in_its_paragraph(empty: str) -> None:
    data = packed(f"<w:tbl><w:tr><w:tc>{paragraph('规章')}</w:tc><w:tc>{empty}</w:tc></w:tr></w:tbl>")
    text = read(data).source.text
    at = text.index(" | ") + 3
    made = annotate(data, Remark(at, at, ("未填",)), Remark(at, at, ("又一条",)))
    assert commented(made) == {"未填": "", "又一条": ""}
    cell = list(ElementTree.fromstring(part(made)).iter(f"{W}tc"))[1]
    assert next(cell.iter(f"{W}commentReference"), None) is not None


def test_a_heading_with_automatic_numbering() -> None:
    made = annotate(REPORT, remark(read(REPORT), "三、收到和处理政府信息公开申请情况"))
    assert commented(made) == {"说明": "收到和处理政府信息公开申请情况"}


def test_written_again_it_is_the_same() -> None:
    document = read(REPORT)
    remarks = [remark(document, words, words) for words in ("编制本报告", "规章", "年度报告格式", "0")]
    once = annotate(REPORT, *remarks)
    again = annotate(
        once, *(remark(read(once), words, words) for words in ("编制本报告", "规章", "年度报告格式", "0"))
    )
    assert again == once
    without = annotate(once)
    assert "commentR" not in part(without)
    assert part(without, "word/comments.xml").count("<w:comment ") == 0
    assert read(without).source.text == document.source.text


def others() -> bytes:
    """A document that somebody has commented before."""
    comments = (
        f'{DECLARATION}<w:comments xmlns:w="{MAIN}"><w:comment w:id="7" w:author="审核员"><w:p>{run("请核对")}</w:p></w:comment>'
        "</w:comments>"
    )
    body = (
        f'<w:p>{run("收到")}<w:commentRangeStart w:id="7"/>{run("3")}<w:commentRangeEnd w:id="7"/>'
        f'<w:r><w:commentReference w:id="7"/></w:r>{run("件")}</w:p>'
    )
    types = CONTENT_TYPES.replace(
        "</Types>", '<Override PartName="/word/comments.xml" ContentType="x"/></Types>'
    )
    relations = (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        'Target="comments.xml"/></Relationships>'
    )
    more: dict[str, str | bytes] = {
        "word/comments.xml": comments,
        "[Content_Types].xml": types,
        "word/_rels/document.xml.rels": relations,
    }
    return packed(body, more)


def test_comments_of_others_stay() -> None:
    data = others()
    made = annotate(data, remark(read(data), "收到3"))
    assert commented(made) == {"请核对": "3", "说明": "收到3"}
    assert annotate(made, remark(read(made), "收到3")) == made
    assert commented(annotate(made)) == {"请核对": "3"}
    assert part(annotate(made), "word/comments.xml") == part(data, "word/comments.xml")
    assert part(annotate(made)) == part(data)


def test_a_part_without_a_prefix_for_its_namespace() -> None:
    xml = f'<document xmlns="{MAIN}"><body><p><r><t>收到3件</t></r></p></body></document>'
    data = packed("", {"word/document.xml": xml})
    made = annotate(data, remark(read(data), "3"))
    assert commented(made) == {"说明": "3"}
    assert read(made).source.text == "收到3件\n"


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_any_places(data: st.DataObject) -> None:
    document = read(REPORT)
    size = len(document.source.text)
    remarks = []
    for number in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, size))
        end = min(size, start + data.draw(st.integers(0, 30)))
        remarks.append(Remark(start, end, (f"说明{number}",)))
    made = annotate(REPORT, *remarks)
    assert read(made).source.text == document.source.text
    found = commented(made)
    assert len(found) == len(remarks)
    for wanted in remarks:
        words = document.source.text[wanted.start : wanted.end].split("\n")[0].split(" | ")[0]
        if words.strip(" |") and "、" not in words and "(" not in words:
            assert words.strip(" |") in found[wanted.lines[0]]
    assert annotate(made, *remarks) == made
