"""What is cited: titles, document numbers, decrees, articles."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.facts.fact import Article, Citation, Decree, DocumentNumber
from gxlint.facts.forms import Word
from gxlint.facts.numerals import number
from gxlint.facts.sentence import Sentence
from gxlint.facts.tree import Branch
from gxlint.source.record import Record, made

_LONGEST_CODE = 14


@cache
def _code() -> re.Pattern[str]:
    """The letters of a document number, behind words that lead up to it."""
    lead = "(?:根据|依据|按照|依照|落实|贯彻|执行|印发|转发|下发|以及|文件|通知|参照|对照|关于|结合|遵循|遵照|[和及与或、按的以])"
    return re.compile(rf"(?:.*{lead})?([\u4e00-\u9fff]{{2,{_LONGEST_CODE}}})$")


@cache
def _document() -> re.Pattern[str]:
    return re.compile(
        r"(?P<open>\D?)\s?(?P<year>\d{4})\s?(?P<close>\D)\s?(?P<nth>第?)\s?(?P<serial>\d{1,4})\s?(?P<mark>号?)"
    )


@cache
def _decree_issuer() -> re.Pattern[str]:
    return re.compile(
        "((?:中华人民共和国)?(?:国务院|主席)|[\u4e00-\u9fff]{2,10}?(?:人民政府|委员会|总局|部)|国)令?$"
    )


@cache
def _short_name() -> re.Pattern[str]:
    return re.compile('(?:以下|下)?(?:简)?称(?:为|之为|:)?[“《"]{0,2}新?[“《"]?([^”》"()《]{2,20})[”》"]?')


class References(Record):
    """What a report cites."""

    citations: list[Citation] = made(default_factory=list)
    numbers: list[DocumentNumber] = made(default_factory=list)
    decrees: list[Decree] = made(default_factory=list)


def read_references(sentence: Sentence, found: References) -> None:
    """Take in everything that a sentence cites."""
    for node in _phrases(sentence.tree):
        _read_phrase(sentence, node, found, None)


def _phrases(tree: Branch) -> Iterator[Branch]:
    """The phrases of a sentence, those in brackets left out: they are read with what they hang on."""
    for node in tree.children:
        if isinstance(node, Branch):
            if node.rule == "phrase":
                yield node
            else:
                yield from _phrases(node)


def _read_phrase(sentence: Sentence, phrase: Branch, found: References, host: Citation | None) -> None:
    """Read a phrase; what follows a title, or stands in brackets behind it, is said of it."""
    cited, reached = host, 0
    for node in phrase.children:
        if isinstance(node, Branch):
            opened = node.children[0]
            assert isinstance(opened, Word)
            owner = cited if cited is not None and opened.start == reached else None
            if owner is not None and not owner.defines:
                owner.defines = _defined(sentence.text[opened.end : _end(node)])
            for inner in _phrases(node):
                _read_phrase(sentence, inner, found, owner)
            reached = _end(node)
        elif node.type == "TITLE":
            cited = citation(sentence, node)
            found.citations.append(cited)
            reached = node.end
        elif node.type in ("NUMBER", "DECREE", "ARTICLE"):
            _attach(sentence, node, cited, found)
            reached = node.end


def _end(group: Branch) -> int:
    last = group.children[-1]
    assert isinstance(last, Word)
    return last.end


def _attach(sentence: Sentence, word: Word, cited: Citation | None, found: References) -> None:
    if word.type == "NUMBER":
        document = document_number(sentence, word)
        if document is None:
            return
        found.numbers.append(document)
        if cited is not None and cited.number is None:
            cited.number = document
    elif word.type == "DECREE":
        decree = _decree(sentence, word)
        if decree is None:
            return
        found.decrees.append(decree)
        if cited is not None and cited.decree is None:
            cited.decree = decree
    elif cited is not None:
        cited.articles.append(_article(sentence, word))


def citation(sentence: Sentence, word: Word) -> Citation:
    """The title a TITLE token is."""
    start, end = word.start + 1, word.end - 1
    title = sentence.text[start:end]
    return Citation(
        **sentence.place(word.start, word.end),
        title=title,
        title_start=sentence.offset + start,
        title_end=sentence.offset + end,
        inner=tuple(_inner(title)),
    )


def _inner(title: str) -> Iterator[str]:
    """Titles inside a title, in 〈〉, 《》 or <>, the outer ones first."""
    opened: list[int] = []
    for at, char in enumerate(title):
        if char in "〈《<":
            opened.append(at)
        elif char in "〉》>" and opened:
            yield title[opened.pop() + 1 : at]


def _defined(said: str) -> str:
    match = _short_name().search(said)
    return match[1].strip() if match else ""


def document_number(sentence: Sentence, word: Word) -> DocumentNumber | None:
    """The document number a NUMBER token ends, with the letters before its year."""
    text = sentence.text
    match = _document().fullmatch(text, word.start, word.end)
    if match is None:
        return None
    lead = _code().search(text, max(0, word.start - 2 * _LONGEST_CODE), word.start)
    code = lead[1] if lead else ""
    opening = match["open"].strip()
    return DocumentNumber(
        **sentence.place(word.start - len(code), word.end),
        code=code,
        year=int(match["year"]),
        serial=int(match["serial"]),
        brackets=opening + match["close"].strip() if opening else "",
        ordinal=bool(match["nth"]),
        mark=bool(match["mark"]),
        spaces=any(char.isspace() for char in match[0]),
        padded=match["serial"].startswith("0"),
    )


def _decree(sentence: Sentence, word: Word) -> Decree | None:
    """国务院令第711号, 第711号国务院令."""
    text = sentence.text[word.start : word.end]
    if "令" not in text and not sentence.text.startswith("令", word.end):
        return None
    digits = re.search(r"[0-9零〇一二三四五六七八九十百千]+", text)
    serial = number(digits[0]) if digits else None
    if not isinstance(serial, int):
        return None
    lead = _decree_issuer().search(sentence.text, max(0, word.start - 16), word.start)
    issuer = lead[1] if lead else "国务院" if "国务院" in text else ""
    return Decree(
        **sentence.place(word.start - (len(lead[0]) if lead else 0), word.end),
        issuer=issuer,
        serial=serial,
        ordinal="第" in text,
    )


def _article(sentence: Sentence, word: Word) -> Article:
    text = sentence.text[word.start : word.end]
    parts = {
        key: number(value)
        for value, key in re.findall(r"第?[(]?([0-9零〇一二三四五六七八九十百]+)[)]?(条|款|项)", text)
    }
    return Article(
        **sentence.place(word.start, word.end),
        article=int(parts.get("条") or 0),
        paragraph_number=_whole(parts.get("款")),
        item=_whole(parts.get("项")),
    )


def _whole(value: int | float | None) -> int | None:
    return int(value) if value is not None else None
