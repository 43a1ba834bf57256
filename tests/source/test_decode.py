"""Encodings: what is recognised, and what is refused rather than read as gibberish."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.source.decode import DecodeError, decode

REPORT = (
    "望川市林业局2024年政府信息公开工作年度报告\n一、总体情况\n根据《中华人民共和国政府信息公开条例》的规定,"
    "现将本年度政府信息公开工作情况报告如下。\n规章|0|0|12|\n行政规范性文件|3|1|45|\n"
)
TRADITIONAL = "望川市林業局2024年政府信息公開工作年度報告\n根據條例規定,現將本年度工作情況報告如下。\n"
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
CHINESE = st.text(
    alphabet=st.sampled_from(REPORT + "的一是了我不在人们有来他这上着个地到大里说就去子得"), min_size=8
)


@pytest.mark.parametrize("text", [REPORT, TRADITIONAL, REPORT.replace("\n", "\r\n")])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_reports_come_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@given(CHINESE, st.sampled_from(ENCODINGS))
def test_what_is_decoded_is_written_again_as_it_was(text: str, encoding: str) -> None:
    text = REPORT[:40] + text
    data = text.encode(encoding)
    decoded, found = decode(data)
    assert (decoded, found) == (text, encoding)
    assert decoded.encode(found) == data


@given(st.text())
def test_any_utf8_without_control_characters_is_taken(text: str) -> None:
    text = "".join(char for char in text if char >= " ").lstrip("\ufeff")
    assert decode(text.encode()) == (text, "utf-8")


def test_big_endian_with_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be")) == (REPORT, "utf-16")


def test_utf16_without_any_ascii() -> None:
    text = "政府信息公开工作年度报告总体情况"
    assert decode(text.encode("utf-16-le")) == (text, "utf-16-le")


def test_utf16_of_mostly_ascii() -> None:
    text = "0|0|0|12\n" * 20 + "规章\n"
    assert decode(text.encode("utf-16-be")) == (text, "utf-16-be")


def test_rare_characters_of_gb18030() -> None:
    text = "𠮷林镇政府信息公开年度报告😀"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("data", [b"", b"plain ascii, 12"])
def test_ascii_is_utf8(data: bytes) -> None:
    assert decode(data) == (data.decode(), "utf-8")


def test_a_declaration_decides_where_both_fit() -> None:
    data = "模写".encode("gbk")  # valid UTF-8 by chance
    assert decode(data, "gb2312") == ("模写", "gb18030")
    assert decode(data)[1] == "utf-8"


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "big5", "iso-8859-1", "no-such-thing", "utf-8"])
def test_a_wrong_declaration_is_not_believed(declared: str) -> None:
    assert decode(REPORT.encode(), declared) == (REPORT, "utf-8")
    if declared != "gb2312":
        assert decode(REPORT.encode("gb18030"), declared) == (REPORT, "gb18030")


def test_big5_only_where_declared() -> None:
    data = TRADITIONAL.encode("big5")
    assert decode(data, "Big5") == (TRADITIONAL, "cp950")
    with pytest.raises(DecodeError):
        decode(data)


@pytest.mark.parametrize(
    ("other", "text"),
    [("shift_jis", "これは年次報告書です。"), ("cp1252", "rapport annuel présenté à l’été")],
)
def test_other_encodings_are_no_chinese(other: str, text: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode((text * 9).encode(other))
    assert caught.value.reason == "unknown"


def test_one_broken_byte_is_damage_and_not_another_encoding() -> None:
    lines = REPORT.encode().split(b"\n")
    lines[2] = lines[2][:9] + lines[2][10:]
    with pytest.raises(DecodeError) as caught:
        decode(b"\n".join(lines))
    assert (caught.value.reason, caught.value.encoding, caught.value.line) == ("damaged", "UTF-8", 3)


def test_damage_in_gb18030_is_named() -> None:
    data = (REPORT * 3).encode("gb18030")
    with pytest.raises(DecodeError) as caught:
        decode(data[:-3] + b"\xff\n")
    assert (caught.value.reason, caught.value.encoding) == ("damaged", "GB18030")
    assert caught.value.line == REPORT.count("\n") * 3


def test_half_a_character_after_a_mark() -> None:
    with pytest.raises(DecodeError) as caught:
        decode(REPORT.encode("utf-16")[:-1])
    assert (caught.value.reason, caught.value.encoding) == ("damaged", "UTF-16")


@pytest.mark.parametrize(
    "data", [bytes(2000), bytes(range(256)) * 8, b"\x7fELF\x02\x01" + bytes(90), b"\0\1\2\3"]
)
def test_binary_data_is_none_of_them(data: bytes) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(data)
    assert caught.value.reason == "binary"


def test_a_stray_zero_byte_does_not_cost_the_text() -> None:
    text = REPORT * 3 + "\0"
    assert decode(text.encode()) == (text, "utf-8")


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except DecodeError:
        return
    assert text.encode(encoding).decode(encoding) == text
