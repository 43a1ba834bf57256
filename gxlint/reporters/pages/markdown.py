"""A rule's page as Markdown, for reading on the web."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.formats import Source
    from gxlint.reporters.pages.page import Page, Part

_MARK = "⟦"
_MARKS = "`⟦ ⟧` 之间是 gxlint 指出的位置,报告中没有这两个符号。"
_SPECIAL = re.compile(r"([\\*_<\[\]`#~|])")
_COMMAND = re.compile(
    r"gxlint (?:[a-z]+)(?: --?[A-Za-z-]+| [A-Z]{2,3}\d{3})* 报告\.txt|--[a-z]+(?:-[a-z]+)*"
    r"|gxlint\.toml|\[\[accept\]\]|<!-- gxlint: [^>\n]{1,80}-->"
)
_GENERATED = "<!-- 本页由规则生成,请勿直接修改;改规则的说明文字后运行 "
_MAKE = "python -m gxlint.reporters.pages docs/rules"


def markdown(page: Page, package: str = "") -> str:
    """The page as one text, ending in a line break; ``package`` is the plugin it is for, none for gxlint's own."""
    return marked_as_generated(blocks_of(page), package)


def blocks_of(page: Page) -> tuple[str, ...]:
    """The page block by block: heading, paragraphs, lists."""
    return (f"# {page.title}", *(block for part in page.parts for block in _part(part)))


def marked_as_generated(blocks: Iterable[str], package: str = "") -> str:
    """Blocks of Markdown as one file, with a note to whoever would edit it."""
    make = f"{_MAKE} --package {package}" if package else _MAKE
    return "\n\n".join((f"{_GENERATED}{make} -->", *blocks)) + "\n"


def is_generated(text: str) -> bool:
    """Whether a file was written from a rule."""
    return text.startswith(_GENERATED)


def escaped(text: str) -> str:
    """A text in which no character means anything to Markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Lines joined to paragraphs, which an empty line ends; no blank between Chinese characters."""
    for blank, run in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            yield re.sub(r"(?<=[!-~])\n(?=[!-~])", " ", "\n".join(run)).replace("\n", "")


def _part(part: Part) -> Iterator[str]:
    if part.heading:
        yield f"## {part.heading}"
    if part.kind == "text":
        yield from map(_prose, paragraphs(part.lines))
    elif part.kind == "facts":
        yield "\n".join(f"- {escaped(line)}" for line in part.lines)
    elif part.kind == "sources":
        yield "\n".join(f"- {_source(source)}" for source in part.sources)
    else:
        yield "\n".join(("```text", *part.lines, "```"))
        if any(_MARK in line for line in part.lines):
            yield _MARKS


def _prose(text: str) -> str:
    """Commands and options as code, all else escaped."""
    pieces, end = [], 0
    for found in _COMMAND.finditer(text):
        pieces += [escaped(text[end : found.start()]), f"`{found.group()}`"]
        end = found.end()
    return "".join((*pieces, escaped(text[end:])))


def _source(source: Source) -> str:
    details = ",".join(filter(None, (source.number, source.date)))
    title = source.title.replace("《", "〈").replace("》", "〉")
    text = escaped(f"《{title}》" + (f"({details})" if details else "") + source.article)
    return f"{text}:<{_linked(source.url)}>" if source.url else text


def _linked(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
