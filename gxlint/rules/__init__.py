"""What a rule author imports: the rule, its outcomes and the hook marker."""

from gxlint.rules.hookspec import SPEC_VERSION, hookimpl
from gxlint.rules.rule import (
    ALL_FORMATS,
    Edit,
    Examples,
    Finding,
    Fix,
    Message,
    NotApplicable,
    Origin,
    Outcome,
    Place,
    Related,
    Rule,
    RuleInfo,
    Severity,
    Source,
    Undecided,
    Where,
)

__all__ = [
    "ALL_FORMATS",
    "SPEC_VERSION",
    "Edit",
    "Examples",
    "Finding",
    "Fix",
    "Message",
    "NotApplicable",
    "Origin",
    "Outcome",
    "Place",
    "Related",
    "Rule",
    "RuleInfo",
    "Severity",
    "Source",
    "Undecided",
    "Where",
    "hookimpl",
]
