"""The configuration in force, and where each value comes from."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from gxlint.rules import Profile

if TYPE_CHECKING:
    from gxlint.lint.config.config import Config
    from gxlint.lint.scope import Scope

Kind: TypeAlias = Literal["command line", "file", "profile", "default"]


class From(NamedTuple):
    """Where a value comes from. ``where`` is the file or the package, ``line`` that of the file, from 1."""

    kind: Kind
    where: str = ""
    line: int | None = None
    profile: str = ""


class Value(NamedTuple):
    """A value in force. Lists that add up, such as ``ignore``, have one for each voice."""

    key: str
    value: Any
    origin: From


_DEFAULT = From("default")
_GIVEN = From("command line")


def effective(scope: "Scope") -> list[Value]:
    """Every value in force in a scope, by key."""
    config = scope.config
    chain = scope.regions.chain(scope.region.profile if scope.region else None)
    return [
        _single("province", scope.settings.province, config, config.province if config else None, None),
        _single("body", scope.settings.body, config, config.body if config else None, None),
        _single("year", scope.settings.year, config, config.year if config else None, None),
        _single(
            "fail-level",
            scope.settings.fail_level,
            config,
            config.fail_level if config else None,
            scope.fail_level,
        ),
        *_selections(scope, chain),
        *_by_rule(scope, chain),
        *_paths(scope),
    ]


def _single(key: str, given: object, config: "Config | None", configured: object, default: object) -> Value:
    if given is not None:
        return Value(key, given, _GIVEN)
    if configured is not None and config is not None:
        return Value(key, configured, _place(config, key))
    return Value(key, default, _DEFAULT)


def _place(config: "Config", *keys: str | int) -> From:
    return From("file", config.path, config.toml.key_place((*config.under, *keys)).line)


def _profile(profile: Profile) -> From:
    return From("profile", " ".join(filter(None, profile.origin)), None, profile.code)


def _selections(scope: "Scope", chain: tuple[Profile, ...]) -> Iterator[Value]:
    settings, config = scope.settings, scope.config
    if settings.select:
        yield Value("select", settings.select, _GIVEN)
    elif config and config.choice.select:
        yield Value("select", config.choice.select, _place(config, "select"))
    else:
        yield Value("select", (), _DEFAULT)
    for key, given, configured in (
        ("extend-select", settings.extend_select, config.choice.extend_select if config else ()),
        ("ignore", settings.ignore, config.choice.ignore if config else ()),
    ):
        for profile in chain:
            told = profile.turned_on if key == "extend-select" else profile.turned_off
            if told:
                yield Value(key, told, _profile(profile))
        if configured and config:
            yield Value(key, configured, _place(config, key))
        if given:
            yield Value(key, given, _GIVEN)


def _by_rule(scope: "Scope", chain: tuple[Profile, ...]) -> Iterator[Value]:
    """Severities and parameters; for each the last voice that says anything."""
    values: dict[str, Value] = {}
    for profile in chain:
        origin = _profile(profile)
        for selector, grade in profile.severities.items():
            values[f"severities.{selector}"] = Value(f"severities.{selector}", grade, origin)
        for code, parameters in profile.parameters.items():
            for name, value in parameters.items():
                values[f"parameters.{code}.{name}"] = Value(f"parameters.{code}.{name}", value, origin)
    if config := scope.config:
        for selector, grade in config.choice.severities.items():
            key = f"severities.{selector}"
            values[key] = Value(key, grade, _place(config, "severities", selector))
        for code, parameters in config.choice.parameters.items():
            for name, value in parameters.items():
                key = f"parameters.{code}.{name}"
                values[key] = Value(key, value, _place(config, "parameters", code, name))
    yield from (values[key] for key in sorted(values))


def _paths(scope: "Scope") -> Iterator[Value]:
    config = scope.config
    for key, paths in (("packs", config.packs), ("exclude", config.exclude)) if config else ():
        if paths and config:
            yield Value(key, paths, _place(config, key))
    yield _single("baseline", scope.settings.baseline, config, config.baseline if config else None, None)
    if config:
        yield from (_entry(config, number) for number in range(len(config.accept)))


def _entry(config: "Config", number: int) -> Value:
    entry = config.accept[number]
    told = {
        "code": entry.code,
        "file": entry.file,
        "address": entry.address,
        "section": entry.section,
        "text": entry.text,
        "reason": entry.reason,
        "author": entry.author,
        "until": entry.until.isoformat() if entry.until else "",
    }
    value = {key: text for key, text in told.items() if text}
    return Value("accept", value, _place(config, "accept", number, "code"))
