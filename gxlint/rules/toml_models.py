"""Holds the contents of a TOML file against a pydantic model; what does not fit is said with its line and column."""

from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from gxlint.rules.info import Message
from gxlint.rules.toml_places import Toml, TomlError, TomlProblem
from gxlint.rules.toml_spelling import SPELLED

M = TypeVar("M", bound=BaseModel)

_UNKNOWN = Message("未知的键 {key};这里可用的有 {known}", "unknown key {key}; known here are {known}")
_UNKNOWN_CLOSE = Message("未知的键 {key},是否指 {close}?", "unknown key {key}; did you mean {close}?")
_MISSING = Message("缺少必填的 {key}", "{key} is missing")
_OTHER = Message("{key} 的值不对:{error}", "{key}: {error}")
_WORDS = {
    "string_type": Message(
        "{key} 应为文字(加引号),现为 {got}", "{key} must be a text in quotes, but it is {got}"
    ),
    "bool_type": Message(
        "{key} 应为 true 或 false,现为 {got}", "{key} must be true or false, but it is {got}"
    ),
    "int_type": Message("{key} 应为整数,现为 {got}", "{key} must be a whole number, but it is {got}"),
    "float_type": Message("{key} 应为数,现为 {got}", "{key} must be a number, but it is {got}"),
    "list_type": Message("{key} 应为方括号列表,现为 {got}", "{key} must be a list, but it is {got}"),
    "dict_type": Message("{key} 应为一组“键 = 值”,现为 {got}", "{key} must be a table, but it is {got}"),
    "literal_error": Message(
        "{key} 应为 {expected} 之一,现为 {got}", "{key} must be one of {expected}, but it is {got}"
    ),
    "string_too_short": Message("{key} 不能为空", "{key} cannot be empty"),
    "string_too_long": Message(
        "{key} 太长,至多 {max_length} 个字符", "{key} is too long, {max_length} characters at most"
    ),
    "string_pattern_mismatch": Message("{key} 的写法不对,现为 {got}", "{key} cannot be {got}"),
    "too_short": Message("{key} 不能为空", "{key} cannot be empty"),
    "too_long": Message(
        "{key} 至多 {max_length} 项,现有 {actual_length} 项",
        "{key} may have {max_length} entries, but it has {actual_length}",
    ),
    "greater_than_equal": Message("{key} 不能小于 {ge},现为 {got}", "{key} must be {ge} or more, not {got}"),
    "less_than_equal": Message("{key} 不能大于 {le},现为 {got}", "{key} must be {le} or less, not {got}"),
}
_SAME = {
    "model_type": "dict_type",
    "enum": "literal_error",
    "int_from_float": "int_type",
    "tuple_type": "list_type",
    "mapping_type": "dict_type",
    "string_sub_type": "string_type",
}
_SPELLED = Message("{key} 应为{spelled},现为 {got}", "{key} must be {spelled}, but it is {got}")
_LONGEST_SHOWN = 40
_MOST_PROBLEMS = 200  # nobody reads more, and a suggestion takes its time


class Refusal(ValueError):  # noqa: N818
    """What a validator of a model raises to say something of its own; the place will be that of the value."""

    def __init__(self, message: Message, inside: int | None, params: Mapping[str, object]) -> None:
        super().__init__(message.en)
        self.message, self.inside, self.params = message, inside, params


def refuse(message: Message, /, *, inside: int | None = None, **params: object) -> Refusal:
    """What to raise in a validator.

    Args:
        message: what is wrong.
        inside: the character of the value, a text, that is meant.
        params: fill the message.
    """
    return Refusal(message, inside, params)


def validated(
    model: type[M], toml: Toml, data: Mapping[str, Any] | None = None, *, under: Sequence[str | int] = ()
) -> M:
    """The contents as the model.

    Args:
        model: what they should be; it should forbid extra keys.
        toml: the file, for the places.
        data: the part of its contents that is meant; all unless given.
        under: the keys under which that part stands in the file.

    Raises:
        TomlError: with everything that does not fit, up to a great number.
    """
    try:
        return model.model_validate(toml.data if data is None else data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    raise TomlError(list(_problems(model, toml, tuple(under), details[:_MOST_PROBLEMS])))


def _problems(
    model: type[BaseModel], toml: Toml, under: tuple[str | int, ...], details: Sequence[Mapping[str, Any]]
) -> Iterator[TomlProblem]:
    seen: set[object] = set()
    for detail in details:
        keys = (*under, *_written(detail["loc"], toml, under))
        problem = _problem(model, toml, under, keys, detail)
        # The members of a union each complain about the same value.
        if (problem.place, problem.message) not in seen:
            seen.add((problem.place, problem.message))
            yield problem


def _written(loc: Sequence[str | int], toml: Toml, under: Sequence[str | int]) -> tuple[str | int, ...]:
    """The keys of a place as they stand in the file, without what pydantic adds for the members of unions."""
    node: Any = toml.data
    for key in under:
        node = node[key]
    keys: list[str | int] = []
    for index, key in enumerate(loc):
        there = isinstance(node, Mapping) and key in node
        there = there or (isinstance(node, list) and isinstance(key, int) and key < len(node))
        if there:
            node = node[key]
            keys.append(key)
        elif index == len(loc) - 1 and isinstance(node, Mapping):
            keys.append(key)  # a key that is missing
    return tuple(keys)


def _problem(
    model: type[BaseModel],
    toml: Toml,
    under: tuple[str | int, ...],
    keys: tuple[str | int, ...],
    detail: Mapping[str, Any],
) -> TomlProblem:
    kind, context = detail["type"], detail.get("ctx", {})
    key = str(next((part for part in reversed(keys) if isinstance(part, str)), toml.path))
    refusal = context.get("error")
    if isinstance(refusal, Refusal):
        inside = refusal.inside
        place = toml.value_place(keys) if inside is None else toml.inside(keys, inside)
        return TomlProblem(toml.path, place, refusal.message, refusal.params)
    if kind == "missing":
        return toml.problem(keys[:-1], _MISSING, at_key=True, key=str(detail["loc"][-1]))
    if kind == "extra_forbidden":
        known = sorted(_fields_at(model, keys[len(under) : -1]))
        close = closest_key(key, known)
        if close is None:
            return toml.problem(keys, _UNKNOWN, at_key=True, key=key, known=", ".join(known))
        return toml.problem(keys, _UNKNOWN_CLOSE, at_key=True, key=key, close=close)
    words = _WORDS.get(_SAME.get(kind, kind))
    if words is None:
        return toml.problem(keys, _OTHER, key=key, error=detail["msg"])
    params = {name: value for name, value in context.items() if name != "expected"}
    if (spelled := SPELLED.get(context.get("pattern", ""))) is not None:
        words, params = _SPELLED, {"spelled": spelled}
    expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    return toml.problem(keys, words, key=key, got=shown(detail["input"]), expected=expected, **params)


def closest_key(key: str, known: Sequence[str]) -> str | None:
    """The key that was probably meant."""
    from difflib import get_close_matches

    found = get_close_matches(key.lower().replace("-", "_")[:_LONGEST_SHOWN], known, 1, 0.6)
    return found[0] if found else None


def shown(value: object) -> str:
    """A value as a message shows it: as TOML has it, and not too much of it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _fields_at(model: type[BaseModel], keys: Sequence[str | int]) -> set[str]:
    """The keys that may stand at a place of the model."""
    models = {model}
    for key in keys:
        annotations = [
            field.annotation
            for candidate in models
            for name, field in candidate.model_fields.items()
            if key in (name, field.alias)
        ]
        if not isinstance(key, int):
            models = {found for annotation in annotations for found in _models_in(annotation)} or models
    return {field.alias or name for candidate in models for name, field in candidate.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models a type is made of: of lists and dictionaries those of their entries."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, list, tuple, dict) or get_args(annotation):
        for part in get_args(annotation):
            yield from _models_in(part)
