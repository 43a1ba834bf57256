"""Parameters of rules: what a profile or a configuration may set, and whether a value is one a rule can work with."""

from collections.abc import Sequence
from typing import TypeAlias

from gxlint.rules.info import Message, Parameter

Problem: TypeAlias = tuple[Message, dict[str, object]]

_KINDS: dict[type, tuple[str, str]] = {
    bool: ("true 或 false", "true or false"),
    int: ("整数", "a whole number"),
    float: ("数", "a number"),
    str: ("一段文字", "a text"),
    tuple: ("文字的列表", "a list of texts"),
}
_WRONG_TYPE = Message(
    "参数 {name} 应为{kind_zh},现为 {got}", "parameter {name} must be {kind_en}, but it is {got}"
)
_NEGATIVE = Message(
    "参数 {name} 不能是负数,现为 {got}", "parameter {name} cannot be negative, but it is {got}"
)


def parameter_value(name: str, value: object, default: Parameter) -> tuple[Parameter | None, Problem | None]:
    """The value in the type of the default, or none and what is wrong with it.

    A whole number does where a number is wanted, a list of texts where a tuple is.
    """
    if isinstance(default, tuple):
        if (
            isinstance(value, Sequence)
            and not isinstance(value, str)
            and all(_is_text(item) for item in value)
        ):
            return tuple(value), None
    elif isinstance(default, float):
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _sized(name, float(value), default)
    elif type(value) is type(default):
        return _sized(name, value, default)
    zh, en = _KINDS[type(default)]
    return None, (_WRONG_TYPE, {"name": name, "kind_zh": zh, "kind_en": en, "got": repr(value)})


def _sized(name: str, value: object, default: Parameter) -> tuple[Parameter | None, Problem | None]:
    """A number that would make no sense is refused: thresholds are not negative unless their default is."""
    if isinstance(value, int | float) and isinstance(default, int | float) and value < 0 <= default:
        return None, (_NEGATIVE, {"name": name, "got": repr(value)})
    assert isinstance(value, bool | int | float | str)
    return value, None


def _is_text(item: object) -> bool:
    return isinstance(item, str)
