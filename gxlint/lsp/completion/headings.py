"""The headings of sections and of aspects, those that are missing first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from gxlint.forms.wording import in_words, printed
from gxlint.lsp.completion.matching import fits, plain
from gxlint.lsp.completion.offer import Offer
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.completion.asked import Asked

_TELLING = 2000  # lines
_LINE = re.compile(r"(?P<mark>[#\s\u3000]*)(?P<typed>[^|。]{0,30})")


def headings(asked: Asked) -> Iterator[Offer]:
    """Headings that this line may become."""
    match = _LINE.fullmatch(asked.before)
    if match is None or (not match["typed"] and not asked.explicit and "#" not in match["mark"]):
        return
    if asked.after.strip() and not _is_rest(asked):
        return
    marked = "#" in match["mark"]
    for title, level, there, detail in (*_sections(asked), *_aspects(asked)):
        if fits(match["typed"], title):
            start = match.end("mark")
            mark = "" if marked or not asked.layout.mark else f"{asked.layout.mark}{level} "
            told = say(asked.lang, "已有", "there already") if there else detail
            kind = CompletionItemKind.Field if level else CompletionItemKind.Struct
            end = _end(asked, title, start)
            yield Offer(title, mark + title, start, end, 2 if there else 0, kind, told)


def _sections(asked: Asked) -> Iterator[tuple[str, str, bool, str]]:
    """Each section's heading, no further mark, whether it is there, and the law that demands it."""
    for section in asked.form.sections:
        yield printed(section.title), "", section.key in asked.around.present, section.law


def _aspects(asked: Asked) -> Iterator[tuple[str, str, bool, str]]:
    """The same of each aspect that the section has to cover."""
    section = asked.around.section
    if section is None or not section.aspects:
        return
    written = plain("".join(asked.lines[asked.around.first : asked.around.last][:_TELLING]))
    for index, aspect in enumerate(section.aspects, 1):
        title = f"（{in_words(index)}）{printed(aspect.title)}"
        yield title, "#", plain(title) in written, printed(section.title)


def _is_rest(asked: Asked) -> bool:
    """Whether what stands right of the caret is the rest of a heading."""
    rest = plain(asked.after)
    titles = [section.title for section in asked.form.sections]
    titles += [aspect.title for section in asked.form.sections for aspect in section.aspects]
    return any(plain(title).endswith(rest) for title in titles)


def _end(asked: Asked, title: str, start: int) -> int:
    """A heading has its line to itself: the rest of it, written in any way, goes."""
    if asked.after.strip() and plain(title).endswith(plain(asked.after)):
        return asked.column + len(asked.after)
    return asked.overtaken(title, start)
