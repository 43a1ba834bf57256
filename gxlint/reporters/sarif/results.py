"""Findings as SARIF results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.reporters.fingerprints import Fingerprints
from gxlint.reporters.places import spoken_place
from gxlint.reporters.sarif.levels import LEVELS
from gxlint.reporters.sarif.locations import location, physical, region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import AcceptedRecord, Diagnostic, FileRecord, FixRecord, RelatedRecord
    from gxlint.reporters.sarif.rules import Rules

_FINGERPRINT = "gxlint/v1"


def results_of(record: FileRecord, run: RunInfo, rules: Rules) -> Iterator[dict[str, Any]]:
    """The results of a file; with the accepted findings, as suppressed ones, where asked for."""
    prints = Fingerprints()
    for diagnostic in record.diagnostics:
        made = _result(diagnostic, record, rules, prints, run.lang)
        if run.baseline:
            made["baselineState"] = "new"
        yield made
    if run.show_accepted:
        for item in record.accepted:
            made = _result(item.diagnostic, record, rules, prints, run.lang)
            if run.baseline:
                made["baselineState"] = "unchanged" if item.by == "baseline" else "new"
            yield {**made, "suppressions": [_suppression(item)]}


def _result(
    diagnostic: Diagnostic, record: FileRecord, rules: Rules, prints: Fingerprints, lang: str
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rules.index(diagnostic.code),
        "level": LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message},
        "locations": [_place(diagnostic, record, lang)],
        "partialFingerprints": {_FINGERPRINT: prints.of(diagnostic)},
        "properties": {"severity": diagnostic.severity, "heldBack": diagnostic.held_back},
    }
    if diagnostic.related:
        made["relatedLocations"] = [
            {"id": number, **_also(item, record, lang)} for number, item in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix and diagnostic.place is None:  # replacements are told by lines
        made["fixes"] = [_fix(diagnostic.fix, record.path)]
    return made


def _also(item: RelatedRecord, record: FileRecord, lang: str) -> dict[str, Any]:
    if item.place is None:
        return {"physicalLocation": physical(record.path, item.range), "message": {"text": item.message}}
    said = f"{spoken_place(item.place, lang)} {item.message}"
    return {
        "physicalLocation": {"artifactLocation": location(record.path)},
        "message": {"text": said},
        "properties": {"place": item.place.as_dict()},
    }


def _place(diagnostic: Diagnostic, record: FileRecord, lang: str) -> dict[str, Any]:
    if record.unreadable:
        return {"physicalLocation": {"artifactLocation": location(record.path)}}
    if diagnostic.place is not None:  # a file without lines
        found: dict[str, Any] = {
            "physicalLocation": {"artifactLocation": location(record.path)},
            "message": {"text": spoken_place(diagnostic.place, lang)},
            "properties": {"place": diagnostic.place.as_dict()},
        }
        return {**found, "logicalLocations": [_logical(diagnostic)]} if diagnostic.where else found
    place = physical(record.path, diagnostic.range)
    if excerpt := diagnostic.excerpt:
        place["region"]["snippet"] = {"text": excerpt.text[excerpt.start : excerpt.end]}
    made: dict[str, Any] = {"physicalLocation": place}
    if diagnostic.where:
        made["logicalLocations"] = [_logical(diagnostic)]
    return made


def _logical(diagnostic: Diagnostic) -> dict[str, Any]:
    where = diagnostic.where
    parts = [where[key] for key in ("section", "table", "row", "column") if key in where]
    made = {"name": parts[-1], "fullyQualifiedName": ".".join(parts)}
    return {**made, "properties": {"address": diagnostic.address}} if diagnostic.address else made


def _fix(fix: FixRecord, path: str) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": region(place), "insertedContent": {"text": new_text}}
        for place, new_text in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": location(path), "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _suppression(item: AcceptedRecord) -> dict[str, Any]:
    made = {"kind": "inSource" if item.by == "comment" else "external", "status": "accepted"}
    return {**made, "justification": item.reason} if item.reason else made
