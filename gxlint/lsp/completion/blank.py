"""The whole blank report, where nothing is written yet."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from gxlint.formats import LEVELS
from gxlint.forms.layout import written
from gxlint.forms.levels import NAMES
from gxlint.forms.pieces import blank_report
from gxlint.lsp.completion.matching import fits
from gxlint.lsp.completion.offer import Offer
from gxlint.lsp.completion.surroundings import title_of
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.formats import Advice, Format
    from gxlint.forms.layout import Layout
    from gxlint.forms.wording import Filling
    from gxlint.lsp.completion.asked import Asked


_ORDER = ("department", *(level for level in LEVELS if level != "department"))


def may_be_blank(lines: list[str], line: int) -> bool:
    """Whether nothing but a title stands in the other lines of a document."""
    others = list(islice((text for at, text in enumerate(lines) if at != line and text.strip()), 2))
    return not others or (len(others) == 1 and title_of(others)[0] is not None)


def blank(asked: Asked) -> Iterator[Offer]:
    """A blank report, or all of it but the title that is there already; one for each level it may be for."""
    typed, filling = asked.before.strip(), asked.filling
    if not may_be_blank(asked.lines, asked.line) or asked.after.strip() or "#" in typed:
        return
    titled = any(line.strip() for at, line in enumerate(asked.lines) if at != asked.line)
    for level in [filling.level] if titled and filling.level else _ORDER:
        label = say(
            asked.lang,
            "空白报告({level},{year} 年度)",
            "blank report ({level}, {year})",
            level=NAMES[level][asked.lang == "en"],
            year=filling.year,
        )
        if fits(typed, label) or fits(typed, "政府信息公开工作年度报告"):
            text = _text(asked.form, filling.replaced(level=level), asked.advice, asked.layout, titled=titled)
            yield Offer(label, text, 0, asked.column, 0, CompletionItemKind.Snippet, asked.form.name)


@lru_cache(maxsize=16)
def _text(form: Format, filling: Filling, advice: tuple[Advice, ...], layout: Layout, *, titled: bool) -> str:
    pieces = (
        piece for piece in blank_report(form, filling, advice) if not (titled and piece.kind == "title")
    )
    return f"{written(pieces, layout)}\n"
