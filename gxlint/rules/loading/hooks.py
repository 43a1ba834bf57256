"""Asks plugins, one at a time: through pluggy, and directly where that brings nothing but time."""

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from gxlint.rules import failures
from gxlint.rules.discovery import Installed
from gxlint.rules.loading.guard import Guard, is_own
from gxlint.rules.marker import PROJECT
from gxlint.source.record import Record

if TYPE_CHECKING:
    from pluggy import PluginManager


class Admitted(Record, frozen=True):
    """A plugin that is registered with pluggy, or a rule pack, which needs no pluggy; nothing was asked of it yet."""

    installed: Installed
    plugin: object
    spec: tuple[int, int]
    prefix: str
    is_pack: bool = False

    @property
    def is_asked_directly(self) -> bool:
        """Whether its hooks are called without pluggy, whose import takes too long for what is always there."""
        return self.is_pack or is_own(self.installed)


class Hooks:
    """The hooks of all plugins."""

    def __init__(self, guard: Guard) -> None:
        """No plugin is registered yet; the guard keeps what goes wrong."""
        self._guard = guard

    def register(self, installed: Installed, plugin: object) -> bool:
        """Whether a plugin's hooks are such as the specification knows; what is wrong with them is kept."""
        if is_own(installed):
            return True
        # Entry points of two packages may bear one name; pluggy wants each name once.
        name = f"{installed.package}:{installed.name}"
        try:
            self._manager.register(plugin, name)
            self._manager.check_pending()
        except Exception as error:
            unknown = [hook for hook in self._hooks_of(plugin) if not self._specified(hook)]
            if unknown:
                close = self._closest(unknown[0])
                self._guard.fail(installed, failures.UNKNOWN_HOOK, hook=unknown[0], close=close)
            else:
                self._guard.fail(installed, failures.BAD_HOOK, error=" ".join(str(error).split()))
            if self._manager.has_plugin(name):
                self._manager.unregister(name=name)
            return False
        return True

    def ask(self, entry: Admitted, hook: str) -> list[object]:
        """What one plugin answers to one hook; empty when it fails or has no such hook."""
        call = partial(_answers, self._caller(entry, hook))
        return self._guard.attempt(entry.installed, failures.HOOK_FAILED, call, hook=hook) or []

    def has(self, entry: Admitted, hook: str) -> bool:
        """Whether a plugin has this hook at all."""
        if entry.is_asked_directly:
            return hasattr(entry.plugin, hook)
        answers = getattr(self._manager.hook, hook).get_hookimpls()
        return any(answer.plugin is entry.plugin for answer in answers)

    def _caller(self, entry: Admitted, hook: str) -> Callable[[], Iterable[Iterable[object]]]:
        if not entry.is_asked_directly:
            others = [other for other in self._manager.get_plugins() if other is not entry.plugin]
            return self._manager.subset_hook_caller(hook, others)
        own = getattr(entry.plugin, hook, tuple)  # without the hook nothing
        return lambda: [own()]

    @cached_property
    def _manager(self) -> "PluginManager":
        from pluggy import PluginManager

        from gxlint.rules import hookspec

        manager = PluginManager(PROJECT)
        manager.add_hookspecs(hookspec)
        return manager

    def _hooks_of(self, plugin: object) -> list[str]:
        return [caller.name for caller in self._manager.get_hookcallers(plugin) or ()]

    def _specified(self, hook: str) -> bool:
        return bool(getattr(self._manager.hook, hook).has_spec())

    def _closest(self, hook: str) -> str:
        from difflib import get_close_matches

        known = [
            name for name in vars(self._manager.hook) if not name.startswith("_") and self._specified(name)
        ]
        return (get_close_matches(hook, known, 1, 0) or known)[0]


def _answers(caller: Callable[[], Iterable[Iterable[object]]]) -> list[object]:
    return [item for answer in caller() for item in answer]
