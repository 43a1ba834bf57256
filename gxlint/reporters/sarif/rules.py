"""The rules of a run as SARIF descriptors, in the order in which they were first met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.reporters.basis import web_address
from gxlint.reporters.sarif.levels import LEVELS

if TYPE_CHECKING:
    from gxlint.formats import Source
    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import CoverageRecord
    from gxlint.rules import RuleInfo


class Rules:
    """Numbers the rules as they come up."""

    def __init__(self, run: RunInfo) -> None:
        self._run = run
        self._indices: dict[str, int] = {}

    def index(self, code: str) -> int:
        """The place of a rule in the list that is written at the end."""
        return self._indices.setdefault(code, len(self._indices))

    def meet(self, coverage: CoverageRecord) -> None:
        """List the rules that were run, whatever came of them."""
        for code in (*coverage.passed, *coverage.failed, *coverage.not_applicable):
            self.index(code)

    def objects(self) -> list[dict[str, Any]]:
        """The descriptors of all rules met."""
        known = self._run.rules()
        return [
            _descriptor(known[code], self._run.lang) if code in known else {"id": code}
            for code in self._indices
        ]


def _descriptor(rule: RuleInfo, lang: str) -> dict[str, Any]:
    from gxlint.formats import official_formats
    from gxlint.reporters.pages.markdown import blocks_of
    from gxlint.reporters.pages.page import page_of
    from gxlint.reporters.pages.terminal import terminal
    from gxlint.rules.docstring import explanation_of

    page = page_of(rule, official_formats(), lang)
    made = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary or rule.name},
        "fullDescription": {"text": explanation_of(rule.__doc__ or "") or rule.name},
        "help": {"text": terminal(page), "markdown": "\n\n".join(blocks_of(page))},
        "defaultConfiguration": {"level": LEVELS[rule.severity.value], "enabled": rule.default_on},
        "properties": {
            "severity": rule.severity.value,
            "status": rule.status,
            "since": rule.since,
            "package": rule.origin.package,
            "basis": [_source(source) for source in rule.sources],
        },
    }
    if rule.aliases:
        made["deprecatedIds"] = list(rule.aliases)
    if address := web_address(rule.url):
        made["helpUri"] = address
    return made


def _source(source: Source) -> dict[str, str]:
    fields = ("title", "number", "article", "date", "url")
    return {field: value for field in fields if (value := getattr(source, field))}
