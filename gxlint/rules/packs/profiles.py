"""The profiles that a pack declares."""

from collections.abc import Iterator, Sequence

from gxlint.rules.info import Parameter
from gxlint.rules.packs.models import PackFile, ProfileEntry
from gxlint.rules.packs.rule import PackRule
from gxlint.rules.profile import Profile


def profiles_of(file: PackFile, rules: Sequence[type[PackRule]]) -> Iterator[Profile]:
    """The declared profiles. A rule that names profiles is turned on by those alone."""
    for entry in file.profile:
        yield Profile(
            code=entry.code,
            name=entry.name,
            parent=entry.parent,
            aliases=tuple(entry.aliases),
            rules=_turned_on(entry, file, rules),
            off=tuple(entry.off),
            replaces=dict(entry.replaces),
            severities=dict(entry.severities),
            parameters={
                code: {name: _parameter(value) for name, value in values.items()}
                for code, values in entry.parameters.items()
            },
            headings={section: tuple(wordings) for section, wordings in entry.headings.items()},
        )


def _turned_on(
    entry: ProfileEntry, file: PackFile, rules: Sequence[type[PackRule]]
) -> tuple[str, ...] | None:
    """Those listed, or those that name no profile; and those that name this one.

    A city's profile inherits the province's, and adds its own alone.
    """
    named = tuple(rule.code for rule in rules if entry.code in rule.profiles and rule.default_on)
    if entry.rules is not None:
        return (*entry.rules, *named)
    if not any(rule.profiles for rule in rules):
        return None
    above = entry.parent or entry.code.rpartition("-")[0]
    inherits = any(other.code == above for other in file.profile)
    general = () if inherits else tuple(rule.code for rule in rules if not rule.profiles and rule.default_on)
    return (*general, *named)


def _parameter(value: bool | int | float | str | list[str]) -> Parameter:
    return tuple(value) if isinstance(value, list) else value
