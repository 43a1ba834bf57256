"""What has to be written so that a single finding is accepted: an entry of the configuration, or a mark in a draft."""

from gxlint.lint.acceptance.accepted import address_of, fingerprint
from gxlint.lint.acceptance.entries import means
from gxlint.lint.config.config import Entry
from gxlint.lint.edits import SourceEdit
from gxlint.lint.tool_rules import CRASHED, UNKNOWN_SUPPRESSION, UNREADABLE, UNUSED_SUPPRESSION
from gxlint.model import Report
from gxlint.readers import Document
from gxlint.rules import Finding

# What these say is wrong is not in the report.
_NEVER = frozenset(rule.code for rule in (UNREADABLE, CRASHED, UNKNOWN_SUPPRESSION, UNUSED_SUPPRESSION))


def acceptable(finding: Finding) -> bool:
    """Whether a finding can be accepted at all."""
    return finding.rule.code not in _NEVER


def entry_for(finding: Finding, report: Report, file: str, reason: str) -> dict[str, str]:
    """An entry that means this finding and as few others as possible, by the keys of the configuration.

    Args:
        finding: what is to be accepted.
        report: the report it was found in.
        file: the report's path from the folder of the configuration.
        reason: why.
    """
    where, entry = finding.where, {"code": finding.rule.code, "file": file}
    if where.table is not None:
        entry["address"] = address_of(where)
    else:
        if where.section is not None:
            entry["section"] = where.section
        text = fingerprint(finding, report.document).text
        if text and means(Entry(finding.rule.code, reason, text=text), finding, report):
            entry["text"] = text
    return {**entry, "reason": reason}


def mark_for(finding: Finding, document: Document, reason: str) -> SourceEdit | None:
    """A mark at the end of the line on which a finding begins; none where there is no room for it."""
    source = document.source
    place = document.view.source_span(finding.span)
    start, end = source.line_bounds(source.line_of(place.start))
    line = source.text[start:end]
    if document.kind != "text" or not line.strip():
        return None
    end = start + len(line.rstrip())
    return SourceEdit(end, end, f" <!-- gxlint: ignore {finding.rule.code} {reason} -->")
