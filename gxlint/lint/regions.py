"""Which profile holds for a report: the one asked for, or the one that the issuing body's name leads to."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from gxlint.lint.ruleset import SettingError
from gxlint.rules import Message, Profile
from gxlint.rules.profile import NATIONAL, ancestry
from gxlint.source.record import Record


class Region(Record, frozen=True):
    """A province, city or county that was asked for.

    ``profile`` is its own, or the nearest above it, or none; ``own`` tells whether it is its own.
    """

    name: str
    profile: Profile | None
    own: bool


class UnknownRegion(SettingError):  # noqa: N818
    """What was asked for is no province, city or county."""

    message = Message("未知的省、市、县 {word}", "{word} is no known province, city or county")

    def __init__(self, word: str, close: str | None) -> None:
        if close:
            self.message = Message(
                self.message.zh + ",是否指 {close}?", self.message.en + "; did you mean {close}?"
            )
        super().__init__(word=word, close=close)


class AmbiguousRegion(SettingError):  # noqa: N818
    """What was asked for may be any of several places."""

    message = Message(
        "{word} 不止一处,请写代码,如 {codes}", "{word} may be several places; write the code, such as {codes}"
    )


NO_PROFILE = Message(
    "没有安装适用于{name}的规则包,只按全国规则检查",
    "no package for {name} is installed; only national rules apply",
)


class Regions:
    """The profiles of a run."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """``profiles`` are all there are, each with its parent among them."""
        self.by_code = {profile.code: profile for profile in profiles}
        self._found: dict[tuple[str, str], Profile | None] = {}

    def chain(self, profile: Profile | None) -> tuple[Profile, ...]:
        """The profiles that hold under this one, the province's first."""
        return () if profile is None else ancestry(profile, self.by_code)

    def region(self, word: str) -> Region:
        """What a person means by a code or a name.

        Args:
            word: ``GS``, ``CN-GS``, 甘肃, 甘肃省, ``CN-GS-620600``, ``620600``, 武威, 武威市; ``CN`` for the nation.

        Raises:
            UnknownRegion: there is no such place.
            AmbiguousRegion: there are several.
        """
        word = word.strip()
        code = word.upper()
        if code in (NATIONAL, "全国"):
            return Region("全国", None, own=True)
        for known in (code, f"{NATIONAL}-{code}"):
            if known in self.by_code:
                return Region(self.by_code[known].name, self.by_code[known], own=True)
        named = [profile for profile in self.by_code.values() if word in (profile.name, *profile.aliases)]
        if len(named) == 1:
            return Region(named[0].name, named[0], own=True)
        return self._division(word)

    def of_body(self, organisation: str | None, within: Region | None) -> Profile | None:
        """The profile for an issuing body.

        Args:
            organisation: its name.
            within: what was asked for; only a profile below it is looked for then.
        """
        base = within.profile if within else None
        if not self.by_code or not organisation or (within is not None and not within.own):
            return base
        if within is not None and base is None:
            return None  # the nation was asked for
        key = organisation, base.code if base else ""
        if key not in self._found:
            profile = self._inferred(organisation)
            below = base is None or (profile is not None and base in self.chain(profile))
            self._found[key] = profile if below else base
        return self._found[key]

    def _inferred(self, organisation: str) -> Profile | None:
        from gxlint.lint.places.locate import locate

        division, rest = locate(organisation)
        above = self._nearest(division.above) if division else None
        # What the table does not have, a development zone for instance, is known by what its profile calls it.
        named = [
            (len(name), profile.code)
            for profile in self._untabled
            for name in (profile.name, *profile.aliases)
            if organisation.startswith(name)
            or (rest.startswith(name) and above in (None, *self.chain(profile)))
        ]
        return self.by_code[max(named)[1]] if named else above

    @cached_property
    def _untabled(self) -> tuple[Profile, ...]:
        from gxlint.lint.places.table import table

        known = {division.profile_code for division in table().by_code.values()}
        return tuple(profile for code, profile in self.by_code.items() if code not in known)

    def _nearest(self, codes: Sequence[str]) -> Profile | None:
        """The profile of the lowest of these divisions that has one."""
        from gxlint.lint.places.table import table

        divisions = table().by_code
        for code in reversed(codes):
            division = divisions.get(code)
            if division is not None and division.profile_code in self.by_code:
                return self.by_code[division.profile_code]
        return None

    def _division(self, word: str) -> Region:
        from gxlint.lint.places.locate import called
        from gxlint.lint.places.provinces import BY_LETTERS
        from gxlint.lint.places.table import table

        digits = word.rpartition("-")[2]
        letters = BY_LETTERS.get(word.upper().removeprefix(f"{NATIONAL}-"))
        by_code = table().by_code
        divisions = (
            [by_code[f"{letters.digits}0000"]]
            if letters
            else [by_code[digits]]
            if digits in by_code and by_code[digits].profile_code.endswith(word.upper())
            else called(word)
        )
        if len(divisions) > 1:
            raise AmbiguousRegion(word=word, codes="、".join(item.profile_code for item in divisions[:3]))
        if not divisions:
            raise UnknownRegion(word, self._closest(word))
        profile = self._nearest(divisions[0].above)
        own = profile is not None and profile.code == divisions[0].profile_code
        return Region(divisions[0].name, profile, own)

    def _closest(self, word: str) -> str | None:
        from difflib import get_close_matches

        known = list(dict.fromkeys(self._words()))
        found = get_close_matches(word, known, 5, 0.5) or get_close_matches(word.upper(), known, 1, 0.6)
        # Between names as close as that, people rather miss the end of one than its beginning.
        return min(found, key=lambda name: name[:1] != word[:1], default=None)

    def _words(self) -> Iterator[str]:
        from gxlint.lint.places.provinces import PROVINCES
        from gxlint.lint.places.table import table

        for profile in self.by_code.values():
            yield from (profile.code, profile.name, *profile.aliases)
        for province in PROVINCES:
            yield from (f"{NATIONAL}-{province.letters}", province.name, province.short)
        for division in table().by_code.values():
            if division.level == 1:
                yield division.name
