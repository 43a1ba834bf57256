"""Which rules run, and how grave their findings are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gxlint.lint.plan import Plan
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.rules import Message, Rule, RuleInfo, Severity

ALL = "ALL"
OFF = "off"
_EXACT = 99  # a code or name outweighs any prefix
# What a hand or an eye puts in place of a digit.
_LOOKALIKES = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The selected rules, sorted by code.

    ``severities`` are overrides by code; ``silenced`` are codes of the tool's own rules that are not to be
    reported. ``plans`` belongs to the linter: what it worked out for these rules, by key of the format.
    """

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    silenced: frozenset[str] = frozenset()
    plans: dict[str, Plan] = field(default_factory=dict, init=False, repr=False, compare=False)

    def severity(self, rule: RuleInfo) -> Severity:
        """How grave a rule's findings are unless the finding itself says less."""
        return self.severities.get(rule.code, rule.severity)


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
) -> RuleSet:
    """The rules that are to run.

    A selector is a code, the beginning of one (``CN3``), a name, a former code or name, or ``ALL``. The
    longer one decides: ``ignore=["CN3"], extend_select=["CN305"]`` leaves CN305 on. Between equals it is off.

    Args:
        rules: all there are.
        select: what to run; everything unless given.
        ignore: what not to run. The tool's own rules always run unless they are named here.
        extend_select: what to run besides ``select``.
        severities: severity, or ``off``, by selector.

    Raises:
        UnknownRule: a selector fits no rule.
        UnknownSeverity: a severity does not exist.
    """
    known: tuple[RuleInfo, ...] = (*rules, *TOOL_RULES)
    chosen = _weigh((*(select or (ALL,)), *extend_select), known)
    ignored = _weigh(ignore, known)
    graded = _grades(severities or {}, known)
    off = {code for code, grade in graded.items() if grade == OFF}
    off |= {rule.code for rule in rules if chosen.get(rule.code, -1) <= ignored.get(rule.code, -1)}
    return RuleSet(
        tuple(sorted((rule for rule in rules if rule.code not in off), key=lambda rule: rule.code)),
        {code: grade for code, grade in graded.items() if isinstance(grade, Severity)},
        frozenset(rule.code for rule in TOOL_RULES if rule.code in off or ignored.get(rule.code, 0) > 0),
    )


def _weigh(selectors: Iterable[str], known: Sequence[RuleInfo]) -> dict[str, int]:
    """For each code how closely the closest selector names it."""
    weights: dict[str, int] = {}
    for selector in selectors:
        for code, weight in _matches(selector, known).items():
            weights[code] = max(weight, weights.get(code, -1))
    return weights


def _matches(selector: str, known: Sequence[RuleInfo]) -> dict[str, int]:
    wanted = selector.strip()
    if wanted.upper() == ALL:
        return {rule.code: 0 for rule in known}
    for rule in known:
        if wanted.upper() == rule.code or wanted.lower() == rule.name or wanted in rule.aliases:
            return {rule.code: _EXACT}
    matches = {rule.code: len(wanted) for rule in known if wanted and rule.code.startswith(wanted.upper())}
    if not matches:
        raise UnknownRule(selector, closest(wanted, known))
    return matches


def _grades(severities: Mapping[str, str], known: Sequence[RuleInfo]) -> dict[str, str]:
    """Severity or off for each code; the closest selector decides."""
    grades: dict[str, str] = {}
    weights: dict[str, int] = {}
    for selector, grade in severities.items():
        for code, weight in _matches(selector, known).items():
            if weight >= weights.get(code, -1):
                weights[code] = weight
                grades[code] = _grade(code, grade)
    return grades


def _grade(code: str, grade: str) -> str:
    try:
        return OFF if grade == OFF else Severity(grade)
    except ValueError as error:
        raise UnknownSeverity(code=code, got=grade) from error


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
