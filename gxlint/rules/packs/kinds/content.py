"""What a part of the report must say, must not say, or should say in other words."""

from collections.abc import Iterator, Sequence
from typing import Any

from gxlint.model import Report
from gxlint.rules.finding import Finding, Outcome
from gxlint.rules.info import Message
from gxlint.rules.packs.checks import Forbidden, Required, Wording
from gxlint.rules.packs.passages import Passage, names, passage
from gxlint.rules.packs.rule import Kind, PackRule
from gxlint.rules.packs.terms import Finder, finders, found, literally, readable
from gxlint.source import Span

NO_PLACE = Message(
    "没有找到{where_zh}这一小标题,未检查", "there is no subheading for {where_en}; it was not checked"
)
_REQUIRED = Message("{where_zh}应写明{missing}", "{where_en} should mention {missing}")
_FORBIDDEN = Message("{where_zh}不应出现“{found}”", "{where_en} should not contain “{found}”")
_WORDING = Message("“{found}”应写为“{use}”", "“{found}” should read “{use}”")


def required(entry: Required) -> Kind:
    """The part must say all of some things, or at least so many of others."""
    groups = [(finders(terms), _either(terms)) for terms in entry.all or ()]
    any_of, listed = finders(entry.any), _either(entry.any or ())

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        part = passage(report, entry.section)
        if part is None:
            yield rule.not_applicable()
            return
        text = part.text
        missing = [name for terms, name in groups if not any(found(text, terms))]
        least = rule.parameter("at_least") if any_of else 0
        if sum(term.search(text) is not None for term in any_of) < least:
            missing.append(listed if least == 1 else f"{listed}中的至少 {least} 项")
        if missing:
            yield rule.at(part.place, missing="、".join(missing), **called(entry.section, report))

    parameters = {"at_least": entry.at_least} if any_of else {}
    fills = frozenset(("where_zh", "where_en", "missing"))
    return Kind(check, {"default": _REQUIRED}, fills, entry.section[0], parameters)


def forbidden(entry: Forbidden) -> Kind:
    """The part must not contain something."""
    unwanted, allowed = finders(entry.any), finders(entry.allow)

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        part = passage(report, entry.section)
        if part is None:
            yield rule.not_applicable()
        elif not part.whole:
            yield rule.undecided(None, NO_PLACE, **called(entry.section, report))
        else:
            for word, span in places(part, unwanted, allowed):
                yield rule.at(span, found=word, **called(entry.section, report))

    fills = frozenset(("where_zh", "where_en", "found"))
    return Kind(check, {"default": _FORBIDDEN}, fills, _home(entry.section))


def wording(entry: Wording) -> Kind:
    """Some words should be others."""
    unwanted, fine = finders(entry.instead_of), literally(entry.use)

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        part = passage(report, entry.section)
        if part is None or not part.whole:
            yield rule.not_applicable()
            return
        for word, span in places(part, unwanted, fine):
            finding: Finding = rule.at(span, found=word, use=entry.use)
            yield finding.correct(entry.use) if entry.safe else finding.suggest(entry.use)

    fix = "safe" if entry.safe else "suggested"
    fills = frozenset(("found", "use"))
    return Kind(check, {"default": _WORDING}, fills, _home(entry.section), fix=fix)  # type: ignore[arg-type]


def called(keys: Sequence[str], report: Report) -> dict[str, Any]:
    """What the parts are called, in both languages."""
    return {f"where_{lang}": names(keys, report.format, lang) for lang in ("zh", "en")}


def places(
    part: Passage, unwanted: Sequence[Finder], allowed: Sequence[Finder]
) -> Iterator[tuple[str, Span]]:
    """Where something unwanted stands, unless inside something allowed; each stretch once."""
    for paragraph in part.paragraphs:
        fine = [match.span() for match in found(paragraph.text, allowed)]
        reached = 0
        for match in sorted(found(paragraph.text, unwanted), key=lambda match: (match.start(), -match.end())):
            start, end = match.span()
            if start >= reached and not any(low <= start and end <= high for low, high in fine):
                reached = end
                yield match[0], paragraph.place(start, end)


def _either(terms: Sequence[str]) -> str:
    return "或".join(f"“{readable(term)}”" for term in terms)


def _home(keys: Sequence[str]) -> str:
    """Where examples go: what may stand anywhere is tried in the first part."""
    return "overview" if keys[0] == "document" else keys[0]
