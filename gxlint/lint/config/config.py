"""A configuration as the linter uses it."""

import os
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from gxlint.lint.ruleset import Choice
from gxlint.readers import ReadError
from gxlint.readers.errors import Words
from gxlint.rules import Severity
from gxlint.source.record import Record

if TYPE_CHECKING:
    from gxlint.rules.toml_places import Toml, TomlError


class Entry(Record, frozen=True):
    """An accepted exception: findings of a rule that are known and meant.

    Attributes:
        code: the rule's code or name.
        file: a pattern of paths, from the configuration's folder; all files unless given.
        address: ``table_requests.granted.total``, or the beginning of one.
        section: key of a section.
        text: words that stand where the finding points, or around it.
        reason: why it is accepted.
        author: who says so.
        until: the last day on which it holds.
        keys: where it stands in the configuration file.
    """

    code: str
    reason: str
    file: str = "**"
    address: str = ""
    section: str = ""
    text: str = ""
    author: str = ""
    until: date | None = None
    keys: tuple[str | int, ...] = ()


class Config(Record, frozen=True, eq=False):
    """What a configuration file says.

    Attributes:
        path: the file, as it is called in messages.
        folder: the folder it lies in, which its patterns and paths start from.
        given: the values as they stand in the file, by key.
        under: the keys in the file under which they stand.
        toml: the file itself, for places.
        choice: what it says about rules.
        packs, baseline: paths, made absolute.
    """

    path: str
    folder: str
    given: Mapping[str, Any]
    under: tuple[str, ...]
    toml: "Toml"
    choice: Choice = Choice()
    province: str | None = None
    body: str | None = None
    year: int | None = None
    fail_level: Severity | None = None
    packs: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    accept: tuple[Entry, ...] = ()

    def relative(self, path: str) -> str:
        """A file's path from the configuration's folder, with slashes; ``../`` in front of one outside."""
        try:
            return os.path.relpath(path, self.folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return os.path.abspath(path).replace(os.sep, "/")


_BROKEN = Words("{problems}", "{problems}")


class ConfigError(ReadError):
    """A configuration file cannot be used, and so no file under it be checked."""


def config_error(error: "TomlError") -> ConfigError:
    """What is wrong with a configuration, as what is wrong with the files under it."""
    return ConfigError(_BROKEN, {"problems": Words(error.text("zh"), error.text("en"))})
