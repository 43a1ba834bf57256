"""What a configuration names has to exist: rules, their parameters, the province."""

from collections.abc import Iterator, Mapping, Sequence

from gxlint.lint.config.config import Config
from gxlint.lint.regions import Regions
from gxlint.lint.ruleset import Choice, SettingError
from gxlint.rules import Message, Parameter, RuleInfo
from gxlint.rules.parameters import parameter_value
from gxlint.rules.selectors import closest, matches, named_rule
from gxlint.rules.toml_places import TomlError, TomlProblem

_UNKNOWN = Message(
    "未知规则 {code};可用 gxlint rules 查看全部规则,省市的规则要先安装其规则包",
    "unknown rule {code}; gxlint rules lists them all, those of a province need its package",
)
_UNKNOWN_CLOSE = Message("未知规则 {code},是否指 {close}?", "unknown rule {code}; did you mean {close}?")
_NO_PARAMETERS = Message("规则 {code} 没有可设的参数", "rule {code} has no parameters")
_NO_PARAMETER = Message(
    "规则 {code} 没有参数 {name},可设的有 {known}", "rule {code} has no parameter {name}; it has {known}"
)


def checked_choice(config: Config, rules: Sequence[RuleInfo], regions: Regions) -> Choice:
    """What the configuration says about rules, parameters by the rules' codes.

    Args:
        config: a configuration.
        rules: all rules there are, the tool's own among them.
        regions: the profiles there are.

    Raises:
        TomlError: it names a rule, a parameter or a province that does not exist.
    """
    checking = _Checking(config, rules)
    checking.selectors()
    parameters = dict(checking.parameters())
    checking.province(regions)
    if checking.problems:
        raise TomlError(checking.problems)
    return config.choice._replace(parameters=parameters)


class _Checking:
    def __init__(self, config: Config, rules: Sequence[RuleInfo]) -> None:
        self.problems: list[TomlProblem] = []
        self._config, self._rules = config, rules

    def selectors(self) -> None:
        """Complain about selectors that fit no rule."""
        choice = self._config.choice
        for key, selectors in (
            ("select", choice.select),
            ("ignore", choice.ignore),
            ("extend-select", choice.extend_select),
        ):
            for place, selector in enumerate(selectors):
                if not matches(selector, self._rules):
                    self._unknown(selector, key, place)
        for selector in choice.severities:
            if not matches(selector, self._rules):
                self._unknown(selector, "severities", selector, at_key=True)

    def parameters(self) -> Iterator[tuple[str, dict[str, Parameter]]]:
        """Parameters by code; complains about rules, names and values that cannot be."""
        for word, values in self._config.choice.parameters.items():
            rule = named_rule(word, self._rules)
            if rule is None:
                self._unknown(word, "parameters", word, at_key=True)
            else:
                yield rule.code, dict(self._values(rule, word, values))

    def province(self, regions: Regions) -> None:
        """Complain about a province that does not exist."""
        if self._config.province is not None:
            try:
                regions.region(self._config.province)
            except SettingError as error:
                self._add(error.message, "province", params=error.params)

    def _values(
        self, rule: RuleInfo, word: str, values: Mapping[str, Parameter]
    ) -> Iterator[tuple[str, Parameter]]:
        for name, given in values.items():
            keys = ("parameters", word, name)
            if name not in rule.parameters:
                message = _NO_PARAMETER if rule.parameters else _NO_PARAMETERS
                known = "、".join(rule.parameters)
                self._add(
                    message, *keys, at_key=True, params={"code": rule.code, "name": name, "known": known}
                )
                continue
            value, problem = parameter_value(name, given, rule.parameters[name])
            if value is not None:
                yield name, value
            elif problem is not None:
                self._add(problem[0], *keys, params=problem[1])

    def _unknown(self, word: str, *keys: str | int, at_key: bool = False) -> None:
        close = closest(word, self._rules)
        message = _UNKNOWN_CLOSE if close else _UNKNOWN
        self._add(message, *keys, at_key=at_key, params={"code": word, "close": close})

    def _add(
        self, message: Message, /, *keys: str | int, params: Mapping[str, object], at_key: bool = False
    ) -> None:
        toml, under = self._config.toml, self._config.under
        place = toml.key_place((*under, *keys)) if at_key else toml.value_place((*under, *keys))
        self.problems.append(TomlProblem(toml.path, place, message, params))
