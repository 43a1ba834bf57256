"""How each rule stands under a profile, compared with the national rules alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from gxlint.lint.ruleset import RuleSet, choose
from gxlint.rules import Origin, Parameter, Profile, Rule, Severity
from gxlint.rules.selectors import matches

Mark: TypeAlias = Literal["baseline", "added", "tightened", "relaxed", "tuned", "replaced", "off"]


class Standing(NamedTuple):
    """How a rule stands.

    Attributes:
        rule: the rule.
        mark: ``baseline`` as in the national rules; ``added`` by the profile; ``tightened``, ``relaxed``: graver or less
            grave; ``tuned``: other parameters; ``replaced`` by another rule; ``off``.
        severity: how grave its findings are here.
        parameters: those that are not the rule's own.
        by: the profile that made it so, none for ``baseline``.
        origin: the package of that profile, or of the rule.
        replaced_by: the code of the rule in its place.
    """

    rule: Rule
    mark: Mark
    severity: Severity
    parameters: Mapping[str, Parameter]
    by: Profile | None
    origin: Origin
    replaced_by: str = ""


def standings(rules: Sequence[Rule], chain: Sequence[Profile]) -> Iterator[Standing]:
    """How the rules stand that are national or belong to these profiles, by code."""
    base, now = choose(rules), choose(rules, chain=chain)
    ours = {code for profile in chain for selector in profile.turned_on for code in matches(selector, rules)}
    prefixes = {profile.prefix for profile in chain}
    for rule in sorted(rules, key=lambda rule: rule.code):
        if not rule.regional or rule.code in ours or rule.code[:-3] in prefixes:
            yield _standing(rule, _in(base, rule), _in(now, rule), now, chain)


def _standing(
    rule: Rule, before: Rule | None, after: Rule | None, now: RuleSet, chain: Sequence[Profile]
) -> Standing:
    severity = now.severity(rule)
    changed = {
        name: after.parameter(name)
        for name in rule.parameters
        if after is not None and after.parameter(name) != rule.parameters[name]
    }
    replaced = _replacement(rule, chain) if after is None else ""
    mark: Mark = "baseline"
    if after is None:
        mark = "replaced" if replaced else "off"
    elif before is None:
        mark = "added"
    elif severity is not rule.severity:
        mark = "tightened" if severity.rank < rule.severity.rank else "relaxed"
    elif changed:
        mark = "tuned"
    by = _cause(mark, rule, chain)
    return Standing(rule, mark, severity, changed, by, by.origin if by else rule.origin, replaced)


def _in(ruleset: RuleSet, rule: Rule) -> Rule | None:
    return next((item for item in ruleset.rules if item.code == rule.code), None)


def _replacement(rule: Rule, chain: Sequence[Profile]) -> str:
    for profile in reversed(chain):
        for old, new in profile.replaces.items():
            if rule.code in matches(old, [rule]):
                return new
    return ""


def _cause(mark: Mark, rule: Rule, chain: Sequence[Profile]) -> Profile | None:
    """The lowest profile that says anything of the kind about a rule."""
    for profile in reversed(chain):
        selectors: tuple[str, ...] = {
            "baseline": (),
            "added": profile.turned_on,
            "tightened": tuple(profile.severities),
            "relaxed": tuple(profile.severities),
            "tuned": tuple(profile.parameters),
            "replaced": tuple(profile.replaces),
            "off": (*profile.turned_off, *profile.severities),
        }[mark]
        if any(matches(selector, [rule]) for selector in selectors):
            return profile
    return None
