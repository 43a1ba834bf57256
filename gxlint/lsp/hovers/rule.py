"""The rules behind the findings at a place, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.hovers.hover import Told
from gxlint.reporters.pages.page import Page, Part
from gxlint.reporters.words import say
from gxlint.rules.docstring import explanation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot
    from gxlint.rules import RuleInfo


def told(reading: Reading, spot: Spot) -> Iterator[Told]:
    """The rules of the findings that is pointed at, each once."""
    seen: set[str] = set()
    for item in reading.analysis.shown:
        finding = item.finding
        if finding is None or finding.rule.code in seen:
            continue
        if item.start <= spot.source <= item.end:
            seen.add(finding.rule.code)
            yield Told(item.start, item.end, _page(finding.rule, reading.lang))


def _page(rule: RuleInfo, lang: str) -> Page:
    """The beginning of the rule's page."""
    explained = Part("", "text", tuple(explanation_of(rule.__doc__ or "").split("\n")))
    sources = Part(say(lang, "依据", "Rests on"), "sources", sources=rule.sources)
    return Page(f"{rule.code} {rule.name}", (explained, sources))
