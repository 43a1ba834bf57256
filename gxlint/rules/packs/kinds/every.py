"""Which kind of check a rule of a pack asks for."""

from collections.abc import Callable
from typing import Any

from gxlint.rules.packs.kinds import amounts, content, parts
from gxlint.rules.packs.models import KINDS, RuleEntry
from gxlint.rules.packs.rule import Kind

MAKERS: dict[str, Callable[[Any], Kind]] = {
    "required": content.required,
    "forbidden": content.forbidden,
    "wording": content.wording,
    "length": amounts.length,
    "figure": amounts.figure,
    "heading": parts.heading,
    "attachment": parts.attachment,
    "contact": parts.contact,
    "deadline": parts.deadline,
}
"""The kinds that need to know nothing but their declaration; formulas need the formats, too."""


def asked_for(entry: RuleEntry) -> list[str]:
    """The kinds of check that a rule declares; it should be exactly one."""
    return [name for name in KINDS if getattr(entry, name) is not None]
