"""Which rules run, how grave their findings are and with which parameters."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gxlint.lint.plan import Plan
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.rules import Message, Parameter, Profile, Rule, RuleInfo, Severity
from gxlint.rules.selectors import EXACT, closest, matches
from gxlint.source.record import Record, made

OFF = "off"
_TOOL_CODES = frozenset(rule.code for rule in TOOL_RULES)


class RuleSet(Record, frozen=True):
    """The selected rules, sorted by code, each with the parameters that hold for it.

    ``severities`` are overrides by code; ``silenced`` are codes of the tool's own rules that are not to be
    reported. ``plans`` and ``stopped`` belong to the linter: what it worked out for these rules, by key of the
    format, and the seconds after which it stopped a rule that did not end, by code; that rule runs no more.
    """

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = made(default_factory=dict)
    silenced: frozenset[str] = frozenset()
    plans: dict[str, Plan] = made(default_factory=dict)
    stopped: dict[str, float] = made(default_factory=dict)

    def severity(self, rule: RuleInfo) -> Severity:
        """How grave a rule's findings are unless the finding itself says less."""
        return self.severities.get(rule.code, rule.severity)


class Choice(NamedTuple):
    """What one voice says about the rules: a profile, a configuration or the command line.

    ``select`` sets aside what was chosen before; the others add to it and take away from it. Parameters are
    given by code and name.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severities: Mapping[str, str] = {}
    parameters: Mapping[str, Mapping[str, Parameter]] = {}


class SettingError(ValueError):
    """A setting that cannot be. The message comes in both languages."""

    message: Message

    def __init__(self, **params: object) -> None:
        super().__init__(self.message.render(params, "en"))
        self.params = params

    def text(self, lang: str = "zh") -> str:
        """What is wrong, in the language asked for."""
        return self.message.render(self.params, lang)


class UnknownRule(SettingError):  # noqa: N818
    """A selector that fits no rule. ``suggestion`` is the closest that would, if any is close."""

    def __init__(self, code: str, suggestion: str | None) -> None:
        self.code, self.suggestion = code, suggestion
        self.message = _UNKNOWN if suggestion is None else _UNKNOWN_CLOSE
        super().__init__(code=code, suggestion=suggestion)


class UnknownSeverity(SettingError):  # noqa: N818
    """A severity that does not exist."""

    message = Message(
        "规则 {code} 的严重程度“{got}”不存在,可用的有 error、warning、info、hint、off",
        "rule {code}: there is no severity {got}; known are error, warning, info, hint and off",
    )


_UNKNOWN = Message(
    "未知规则 {code},可用 gxlint rules 查看全部规则", "unknown rule {code}; gxlint rules lists them all"
)
_UNKNOWN_CLOSE = Message(
    "未知规则 {code},是否指 {suggestion}?", "unknown rule {code}; did you mean {suggestion}?"
)


def choose(
    rules: Sequence[Rule],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    severities: Mapping[str, str] | None = None,
    chain: Iterable[Profile] = (),
    configured: Choice | None = None,
) -> RuleSet:
    """The rules that are to run.

    A selector is a code, the beginning of one (``CN3``), a name, a former code or name, or ``ALL``. The
    longer one decides: ``ignore=["CN3"], extend_select=["CN305"]`` leaves CN305 on. Between equals it is off.
    There are several voices: profiles from the province down, then the configuration, then the rest. Between
    equals of two voices the later one decides, and its ``select`` sets aside what was on before.

    Args:
        rules: all there are.
        select: what to run; unless given, every rule that is on by default, which those of a province are
            only under its profile.
        ignore: what not to run. The tool's own rules always run unless they are named here.
        extend_select: what to run besides.
        severities: severity, or ``off``, by selector.
        chain: the profiles that hold, the province first.
        configured: what the configuration says.

    Raises:
        UnknownRule: a selector fits no rule.
        UnknownSeverity: a severity does not exist.
    """
    choosing = _Choosing(rules)
    for profile in chain:
        choosing.obey_profile(profile)
    if configured is not None:
        choosing.obey(configured)
    choosing.obey(Choice(tuple(select), tuple(ignore), tuple(extend_select), severities or {}))
    return choosing.ruleset()


class _Choosing:
    """The rules that are on after everything said so far."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._known: tuple[RuleInfo, ...] = (*rules, *TOOL_RULES)
        self._on = {rule.code for rule in self._known if rule.default_on and not rule.regional}
        self._grades: dict[str, Severity] = {}
        self._values: dict[str, dict[str, Parameter]] = {}
        self._off: dict[str, int] = {}  # how closely the rules that were turned off were named then

    def obey_profile(self, profile: Profile) -> None:
        """Turn rules on and off as a profile says."""
        chosen = self._weigh(profile.turned_on)
        asked = {rule.code: rule.default_on for rule in self._known}
        self._turn(
            {code: weight for code, weight in chosen.items() if asked[code] or weight == EXACT},
            self._weigh(profile.turned_off),
        )
        self._tune(profile.severities, profile.parameters)

    def obey(self, choice: Choice) -> None:
        """Turn rules on and off as a configuration or the command line says."""
        if choice.select:
            self._on &= _TOOL_CODES
        self._turn(self._weigh((*choice.select, *choice.extend_select)), self._weigh(choice.ignore))
        self._tune(choice.severities, choice.parameters)

    def ruleset(self) -> RuleSet:
        """What has come of it."""
        rules = sorted((rule for rule in self._rules if rule.code in self._on), key=lambda rule: rule.code)
        return RuleSet(
            tuple(rule.tuned(self._values.get(rule.code, {})) for rule in rules),
            self._grades,
            _TOOL_CODES - self._on,
        )

    def _turn(self, chosen: Mapping[str, int], ignored: Mapping[str, int]) -> None:
        for code, weight in chosen.items():
            if weight >= self._off.get(code, -1):
                self._off.pop(code, None)
                self._on.add(code)
        for code, weight in ignored.items():
            if weight >= chosen.get(code, -1) and (weight or code not in _TOOL_CODES):
                self._turn_off(code, weight)

    def _turn_off(self, code: str, weight: int) -> None:
        self._on.discard(code)
        self._off[code] = max(weight, self._off.get(code, -1))

    def _tune(self, severities: Mapping[str, str], parameters: Mapping[str, Mapping[str, Parameter]]) -> None:
        for code, (weight, grade) in self._graded(severities).items():
            if grade == OFF:
                self._turn_off(code, weight)
            else:
                self._grades[code] = Severity(grade)
        for code, values in parameters.items():
            self._values[code] = {**self._values.get(code, {}), **values}

    def _weigh(self, selectors: Iterable[str]) -> dict[str, int]:
        """For each code how closely the closest selector names it."""
        weights: dict[str, int] = {}
        for selector in selectors:
            for code, weight in self._matches(selector).items():
                weights[code] = max(weight, weights.get(code, -1))
        return weights

    def _matches(self, selector: str) -> dict[str, int]:
        found = matches(selector, self._known)
        if not found:
            raise UnknownRule(selector, closest(selector.strip(), self._known))
        return found

    def _graded(self, severities: Mapping[str, str]) -> dict[str, tuple[int, str]]:
        """Severity or off for each code, and how closely it is named; the closest selector decides."""
        grades: dict[str, tuple[int, str]] = {}
        for selector, grade in severities.items():
            for code, weight in self._matches(selector).items():
                if code not in grades or weight >= grades[code][0]:
                    grades[code] = weight, _grade(code, grade)
        return grades


def _grade(code: str, grade: str) -> str:
    try:
        return OFF if grade == OFF else Severity(grade)
    except ValueError as error:
        raise UnknownSeverity(code=code, got=grade) from error
