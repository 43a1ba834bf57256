"""Web addresses in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.source import SourceText
from gxlint.source.addresses import web_addresses
from gxlint.source.pieces import by_line


def found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], url) for start, end, url in web_addresses(text)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("网址:http://www.yunze.gov.cn/a/b.html。", "http://www.yunze.gov.cn/a/b.html"),
        ("(https://zwgk.yunze.gov.cn:8080/x?a=1&b=2)", "https://zwgk.yunze.gov.cn:8080/x?a=1&b=2"),
        ("见 https://yunze.gov.cn/a_(b).html, 又见", "https://yunze.gov.cn/a_(b).html"),
        ("https://yunze.gov.cn/a，", "https://yunze.gov.cn/a"),
        ("|https://yunze.gov.cn/a|", "https://yunze.gov.cn/a"),
        ("<https://yunze.gov.cn/a>", "https://yunze.gov.cn/a"),
        ("**https://yunze.gov.cn/a**", "https://yunze.gov.cn/a"),
        ("HTTP://YUNZE.GOV.CN", "HTTP://YUNZE.GOV.CN"),
        ("http://10.0.0.1/a", "http://10.0.0.1/a"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert found(text) == [(address, address)]


def test_hosts() -> None:
    assert found("www.yunze.gov.cn/zwgk。") == [("www.yunze.gov.cn/zwgk", "http://www.yunze.gov.cn/zwgk")]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vbscript://www.yunze.gov.cn",
        "ftp://yunze.gov.cn/a",
        "http://www.gov.cn@yunze.example.com/",
        "http://user:secret@yunze.gov.cn/",
        "http://localhost/",
        "http://",
        "http:///a",
        "http://yunze.gov.cn:99x/",
        "xwww.yunze.gov.cn",
        "a@www.yunze.gov.cn",
        "www.yunze",
        "www.",
        "http://-yunze.gov.cn",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="htps:/w.govcn?@()[]，。\n a𠮷", max_size=60))
def test_any_text(text: str) -> None:
    end = 0
    for address in web_addresses(text):
        assert end <= address.start < address.end <= len(text)
        assert address.url.endswith(text[address.start : address.end])
        assert address.url.lower().startswith(("http://", "https://"))
        assert address.url.isascii()
        end = address.end


@given(st.text(alphabet="一 \r\n\t𠮷", max_size=30), st.data())
def test_pieces_of_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pieces = [text[first:last] for first, last in by_line(SourceText(text), start, end)]
    assert all(piece == piece.strip() and piece for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text[start:end].split())
