"""Takes plugins in one by one under a guard, then asks each for what it brings."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from gxlint.formats import Catalogue, Format
from gxlint.rules import failures
from gxlint.rules.crash import describe
from gxlint.rules.discovery import Installed
from gxlint.rules.failures import PluginFailure
from gxlint.rules.info import Origin, Provision, RuleInfo
from gxlint.rules.law import Law
from gxlint.rules.links import Linker
from gxlint.rules.marker import PROJECT, SPEC_VERSION
from gxlint.rules.profile import Profile
from gxlint.rules.rule import Rule
from gxlint.rules.validate import Problem, is_prefix, problems_of
from gxlint.rules.watch import TookTooLong, time_limit
from gxlint.source.record import Record

if TYPE_CHECKING:
    from pluggy import PluginManager

    from gxlint.rules.packs.plugin import PackPlugin
    from gxlint.rules.toml_places import TomlError

_T = TypeVar("_T")
# How many times as long as a rule over a report a plugin may take to load: it may have to be read from a slow disk.
_LOADING = 3
PACK_FILE = "gxlint-pack.toml"
"""In the folder of a Python package that is a rule pack alone."""
_TOOL = ("GXL", "gxlint")  # the prefix of the tool's own rules and who owns it


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


class _Admitted(Record, frozen=True):
    """A plugin that is registered with pluggy, or a rule pack, which needs no pluggy; nothing was asked of it yet."""

    installed: Installed
    plugin: object
    spec: tuple[int, int]
    prefix: str
    is_pack: bool = False


class Loader:
    """Takes plugins in one by one, then asks each for its formats and its rules."""

    def __init__(self, reserved: Iterable[RuleInfo]) -> None:
        self.admitted: list[_Admitted] = []
        self._failures: list[PluginFailure] = []
        self._formats: dict[str, tuple[Format, Installed]] = {}
        self._taken: dict[str, RuleInfo] = {}  # codes, names and aliases
        self._prefixes = dict([_TOOL])
        self._packs: list[tuple[Installed, str]] = []
        for rule in reserved:
            self._taken.update(dict.fromkeys(_identifiers(rule), rule))

    def fail(self, installed: Installed, failure: failures.Kind, **params: object) -> None:
        """Keep what went wrong with a plugin."""
        self._failures.append(
            PluginFailure(installed.name, installed.package, installed.version, *failure, params=params)
        )

    def admit(self, installed: Installed, load: Callable[[], object]) -> None:
        """Load a plugin, see whether it fits, and register it."""
        declared = self._attempt(
            installed, failures.NOT_LOADED, partial(_declared, load), target=installed.target
        )
        if declared is None:
            return
        plugin, spec, prefix = declared
        if spec is None and (pack := _pack_beside(plugin)):
            self.admit_pack(installed, pack)
        elif (
            self._fits_spec(installed, spec)
            and self._owns(installed, prefix)
            and self._registers(installed, plugin)
        ):
            self.admitted.append(_Admitted(installed, plugin, spec, prefix))
            self._prefixes.setdefault(prefix, installed.package)

    def admit_pack(self, installed: Installed, path: str) -> None:
        """Take in a rule pack; it is opened once all formats are known, which its rules may name."""
        self._packs.append((installed, path))

    def _open_packs(self, catalogue: Catalogue) -> None:
        for entry in tuple(self.admitted):
            if self._has(entry, "gxlint_packs"):
                paths = self._ask(entry, "gxlint_packs")
                opened = self._attempt(
                    entry.installed, failures.HOOK_FAILED, partial(_paths, paths), hook="gxlint_packs"
                )
                for path in opened or ():
                    name = f"{entry.installed.name}:{os.path.basename(path)}"
                    self.admit_pack(entry.installed._replace(name=name), path)
        for installed, path in self._packs:
            self._open_pack(installed, path, catalogue)

    def _open_pack(self, installed: Installed, path: str, catalogue: Catalogue) -> None:
        read = partial(_read_pack, path, catalogue)
        opened = self._attempt(installed, failures.NOT_LOADED, read, target=path)
        if opened is None:
            return
        plugin, error = opened
        if error is not None:
            self.fail(installed, failures.bad_pack(error))
        elif self._owns(installed, plugin.pack.prefix):
            self._prefixes.setdefault(plugin.pack.prefix, installed.package)
            known = installed._replace(version=installed.version or plugin.pack.version)
            self.admitted.append(_Admitted(known, plugin, plugin.pack.spec, plugin.pack.prefix, True))

    def _attempt(
        self, installed: Installed, failure: failures.Kind, call: Callable[[], _T], **params: object
    ) -> _T | None:
        """What a piece of foreign code returns; none when it fails, which is kept."""
        try:
            return call()
        except KeyboardInterrupt:
            raise
        except TookTooLong as error:
            self.fail(installed, failures.ENDLESS, seconds=error.seconds)
            return None
        except BaseException as error:  # a plugin may call sys.exit() while it is imported
            self.fail(installed, failure, error=describe(error), **params)
            return None

    @staticmethod
    def guarded() -> AbstractContextManager[None]:
        """Within this, a plugin that never ends is stopped, and counts as one that failed."""
        return time_limit(Loader._attempt.__code__, _installed, _name_of_plugin, times=_LOADING)

    def _fits_spec(self, installed: Installed, spec: object) -> bool:
        ours = ".".join(map(str, SPEC_VERSION))
        if not (isinstance(spec, tuple) and len(spec) == 2 and all(isinstance(part, int) for part in spec)):
            self.fail(installed, failures.NO_SPEC, spec=repr(SPEC_VERSION), got=repr(spec))
            return False
        if spec[0] != SPEC_VERSION[0]:
            kind = failures.SPEC_TOO_OLD if spec[0] < SPEC_VERSION[0] else failures.SPEC_TOO_NEW
            self.fail(installed, kind, theirs=".".join(map(str, spec)), ours=ours)
            return False
        return True

    def _owns(self, installed: Installed, prefix: object) -> bool:
        if prefix == "":
            return True
        if not is_prefix(prefix):
            self.fail(installed, failures.BAD_PREFIX, prefix=repr(prefix))
            return False
        owner = self._prefixes.get(str(prefix), installed.package)
        if prefix == _TOOL[0] or owner != installed.package:
            self.fail(installed, failures.FOREIGN_PREFIX, prefix=prefix, owner=owner)
            return False
        return True

    @cached_property
    def _manager(self) -> "PluginManager":
        """Who calls the plugins of others. gxlint's own is asked directly: importing pluggy takes too long for that."""
        from pluggy import PluginManager

        from gxlint.rules import hookspec

        manager = PluginManager(PROJECT)
        manager.add_hookspecs(hookspec)
        return manager

    def _registers(self, installed: Installed, plugin: object) -> bool:
        if _is_own(installed):
            return True
        # Entry points of two packages may bear one name; pluggy wants each name once.
        name = f"{installed.package}:{installed.name}"
        try:
            self._manager.register(plugin, name)
            self._manager.check_pending()
        except Exception as error:
            unknown = [hook for hook in self._hooks_of(plugin) if not self._specified(hook)]
            if unknown:
                self.fail(installed, failures.UNKNOWN_HOOK, hook=unknown[0], close=self._closest(unknown[0]))
            else:
                self.fail(installed, failures.BAD_HOOK, error=" ".join(str(error).split()))
            if self._manager.has_plugin(name):
                self._manager.unregister(name=name)
            return False
        return True

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

    def collect(self, catalogue: Catalogue, *, provisions: bool = False) -> Plugins:
        """Ask every plugin for what it brings: formats first, because rules name them."""
        formats = [tuple(self._formats_of(entry)) for entry in self.admitted]
        full = catalogue.with_formats(form for form, _ in self._formats.values())
        self._open_packs(full)
        formats += [()] * (len(self.admitted) - len(formats))
        rules = [tuple(self._rules_of(entry, full)) for entry in self.admitted]
        asked = self.admitted if provisions else ()
        articles = tuple(item for entry in asked for item in self._provisions_of(entry))
        laws: dict[str, Law] = {}
        for law in (law for entry in asked for law in self._laws_of(entry)):
            laws.setdefault(law.title, law)
        linkers = tuple(linker for entry in asked for linker in self._linkers_of(entry))
        every = sorted((rule for brought in rules for rule in brought), key=lambda rule: rule.code)
        profiles = self._profiles(every, full)
        infos = (_info(*brought, profiles) for brought in zip(self.admitted, rules, formats, strict=True))
        return Plugins(
            tuple(every),
            tuple(form for form, _ in self._formats.values()),
            tuple(self._failures),
            tuple(infos),
            articles,
            tuple(profile for profile, _ in profiles),
            tuple(laws.values()),
            linkers,
        )

    def _ask(self, entry: _Admitted, hook: str) -> list[object]:
        """What one plugin answers to one hook; empty when it fails or has no such hook."""
        call = partial(_answers, self._caller(entry, hook))
        return self._attempt(entry.installed, failures.HOOK_FAILED, call, hook=hook) or []

    def _caller(self, entry: _Admitted, hook: str) -> Callable[[], Iterable[Iterable[object]]]:
        if not _is_asked_directly(entry):
            others = [other.plugin for other in self.admitted if other.plugin is not entry.plugin]
            return self._manager.subset_hook_caller(hook, others)
        own = getattr(entry.plugin, hook, tuple)  # without the hook nothing
        return lambda: [own()]

    def _has(self, entry: _Admitted, hook: str) -> bool:
        if _is_asked_directly(entry):
            return hasattr(entry.plugin, hook)
        return any(
            answer.plugin is entry.plugin for answer in getattr(self._manager.hook, hook).get_hookimpls()
        )

    def _formats_of(self, entry: _Admitted) -> Iterable[Format]:
        for form in self._ask(entry, "gxlint_formats"):
            if not isinstance(form, Format):
                self.fail(entry.installed, failures.BAD_FORMAT, got=type(form).__name__)
            elif form.key in self._formats:
                owner = self._formats[form.key][1].package
                self.fail(entry.installed, failures.DUPLICATE_FORMAT, format=form.key, owner=owner)
            else:
                self._formats[form.key] = form, entry.installed
                yield form

    def _profiles(self, rules: Sequence[Rule], catalogue: Catalogue) -> tuple[tuple[Profile, Installed], ...]:
        """The profiles of all plugins. What comes with one, well made or not, is regional from now on."""
        entries = [entry for entry in self.admitted if self._has(entry, "gxlint_profiles")]
        if not entries:
            return ()
        from gxlint.rules.profiles import Offer, settled

        regional = {entry.prefix for entry in entries}
        for rule in rules:
            rule.regional = rule.code[:-3] in regional
        sections = {section.key for form in catalogue for section in form.sections}
        offers = [
            Offer(entry.installed, entry.prefix, item)
            for entry in entries
            for item in self._ask(entry, "gxlint_profiles")
        ]
        return settled(offers, rules, sections, self.fail)

    def _provisions_of(self, entry: _Admitted) -> Iterable[Provision]:
        for item in self._ask(entry, "gxlint_provisions"):
            if isinstance(item, Provision) and item.source.article:
                yield item
            else:
                self.fail(entry.installed, failures.BAD_PROVISION, got=repr(item))

    def _laws_of(self, entry: _Admitted) -> Iterable[Law]:
        for item in self._ask(entry, "gxlint_laws"):
            if isinstance(item, Law) and item.title:
                yield item
            else:
                self.fail(entry.installed, failures.BAD_LAW, got=repr(item))

    def _linkers_of(self, entry: _Admitted) -> Iterable[Linker]:
        for item in self._ask(entry, "gxlint_links"):
            if callable(item):
                yield item
            else:
                self.fail(entry.installed, failures.BAD_LINKER, got=repr(item))

    def _rules_of(self, entry: _Admitted, catalogue: Catalogue) -> Iterable[Rule]:
        candidates = self._ask(entry, "gxlint_rules")
        if candidates and not entry.prefix:
            self.fail(entry.installed, failures.NO_PREFIX)
            return
        for candidate in candidates:
            rule = self._rule(entry, candidate, catalogue)
            if rule is not None and self._is_new(entry, rule):
                yield rule

    def _rule(self, entry: _Admitted, candidate: object, catalogue: Catalogue) -> Rule | None:
        what = _name_of(candidate)
        judge = partial(_judge, candidate, entry.prefix, catalogue)
        if _is_own(entry.installed):  # a test judges these once and for all
            judge = partial(_unjudged, candidate)
        judged = self._attempt(entry.installed, failures.RULE_FAILED, judge, rule=what)
        if judged is None:
            return None
        rule, problems = judged
        for message, params in problems:
            self.fail(entry.installed, failures.bad_rule(message), rule=what, **params)
        if rule is not None:
            rule.origin = Origin(entry.installed.package, entry.installed.version)
        return rule

    def _is_new(self, entry: _Admitted, rule: Rule) -> bool:
        for identifier in _identifiers(rule):
            other = self._taken.get(identifier)
            if other is not None:
                taken = {"got": identifier, "other": repr(other), "owner": other.origin.package}
                self.fail(entry.installed, failures.DUPLICATE_RULE, rule=repr(rule), **taken)
                return False
        self._taken.update(dict.fromkeys(_identifiers(rule), rule))
        return True


def _is_own(installed: Installed) -> bool:
    return installed.package == _TOOL[1]


def _is_asked_directly(entry: _Admitted) -> bool:
    return entry.is_pack or _is_own(entry.installed)


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


def _installed(variables: Mapping[str, Any]) -> Installed | None:
    return variables.get("installed")


def _name_of_plugin(installed: Installed) -> str:
    return f"{installed.name} ({installed.package} {installed.version})"


def _declared(load: Callable[[], object]) -> tuple[object, Any, Any]:
    plugin = load()
    return plugin, getattr(plugin, "GXLINT_SPEC", None), getattr(plugin, "GXLINT_PREFIX", "")


def _answers(caller: Callable[[], Iterable[Iterable[object]]]) -> list[object]:
    return [item for answer in caller() for item in answer]


def _unjudged(candidate: object) -> tuple[Rule | None, list[Problem]]:
    return cast("type[Rule]", candidate)(), []


def _judge(candidate: object, prefix: str, catalogue: Catalogue) -> tuple[Rule | None, list[Problem]]:
    problems = list(problems_of(candidate, prefix, catalogue))
    return (None if problems else cast("type[Rule]", candidate)()), problems


def _info(
    entry: _Admitted,
    rules: Iterable[Rule],
    formats: Iterable[Format],
    profiles: Iterable[tuple[Profile, Installed]],
) -> PluginInfo:
    name, _, package, version = entry.installed
    codes, keys = tuple(sorted(rule.code for rule in rules)), tuple(form.key for form in formats)
    theirs = tuple(profile.code for profile, installed in profiles if installed is entry.installed)
    return PluginInfo(name, package, version, entry.spec, entry.prefix, codes, keys, theirs)


def _identifiers(rule: RuleInfo) -> tuple[str, ...]:
    return rule.code, rule.name, *rule.aliases


def _name_of(candidate: object) -> str:
    code = getattr(candidate, "code", None)
    name = getattr(candidate, "__name__", type(candidate).__name__)
    return f"{code} {name}" if isinstance(code, str) else str(name)
