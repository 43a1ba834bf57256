"""Finds and loads plugins. Whatever goes wrong is kept and said; everything else goes on.

A plugin is a module named by an entry point of the group ``gxlint``. It declares ``GXLINT_SPEC = (1, 0)``,
the version of the hook specification it was written for, and, if it brings rules, ``GXLINT_PREFIX = "GS"``,
what their codes begin with.
"""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from importlib import import_module

from gxlint.formats import Catalogue, official_formats
from gxlint.rules import failures
from gxlint.rules.discovery import Installed, installed_plugins
from gxlint.rules.failures import PluginFailure
from gxlint.rules.info import RuleInfo
from gxlint.rules.loading.loaded import PluginInfo, Plugins
from gxlint.rules.loading.loader import Loader

__all__ = ["PluginFailure", "PluginInfo", "Plugins", "load_plugins"]


def load_plugins(
    extra: Iterable[tuple[str, object]] = (),
    *,
    installed: bool = True,
    reserved: Sequence[RuleInfo] = (),
    catalogue: Catalogue | None = None,
    provisions: bool = False,
    packs: Sequence[str] = (),
) -> Plugins:
    """Load all plugins; never raises.

    Args:
        extra: further plugins as pairs of a name and a module (or any object with hooks).
        installed: whether to look for installed plugins at all.
        reserved: the tool's own rules, whose codes and names no plugin may take.
        catalogue: the formats known apart from those the plugins bring; the official ones unless given.
        packs: paths of rule packs that are no part of a package.
        provisions: whether to ask for what listings and editors tell and no check needs, too: laws and notices, their
            articles, and which figures of the prose belong to which cells.
    """
    loader = Loader(reserved)
    found = installed_plugins() if installed else []
    with loader.guard.limited():
        for plugin in found:
            loader.admission.admit(plugin, partial(_load, plugin.target))
        for name, module in extra:
            version = str(getattr(module, "__version__", ""))
            loader.admission.admit(Installed(name, "", name, version), partial(_given, module))
        for path in packs:
            name = os.path.basename(path)
            loader.admission.admit_pack(Installed(name, path, name, ""), path)
        if installed and not found and not loader.admission.admitted:
            loader.guard.fail(Installed("", "", "gxlint", ""), failures.NONE_FOUND)
        known = official_formats() if catalogue is None else catalogue
        return loader.collect(known, provisions=provisions)


def _load(target: str) -> object:
    module, _, attributes = target.partition(":")
    plugin: object = import_module(module)
    for attribute in filter(None, attributes.split(".")):
        plugin = getattr(plugin, attribute)
    return plugin


def _given(module: object) -> object:
    return module
