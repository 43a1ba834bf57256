"""Reads a configuration file."""

import os
from collections.abc import Mapping
from typing import Any

from gxlint.lint.config.config import Config, Entry
from gxlint.lint.config.find import SHARED_FILE
from gxlint.lint.ruleset import Choice
from gxlint.rules import Message, Parameter, Severity
from gxlint.rules.toml_places import Toml, TomlError, TomlProblem, read_toml

_TABLE = ("tool", "gxlint")
_NOT_OURS = Message("没有 [tool.gxlint]", "has no [tool.gxlint]")


def load(path: str, *, must_be_ours: bool = False) -> Config | None:
    """What a configuration file says; none for a ``pyproject.toml`` with nothing for us.

    Args:
        path: the file.
        must_be_ours: it was named, so having nothing for us is wrong.

    Raises:
        TomlError: it cannot be read, or something in it is wrong.
    """
    name = _shown(path)
    toml = read_toml(path, name=name)
    under = _TABLE if os.path.basename(path) == SHARED_FILE else ()
    given: Any = toml.data
    for key in under:
        given = given.get(key) if isinstance(given, Mapping) else None
    if given is None:
        if must_be_ours:
            raise TomlError([TomlProblem(name, None, _NOT_OURS)])
        return None
    return _config(toml, given, under, os.path.dirname(os.path.abspath(path)))


def _shown(path: str) -> str:
    """How a file is called: from the current folder where it lies in it."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if relative.startswith("..") else relative


def _config(toml: Toml, given: Any, under: tuple[str, ...], folder: str) -> Config:
    from gxlint.lint.config.model import ConfigModel
    from gxlint.rules.toml_models import validated

    model = validated(ConfigModel, toml, given, under=under)
    return Config(
        path=toml.path,
        folder=folder,
        given=given,
        under=under,
        toml=toml,
        choice=Choice(
            tuple(model.select),
            tuple(model.ignore),
            tuple(model.extend_select),
            dict(model.severities),
            {
                code: {name: _value(value) for name, value in values.items()}
                for code, values in model.parameters.items()
            },
        ),
        province=model.province,
        body=model.body,
        year=model.year,
        fail_level=Severity(model.fail_level) if model.fail_level else None,
        packs=tuple(os.path.normpath(os.path.join(folder, pack)) for pack in model.packs),
        exclude=tuple(model.exclude),
        baseline=os.path.join(folder, model.baseline) if model.baseline else None,
        accept=tuple(
            Entry(**entry.model_dump(), keys=(*under, "accept", place))
            for place, entry in enumerate(model.accept)
        ),
    )


def _value(value: bool | int | float | str | list[str]) -> Parameter:
    return tuple(value) if isinstance(value, list) else value
