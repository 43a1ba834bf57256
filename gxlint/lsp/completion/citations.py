"""Laws and notices: titles after 《, document numbers after （ and 〔, articles after 第."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from gxlint.forms.wording import in_words
from gxlint.lsp.completion.matching import fits, plain
from gxlint.lsp.completion.offer import Offer
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.completion.asked import Asked
    from gxlint.rules import Law

_TITLE = re.compile(r".*《(?P<typed>[^《》。；;|]{0,60})")
_NUMBER = re.compile(r".*?(?P<typed>[\u4e00-\u9fff]{2,10}[〔\[［（(]?[\d〔〕\]］]{0,6})")
_AFTER_TITLE = re.compile(r".*《(?P<title>[^》]{2,80})》[（(](?P<typed>[^（()）。]{0,20})")
_ARTICLE = re.compile(
    r".*《(?P<title>[^》]{2,80})》[^。；;|]{0,30}?(?P<typed>第[零一二三四五六七八九十百\d]{0,6})"
)
_REST_OF_TITLE = re.compile(r"(?P<title>[^《》。；;|]{0,60})》")
_REST_OF_NUMBER = re.compile(r"[\d〔〕\[\]［］]{1,10}号?")
_CLOSING = ("", "〕", "]", "］")
_LEAST_CODE = 3  # characters of a document number that tell it from other words


def titles(asked: Asked) -> Iterator[Offer]:
    """Titles between 《 and 》, alone and with the document number behind."""
    match = _TITLE.fullmatch(asked.before)
    if match is None:
        return
    typed, start = match["typed"], match.start("typed")
    rest = _REST_OF_TITLE.match(asked.after)
    behind = rest["title"] if rest is not None else ""
    # Some editors leave what stands right of the caret, whatever an offer says: it is used where that can be.
    end, closed = asked.column + len(behind), rest is not None
    for law in asked.laws.laws:
        names = (law.written, law.title, *law.short, law.number)
        if not any(fits(typed, name) for name in names if name) or not _goes_on(law.written, behind):
            continue
        outdated = law.out_of_date(asked.filling.year)
        title = law.written if closed else f"{law.written}》"
        yield _law(asked, law, title, start, end, 4 if outdated else 0)
        if law.number and "（" not in asked.after[len(behind) : len(behind) + 2]:
            both = f"{law.written}》（{law.number}）"
            yield _law(asked, law, both, start, end + closed, 4 if outdated else 1)


def numbers(asked: Asked) -> Iterator[Offer]:
    """Document numbers: of the law named right before, or that begin as what is typed."""
    match = _AFTER_TITLE.fullmatch(asked.before)
    if match is not None:
        law = asked.laws.titled(match["title"])
        if law is not None and law.number and fits(match["typed"], law.number):
            closing = "" if asked.after.startswith(("）", ")")) else "）"
            yield _law(asked, law, law.number + closing, match.start("typed"), asked.column, 0)
            return
    typed = _begun_number(asked)
    if typed:
        rest = _REST_OF_NUMBER.match(asked.after)
        behind = rest[0] if rest is not None else ""
        end = asked.column + len(behind)
        for law in asked.laws.laws:
            if _bare(law.number).startswith(_bare(typed)) and (
                behind in _CLOSING or _goes_on(_bare(law.number), _bare(behind))
            ):
                outdated = law.out_of_date(asked.filling.year)
                yield _law(asked, law, law.number, asked.column - len(typed), end, 4 if outdated else 1)


def articles(asked: Asked) -> Iterator[Offer]:
    """The articles of the law named before that say something about reports."""
    match = _ARTICLE.fullmatch(asked.before)
    law = asked.laws.titled(match["title"]) if match is not None else None
    if match is None or law is None:
        return
    start, typed = match.start("typed"), _in_words(match["typed"])
    end = asked.column + asked.after.startswith("条")
    for provision in asked.laws.articles(law):
        article, says = provision.source.article, provision.says
        if article.startswith(typed):
            if not provision.verified:
                says = say(asked.lang, "{says}（待核）", "{says} (to be verified)", says=says)
            yield Offer(article, article, start, end, 1, CompletionItemKind.Reference, says)


def _law(asked: Asked, law: Law, text: str, start: int, end: int, rank: int) -> Offer:
    return Offer(
        label=text,
        text=text,
        start=start,
        end=end,
        rank=rank,
        kind=CompletionItemKind.Reference,
        detail=law.number,
        about=_told(asked, law),
        outdated=law.out_of_date(asked.filling.year),
    )


def _told(asked: Asked, law: Law) -> str:
    parts = [f"《{law.title}》"]
    if law.in_force:
        parts.append(say(asked.lang, "{day} 起施行", "in force since {day}", day=law.in_force))
    if law.until:
        parts.append(say(asked.lang, "{day} 起不再适用", "no longer since {day}", day=law.until))
    if not law.verified:
        parts.append(say(asked.lang, "未核对原文", "not compared with the original"))
    return "\n\n".join(parts)


def _goes_on(text: str, rest: str) -> bool:
    """Whether a text ends as the line does behind the caret."""
    return plain(text).endswith(plain(rest))


def _begun_number(asked: Asked) -> str:
    """The end of the line as far as it may begin a document number."""
    match = _NUMBER.fullmatch(asked.before)
    if match is None:
        return ""
    known = [_bare(law.number) for law in asked.laws.laws if law.number]
    typed = match["typed"]
    for start in range(len(typed)):
        part = typed[start:]
        if len(part) >= _LEAST_CODE and any(number.startswith(_bare(part)) for number in known):
            return part
    return ""


def _bare(number: str) -> str:
    """A document number whose brackets may be of any kind."""
    return plain(number).translate(str.maketrans("[]()", "〔〕〔〕"))


def _in_words(typed: str) -> str:
    """第50 → 第五十."""
    digits = typed[1:]
    return f"第{in_words(int(digits))}" if digits.isdecimal() and 0 < int(digits) < 100 else typed
