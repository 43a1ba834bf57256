"""What the server says of its own: checks that could not be made, and diagnostics that are too many to show."""

from collections.abc import Sequence

from lsprotocol import types

from gxlint.lint.session import FileResult
from gxlint.lsp.analysis import Shown
from gxlint.lsp.diagnostics import BEGINNING, SOURCE
from gxlint.lsp.places import Places
from gxlint.reporters.words import enumeration, say
from gxlint.rules import Severity

CODE = "GXL"
_MOST_REASONS = 3


def incomplete(result: FileResult, places: Places, lang: str) -> Shown | None:
    """What could not be checked, at the title; none where the verdict does not hang on it."""
    report, outcome, ruleset = result.report, result.result, result.ruleset
    if report is None or outcome is None or ruleset is None:
        return None
    if outcome.verdict != "incomplete" or report.kind != "report":
        return None  # of what is no report a finding speaks
    codes: dict[str, dict[str, None]] = {}  # what holds back several rules is said once
    for item in outcome.coverage.undecided:
        if ruleset.severity(item.rule) is Severity.ERROR:
            codes.setdefault(item.text(lang), {})[item.rule.code] = None
    reasons = [f"{enumeration([*named], lang)} {text}" for text, named in codes.items()]
    span = report.document.view.source_span(report.title.span) if report.title else None
    place = places.range(*span) if span else BEGINNING
    return Shown(_note(place, _incomplete(reasons, lang)))


def too_many(hidden: int, lang: str) -> Shown:
    """How many findings are not shown."""
    text = say(
        lang,
        "问题太多,另有 {n} 处没有显示;先改正已显示的,或用 gxlint check 查看全部",
        "too many findings, {n} more are not shown; mend those shown first, or see all with gxlint check",
        n=hidden,
    )
    return Shown(_note(BEGINNING, text))


def _incomplete(reasons: Sequence[str], lang: str) -> str:
    if not reasons:
        return say(
            lang,
            "未查全:没有选用任何规则,什么也没有核对",
            "not fully checked: no rule is selected, so nothing was checked",
        )
    more = len(reasons) - _MOST_REASONS
    listed = say(lang, ";", "; ").join(reasons[:_MOST_REASONS])
    if more > 0:
        listed += say(lang, ";另有 {n} 项", "; and {n} more", n=more)
    return say(
        lang,
        "未查全,有的检查未能进行:{listed}",
        "not fully checked, some checks could not be made: {listed}",
        listed=listed,
    )


def _note(place: types.Range, message: str) -> types.Diagnostic:
    return types.Diagnostic(
        place, message, severity=types.DiagnosticSeverity.Information, code=CODE, source=SOURCE
    )
