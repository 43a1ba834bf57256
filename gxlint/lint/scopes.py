"""Which scope a file is in: that of the configuration file nearest to it."""

import os
from typing import TYPE_CHECKING

from gxlint.lint.config.find import Finder
from gxlint.lint.ruleset import SettingError
from gxlint.lint.scope import Scope
from gxlint.lint.settings import Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.readers import ReadError
from gxlint.readers.errors import Words
from gxlint.rules.plugins import load_plugins

if TYPE_CHECKING:
    from gxlint.lint.config.config import Config
    from gxlint.rules.plugins import Plugins

_NOT_USABLE = Words("{problem}", "{problem}")


class Scopes:
    """The scopes of a run, each made when the first file in it comes along."""

    def __init__(self, settings: Settings, plugins: "Plugins", folder: str = "") -> None:
        """Make the scope of a folder, the current one unless given, or of the configuration that the settings name.

        Raises:
            SettingError: the settings ask for something that does not exist.
            ReadError: the configuration cannot be used.
        """
        self._settings, self._plugins = settings, plugins
        self._finder = Finder()
        self._made: dict[str | None, Scope | ReadError] = {}
        self._started = False
        self.default = self.for_file(os.path.join(folder or os.getcwd(), "_"))
        self._started = True

    def for_file(self, path: str) -> Scope:
        """The scope of a file.

        Raises:
            ReadError: its configuration cannot be used.
        """
        asked = self._settings.config
        config = self._finder.for_file(path) if asked is None else asked or None
        if config not in self._made:
            self._made[config] = self._scope(config)
        found = self._made[config]
        if isinstance(found, ReadError):
            raise found
        return found

    def all(self) -> tuple[Scope, ...]:
        """All scopes made so far."""
        return tuple(scope for scope in self._made.values() if isinstance(scope, Scope))

    def _scope(self, path: str | None) -> Scope | ReadError:
        if path is None:
            return Scope(self._settings, self._plugins, lenient=self._started)
        from gxlint.lint.config.config import config_error
        from gxlint.rules.toml_places import TomlError

        try:
            config = self._load(path)
            return Scope(self._settings, self._with_packs(config), config, lenient=self._started)
        except TomlError as error:
            return config_error(error)
        except SettingError as error:
            if not self._started:
                raise
            return ReadError(_NOT_USABLE, {"problem": Words(error.text("zh"), error.text("en"))})

    def _load(self, path: str) -> "Config | None":
        from gxlint.lint.config.load import load

        return load(path, must_be_ours=path == self._settings.config)

    def _with_packs(self, config: "Config | None") -> "Plugins":
        if config is None or not config.packs:
            return self._plugins
        return load_plugins(reserved=TOOL_RULES, packs=config.packs)
