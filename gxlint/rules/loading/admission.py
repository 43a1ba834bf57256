"""Who is let in: plugins written for this specification with a prefix of their own, and rule packs."""

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from gxlint.formats import Catalogue
from gxlint.rules import failures
from gxlint.rules.discovery import Installed
from gxlint.rules.loading.guard import Guard
from gxlint.rules.loading.hooks import Admitted, Hooks
from gxlint.rules.marker import SPEC_VERSION
from gxlint.rules.validate import is_prefix

if TYPE_CHECKING:
    from gxlint.rules.packs.plugin import PackPlugin
    from gxlint.rules.toml_places import TomlError

PACK_FILE = "gxlint-pack.toml"
"""In the folder of a Python package that is a rule pack alone."""
_TOOL = ("GXL", "gxlint")  # the prefix of the tool's own rules and who owns it


class Admission:
    """Takes plugins in one by one; nothing is asked of them yet but where their packs are."""

    def __init__(self, guard: Guard, hooks: Hooks) -> None:
        """Nobody is in yet."""
        self.admitted: list[Admitted] = []
        self._guard, self._hooks = guard, hooks
        self._prefixes = dict([_TOOL])
        self._packs: list[tuple[Installed, str]] = []

    def admit(self, installed: Installed, load: Callable[[], object]) -> None:
        """Load a plugin, see whether it fits, and register it."""
        read = partial(_declared, load)
        declared = self._guard.attempt(installed, failures.NOT_LOADED, read, target=installed.target)
        if declared is None:
            return
        plugin, spec, prefix = declared
        if spec is None and (pack := _pack_beside(plugin)):
            self.admit_pack(installed, pack)
        elif (
            self._fits_spec(installed, spec)
            and self._owns(installed, prefix)
            and self._hooks.register(installed, plugin)
        ):
            self.admitted.append(Admitted(installed, plugin, spec, prefix))
            self._prefixes.setdefault(prefix, installed.package)

    def admit_pack(self, installed: Installed, path: str) -> None:
        """Take in a rule pack; it is opened once all formats are known, which its rules may name."""
        self._packs.append((installed, path))

    def open_packs(self, catalogue: Catalogue) -> None:
        """Open the packs that were taken in, and those the plugins bring; each is a plugin from now on."""
        for entry in tuple(self.admitted):
            if self._hooks.has(entry, "gxlint_packs"):
                self._packs += self._packs_of(entry)
        for installed, path in self._packs:
            self._open_pack(installed, path, catalogue)

    def _packs_of(self, entry: Admitted) -> Iterable[tuple[Installed, str]]:
        read = partial(_paths, self._hooks.ask(entry, "gxlint_packs"))
        paths = self._guard.attempt(entry.installed, failures.HOOK_FAILED, read, hook="gxlint_packs")
        for path in paths or ():
            name = f"{entry.installed.name}:{os.path.basename(path)}"
            yield entry.installed._replace(name=name), path

    def _open_pack(self, installed: Installed, path: str, catalogue: Catalogue) -> None:
        read = partial(_read_pack, path, catalogue)
        opened = self._guard.attempt(installed, failures.NOT_LOADED, read, target=path)
        if opened is None:
            return
        plugin, error = opened
        if error is not None:
            self._guard.fail(installed, failures.bad_pack(error))
        elif self._owns(installed, plugin.pack.prefix):
            self._prefixes.setdefault(plugin.pack.prefix, installed.package)
            known = installed._replace(version=installed.version or plugin.pack.version)
            self.admitted.append(Admitted(known, plugin, plugin.pack.spec, plugin.pack.prefix, True))

    def _fits_spec(self, installed: Installed, spec: object) -> bool:
        ours = ".".join(map(str, SPEC_VERSION))
        if not (isinstance(spec, tuple) and len(spec) == 2 and all(isinstance(part, int) for part in spec)):
            self._guard.fail(installed, failures.NO_SPEC, spec=repr(SPEC_VERSION), got=repr(spec))
            return False
        if spec[0] != SPEC_VERSION[0]:
            kind = failures.SPEC_TOO_OLD if spec[0] < SPEC_VERSION[0] else failures.SPEC_TOO_NEW
            self._guard.fail(installed, kind, theirs=".".join(map(str, spec)), ours=ours)
            return False
        return True

    def _owns(self, installed: Installed, prefix: object) -> bool:
        if prefix == "":
            return True
        if not is_prefix(prefix):
            self._guard.fail(installed, failures.BAD_PREFIX, prefix=repr(prefix))
            return False
        owner = self._prefixes.get(str(prefix), installed.package)
        if prefix == _TOOL[0] or owner != installed.package:
            self._guard.fail(installed, failures.FOREIGN_PREFIX, prefix=prefix, owner=owner)
            return False
        return True


def _declared(load: Callable[[], object]) -> tuple[object, Any, Any]:
    plugin = load()
    return plugin, getattr(plugin, "GXLINT_SPEC", None), getattr(plugin, "GXLINT_PREFIX", "")


def _pack_beside(plugin: object) -> str | None:
    """The rule pack of a package that is nothing else, if this is one."""
    for folder in getattr(plugin, "__path__", ()):
        path = os.path.join(folder, PACK_FILE)
        if os.path.isfile(path):
            return path
    return None


def _paths(paths: Iterable[Any]) -> list[str]:
    return [os.fspath(path) for path in paths]


def _read_pack(path: str, catalogue: Catalogue) -> "tuple[PackPlugin, None] | tuple[Any, TomlError]":
    from gxlint.rules.packs.plugin import PackPlugin, open_pack  # brings pydantic

    opened = open_pack(path, catalogue, os.path.basename(path))
    return (opened, None) if isinstance(opened, PackPlugin) else (None, opened)
