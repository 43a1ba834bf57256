"""What a province, a city or a county asks for besides the national rules, as data."""

from collections.abc import Mapping
from typing import NamedTuple

from gxlint.rules.info import Origin, Parameter

NATIONAL = "CN"
"""The code of what is above every province: the national rules, which need no profile."""

_NO_WORDS: Mapping[str, str] = {}
_NO_PARAMETERS: Mapping[str, Mapping[str, Parameter]] = {}
_NO_HEADINGS: Mapping[str, tuple[str, ...]] = {}


class Profile(NamedTuple):
    """What a province, a city or a county turns on, off, and tunes.

    It inherits: everything the ``parent`` says holds unless the profile says otherwise.

    Attributes:
        code: ``CN-GS`` for a province (ISO 3166-2:CN), ``CN-GS-620600`` for a city or county: the province's
            code and the six digits of GB/T 2260. For what has no such number (开发区), letters: ``CN-GS-LANZHOU``.
        name: the official name, 甘肃省, 武威市.
        parent: the code of the profile inherited from; by default the province the code names, if that has a
            profile. ``CN`` stands for the national rules alone.
        aliases: further names by which it may be asked for.
        rules: selectors (codes, their beginnings, names) of the rules turned on; none for all those of the package's
            own prefix. A rule with ``default_on = False`` is turned on only by its whole code or name.
        off: selectors of the rules turned off.
        replaces: code of a rule turned off → code of the rule turned on in its place.
        severities: severity, or ``off``, by selector.
        parameters: parameters of rules, by code and name.
        headings: section key → wordings of its heading that are as good as the official one here.
        prefix, origin: the prefix of the package's rules, and the package; set when it is registered.
    """

    code: str
    name: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    rules: tuple[str, ...] | None = None
    off: tuple[str, ...] = ()
    replaces: Mapping[str, str] = _NO_WORDS
    severities: Mapping[str, str] = _NO_WORDS
    parameters: Mapping[str, Mapping[str, Parameter]] = _NO_PARAMETERS
    headings: Mapping[str, tuple[str, ...]] = _NO_HEADINGS
    prefix: str = ""
    origin: Origin = Origin("", "")

    @property
    def turned_on(self) -> tuple[str, ...]:
        """Selectors of the rules it turns on."""
        own = (self.prefix,) if self.prefix else ()
        return (*(own if self.rules is None else self.rules), *self.replaces.values())

    @property
    def turned_off(self) -> tuple[str, ...]:
        """Selectors of the rules it turns off."""
        return (*self.off, *self.replaces)


def ancestry(profile: Profile, by_code: Mapping[str, Profile]) -> tuple[Profile, ...]:
    """The profile and those it inherits from, the province first."""
    chain = [profile]
    while chain[-1].parent in by_code:
        chain.append(by_code[chain[-1].parent])
    return tuple(reversed(chain))
