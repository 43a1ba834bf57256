"""Takes profiles in: those that cannot be are refused, entries that name what does not exist are left out, and said."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gxlint.rules import failures
from gxlint.rules.discovery import Installed
from gxlint.rules.info import Message, Origin, Parameter, RuleInfo, Severity
from gxlint.rules.parameters import parameter_value
from gxlint.rules.profile import NATIONAL, Profile
from gxlint.rules.selectors import closest, matches, named_rule

OFF = "off"
GRADES = (*(severity.value for severity in Severity), OFF)

_CODE = Message(
    "代码 {got} 应为 CN-GS 或 CN-GS-620600 的写法", "code {got} is not of the form CN-GS or CN-GS-620600"
)
_NAME = Message("名称 {got} 应为非空文字", "name {got} must be a text that is not empty")
_TEXTS = Message("{field} 应为文字的元组", "{field} must be a tuple of texts")
_MAPPING = Message("{field} 应为字典", "{field} must be a mapping")

Fail = Callable[..., None]


class Offer(NamedTuple):
    """A profile as a plugin or a pack offers it, and the prefix of the rules that come with it."""

    installed: Installed
    prefix: str
    profile: object


def settled(
    offers: Iterable[Offer], rules: Sequence[RuleInfo], sections: Iterable[str], fail: Fail
) -> tuple[tuple[Profile, Installed], ...]:
    """The profiles that can be used, by code, with only such entries as mean something, and who brings each.

    Args:
        offers: what the plugins bring.
        rules: all rules there are.
        sections: keys of the sections of all formats.
        fail: called with the plugin, the kind of failure and its parameters.
    """
    taken = _Taking(fail)
    for offer in offers:
        taken.take(offer)
    review = _Review(rules, frozenset(sections), fail)
    kept = taken.with_parents()
    return tuple((review.cleaned(*kept[code]), kept[code][1]) for code in sorted(kept))


class _Taking:
    """Which profiles there are at all."""

    def __init__(self, fail: Fail) -> None:
        self.by_code: dict[str, tuple[Profile, Installed]] = {}
        self._fail = fail

    def take(self, offer: Offer) -> None:
        """Take a profile in, unless it has no proper shape or its code is taken."""
        installed, prefix, profile = offer
        if not isinstance(profile, Profile):
            self._fail(installed, failures.NO_PROFILE, got=type(profile).__name__)
            return
        problems = list(_shape_problems(profile))
        for message, params in problems:
            self._fail(installed, failures.bad_profile(message), profile=str(profile.code), **params)
        if problems:
            return
        if profile.code in self.by_code:
            owner = self.by_code[profile.code][1].package
            self._fail(installed, failures.DUPLICATE_PROFILE, profile=profile.code, owner=owner)
            return
        origin = Origin(installed.package, installed.version)
        self.by_code[profile.code] = profile._replace(origin=origin, prefix=prefix), installed

    def with_parents(self) -> Mapping[str, tuple[Profile, Installed]]:
        """Only those that inherit, over any number of steps, from the national rules."""
        for code, (profile, installed) in list(self.by_code.items()):
            self.by_code[code] = profile._replace(parent=self._parent(profile)), installed
        lost = [code for code in self.by_code if not self._is_rooted(code)]
        for code in lost:
            profile, installed = self.by_code[code]
            kind = failures.PROFILE_CYCLE if profile.parent in self.by_code else failures.UNKNOWN_PARENT
            self._fail(installed, kind, profile=code, parent=profile.parent)
        for code in lost:
            del self.by_code[code]
        return self.by_code

    def _parent(self, profile: Profile) -> str:
        """The parent it names, else the province its code names, where that has a profile."""
        if profile.parent:
            return profile.parent
        above = profile.code.rpartition("-")[0]
        return above if above in self.by_code else NATIONAL

    def _is_rooted(self, code: str) -> bool:
        seen = set()
        while code != NATIONAL:
            if code in seen or code not in self.by_code:
                return False
            seen.add(code)
            code = self.by_code[code][0].parent
        return True


class _Review:
    """Leaves out of a profile what names a rule, a parameter, a severity or a section that does not exist."""

    def __init__(self, rules: Sequence[RuleInfo], sections: frozenset[str], fail: Fail) -> None:
        self._rules, self._sections, self._fail = rules, sections, fail

    def cleaned(self, profile: Profile, installed: Installed) -> Profile:
        """The profile without the entries that mean nothing; each has been told."""

        def fail(kind: failures.Kind, **params: object) -> None:
            self._fail(installed, kind, profile=profile.code, **params)

        return profile._replace(
            rules=self._turned_on(profile, fail),
            off=tuple(filter(self._known(fail), profile.off)),
            replaces=dict(self._replaced(profile.replaces, fail)),
            severities=dict(self._graded(profile.severities, fail)),
            parameters=dict(self._tuned(profile.parameters, fail)),
            headings=dict(self._headed(profile.headings, fail)),
        )

    def _turned_on(self, profile: Profile, fail: Callable[..., None]) -> tuple[str, ...] | None:
        """The rules it names; none at all where it means all of its prefix and there are none, as it may only tune."""
        if profile.rules is not None:
            return tuple(filter(self._known(fail), profile.rules))
        return None if profile.prefix and matches(profile.prefix, self._rules) else ()

    def _known(self, fail: Callable[..., None]) -> Callable[[str], bool]:
        def known(selector: str) -> bool:
            if matches(selector, self._rules):
                return True
            self._unknown(selector, fail)
            return False

        return known

    def _unknown(self, word: str, fail: Callable[..., None]) -> None:
        close = closest(word, self._rules)
        fail(failures.PROFILE_RULE_CLOSE if close else failures.PROFILE_RULE, rule=word, close=close)

    def _replaced(self, replaces: Mapping[str, str], fail: Callable[..., None]) -> Iterator[tuple[str, str]]:
        known = self._known(fail)
        for old, new in replaces.items():
            if known(old) and known(new):
                yield old, new

    def _graded(self, severities: Mapping[str, str], fail: Callable[..., None]) -> Iterator[tuple[str, str]]:
        known = self._known(fail)
        for selector, grade in severities.items():
            if not known(selector):
                continue
            if grade in GRADES:
                yield selector, grade
            else:
                fail(failures.PROFILE_SEVERITY, rule=selector, got=repr(grade), known=", ".join(GRADES))

    def _tuned(
        self, parameters: Mapping[str, Mapping[str, Parameter]], fail: Callable[..., None]
    ) -> Iterator[tuple[str, dict[str, Parameter]]]:
        for word, values in parameters.items():
            rule = named_rule(word, self._rules)
            if rule is None:
                self._unknown(word, fail)
            else:
                yield rule.code, dict(self._values(rule, values, fail))

    def _values(
        self, rule: RuleInfo, values: Mapping[str, Parameter], fail: Callable[..., None]
    ) -> Iterator[tuple[str, Parameter]]:
        for name, given in values.items():
            if name not in rule.parameters:
                known = ", ".join(rule.parameters) or "—"
                fail(failures.PROFILE_PARAMETER, rule=rule.code, name=name, known=known)
                continue
            value, problem = parameter_value(name, given, rule.parameters[name])
            if value is not None:
                yield name, value
            elif problem is not None:
                fail(failures.bad_value(problem[0]), rule=rule.code, **problem[1])

    def _headed(
        self, headings: Mapping[str, tuple[str, ...]], fail: Callable[..., None]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        for section, wordings in headings.items():
            if section in self._sections:
                yield section, tuple(wordings)
            else:
                fail(failures.PROFILE_SECTION, section=section, known=", ".join(sorted(self._sections)))


def _shape_problems(profile: Profile) -> Iterator[tuple[Message, dict[str, object]]]:
    """What keeps a tuple from being a profile."""
    if not is_profile_code(profile.code):
        yield _CODE, {"got": repr(profile.code)}
    if not isinstance(profile.name, str) or not profile.name.strip():
        yield _NAME, {"got": repr(profile.name)}
    for field in ("aliases", "rules", "off"):
        if not _are_texts(getattr(profile, field)) and not (field == "rules" and profile.rules is None):
            yield _TEXTS, {"field": field}
    for field in ("replaces", "severities", "parameters", "headings"):
        if not isinstance(getattr(profile, field), Mapping):
            yield _MAPPING, {"field": field}
            return
    for field, value in (
        *((f"parameters.{code}", values) for code, values in profile.parameters.items()),
        *((f"headings.{key}", wordings) for key, wordings in profile.headings.items()),
    ):
        if field.startswith("parameters") and not isinstance(value, Mapping):
            yield _MAPPING, {"field": field}
        elif field.startswith("headings") and not _are_texts(value):
            yield _TEXTS, {"field": field}


def is_profile_code(code: object) -> bool:
    """Whether a text is ``CN``, two capitals and, for less than a province, capitals or digits, joined by hyphens."""
    if not isinstance(code, str) or not code.isascii():
        return False
    country, *parts = code.split("-")
    if country != NATIONAL or len(parts) not in (1, 2):
        return False
    province = parts[0]
    return (
        len(province) == 2
        and province.isalpha()
        and province.isupper()
        and all(part.isalnum() and part == part.upper() for part in parts[1:])
    )


def _are_texts(value: Any) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(item, str) for item in value)
