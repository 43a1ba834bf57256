"""What of a report had no place in the official form when it was written in another layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.places import spoken_place
from gxlint.reporters.words import say
from gxlint.source.width import clip

if TYPE_CHECKING:
    from gxlint.forms.converting import Converted, Leftover, What
    from gxlint.model import Report

_SHOWN = 20
_WIDTH = 60  # columns for what is quoted
_KINDS: dict[What, tuple[str, str]] = {
    "row": (
        "这一行的格数与统一格式不符,数字对应哪一列看不出,已照原样写成表后的段落",
        "a row whose figures cannot be told apart: kept as it is in a paragraph behind the table",
    ),
    "table": (
        "表中的这些内容在统一格式里没有位置,已写成表后的段落",
        "has no place in the official table: kept in a paragraph behind it",
    ),
    "text": ("认不出是什么,已写成段落", "not recognised: kept as a paragraph"),
}
_FURNITURE = ("网页上报告以外的内容,没有写入", "part of the web page and not of the report: left out")


def leftover_notes(
    report: Report, made: Converted, lang: str, furniture: tuple[str, str] = _FURNITURE
) -> list[str]:
    """What could not be placed, one line each; after some it is only counted.

    Args:
        report: the report as it was read.
        made: what it became.
        lang: language of the lines.
        furniture: what is said of what surrounds a report on a web page, in Chinese and English.
    """
    kinds = {**_KINDS, "furniture": furniture}
    notes = [_note(report, leftover, kinds[leftover.what], lang) for leftover in made.leftovers[:_SHOWN]]
    if more := len(made.leftovers) - len(notes):
        notes.append(say(lang, "……另有 {n} 处", "... and {n} more", n=more))
    if count := _comments(report):
        notes.append(
            say(
                lang,
                "{n} 条 gxlint 注释(例外、填写说明)没有写入",
                "{n} comments for gxlint (exceptions, advice) were left out",
                n=count,
            )
        )
    return notes


def _note(report: Report, leftover: Leftover, kind: tuple[str, str], lang: str) -> str:
    document = report.document
    if place := document.place(leftover.span):
        where = spoken_place(place, lang)
    else:
        where = say(lang, "第 {n} 行", "line {n}", n=document.range(leftover.span)[0].line + 1)
    return say(
        lang,
        "{where}“{text}”:{what}",
        "{where}, “{text}”: {what}",
        where=where,
        text=clip(leftover.text, _WIDTH),
        what=say(lang, *kind),
    )


def _comments(report: Report) -> int:
    from gxlint.readers.comments import advice, comment

    if report.document.kind != "text":
        return 0
    text = report.document.source.text
    return len(comment().findall(text)) + len(advice().findall(text))
