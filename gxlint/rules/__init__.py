"""What a rule author imports: the rule, its outcomes and the hook marker."""

from gxlint.formats import Source
from gxlint.rules.docstring import Examples
from gxlint.rules.finding import Edit, Finding, Fix, NotApplicable, Outcome, Related, Undecided, Where
from gxlint.rules.info import ALL_FORMATS, Message, Origin, Parameter, Provision, RuleInfo, Severity
from gxlint.rules.law import Law
from gxlint.rules.links import Link
from gxlint.rules.marker import SPEC_VERSION, hookimpl
from gxlint.rules.profile import Profile
from gxlint.rules.rule import Place, Reach, Rule, SpeakingRule

__all__ = [
    "ALL_FORMATS",
    "SPEC_VERSION",
    "Edit",
    "Examples",
    "Finding",
    "Fix",
    "Law",
    "Link",
    "Message",
    "NotApplicable",
    "Origin",
    "Outcome",
    "Parameter",
    "Place",
    "Profile",
    "Provision",
    "Reach",
    "Related",
    "Rule",
    "RuleInfo",
    "Severity",
    "Source",
    "SpeakingRule",
    "Undecided",
    "Where",
    "hookimpl",
]
