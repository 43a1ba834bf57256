"""Which rules a word means: a code, the beginning of one, a name, a former code or name, or ``ALL``."""

from collections.abc import Sequence

from gxlint.rules.info import RuleInfo

ALL = "ALL"
EXACT = 99
"""The weight of a code or a name, which outweighs any beginning of one."""
# What a hand or an eye puts in place of a digit.
_LOOKALIKES = str.maketrans("OIL", "011")


def matches(selector: str, known: Sequence[RuleInfo]) -> dict[str, int]:
    """How closely a selector names each code, for those that it names; empty when it fits no rule."""
    wanted = selector.strip()
    if wanted.upper() == ALL:
        return {rule.code: 0 for rule in known}
    rule = named_rule(wanted, known)
    if rule is not None:
        return {rule.code: EXACT}
    return {rule.code: len(wanted) for rule in known if wanted and rule.code.startswith(wanted.upper())}


def named_rule(word: str, known: Sequence[RuleInfo]) -> RuleInfo | None:
    """The rule with this code, name, or former code or name."""
    upper, lower = word.upper(), word.lower()
    for rule in known:
        if upper == rule.code or lower == rule.name or word in rule.aliases:
            return rule
    return None


def closest(selector: str, known: Sequence[RuleInfo]) -> str | None:
    """The code, name or former one that a misspelt selector most likely stands for."""
    codes = [rule.code for rule in known]
    for length in (2, 3):
        repaired = selector[:length].upper() + selector[length:].upper().translate(_LOOKALIKES)
        if repaired in codes:
            return repaired
    from difflib import get_close_matches

    words = [*codes, *(word for rule in known for word in (rule.name, *rule.aliases))]
    close = get_close_matches(selector.upper(), codes, 1, 0.75) or get_close_matches(
        selector.lower(), words, 1, 0.75
    )
    return close[0] if close else None
