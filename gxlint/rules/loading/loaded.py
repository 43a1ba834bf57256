"""What loading plugins comes to."""

from gxlint.formats import Format
from gxlint.rules.failures import PluginFailure
from gxlint.rules.info import Provision
from gxlint.rules.law import Law
from gxlint.rules.links import Linker
from gxlint.rules.profile import Profile
from gxlint.rules.rule import Rule
from gxlint.source.record import Record


class PluginInfo(Record, frozen=True):
    """A plugin that was loaded: its entry point, its package and what came of it."""

    name: str
    package: str
    version: str
    spec: tuple[int, int]
    prefix: str
    codes: tuple[str, ...]
    formats: tuple[str, ...]
    profiles: tuple[str, ...] = ()


class Plugins(Record, frozen=True):
    """Everything the installed plugins bring, rules and profiles sorted by code.

    ``provisions``, ``laws`` and ``linkers`` are empty unless they were asked for.
    """

    rules: tuple[Rule, ...]
    formats: tuple[Format, ...]
    failures: tuple[PluginFailure, ...]
    infos: tuple[PluginInfo, ...]
    provisions: tuple[Provision, ...] = ()
    profiles: tuple[Profile, ...] = ()
    laws: tuple[Law, ...] = ()
    linkers: tuple[Linker, ...] = ()
