"""Takes plugins in one by one under a guard, then asks each for what it brings."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple, TypeVar, cast

import pluggy

from gxlint.formats import Catalogue, Format
from gxlint.rules import failures, hookspec
from gxlint.rules.crash import describe
from gxlint.rules.discovery import Installed
from gxlint.rules.failures import PluginFailure
from gxlint.rules.info import Origin, Provision, RuleInfo
from gxlint.rules.rule import Rule
from gxlint.rules.validate import Problem, is_prefix, problems_of

_T = TypeVar("_T")
_TOOL = ("GXL", "gxlint")  # the prefix of the tool's own rules and who owns it


class PluginInfo(NamedTuple):
    """A plugin that was loaded: its entry point, its package and what came of it."""

    name: str
    package: str
    version: str
    spec: tuple[int, int]
    prefix: str
    codes: tuple[str, ...]
    formats: tuple[str, ...]


class Plugins(NamedTuple):
    """Everything the installed plugins bring. ``rules`` are sorted by code, ``provisions`` empty unless asked."""

    rules: tuple[Rule, ...]
    formats: tuple[Format, ...]
    failures: tuple[PluginFailure, ...]
    infos: tuple[PluginInfo, ...]
    provisions: tuple[Provision, ...] = ()


class _Admitted(NamedTuple):
    """A plugin that is registered with pluggy; nothing has been asked of it yet."""

    installed: Installed
    plugin: object
    spec: tuple[int, int]
    prefix: str


class Loader:
    """Takes plugins in one by one, then asks each for its formats and its rules."""

    def __init__(self, reserved: Iterable[RuleInfo]) -> None:
        self.admitted: list[_Admitted] = []
        self._failures: list[PluginFailure] = []
        self._formats: dict[str, tuple[Format, Installed]] = {}
        self._taken: dict[str, RuleInfo] = {}  # codes, names and aliases
        self._prefixes = dict([_TOOL])
        self._manager = pluggy.PluginManager(hookspec.PROJECT)
        self._manager.add_hookspecs(hookspec)
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
        if (
            self._fits_spec(installed, spec)
            and self._owns(installed, prefix)
            and self._registers(installed, plugin)
        ):
            self.admitted.append(_Admitted(installed, plugin, spec, prefix))
            self._prefixes.setdefault(prefix, installed.package)

    def _attempt(
        self, installed: Installed, failure: failures.Kind, call: Callable[[], _T], **params: object
    ) -> _T | None:
        """What a piece of foreign code returns; none when it fails, which is kept."""
        try:
            return call()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin may call sys.exit() while it is imported
            self.fail(installed, failure, error=describe(error), **params)
            return None

    def _fits_spec(self, installed: Installed, spec: object) -> bool:
        ours = ".".join(map(str, hookspec.SPEC_VERSION))
        if not (isinstance(spec, tuple) and len(spec) == 2 and all(isinstance(part, int) for part in spec)):
            self.fail(installed, failures.NO_SPEC, spec=repr(hookspec.SPEC_VERSION), got=repr(spec))
            return False
        if spec[0] != hookspec.SPEC_VERSION[0]:
            kind = failures.SPEC_TOO_OLD if spec[0] < hookspec.SPEC_VERSION[0] else failures.SPEC_TOO_NEW
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

    def _registers(self, installed: Installed, plugin: object) -> bool:
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
        rules = [tuple(self._rules_of(entry, full)) for entry in self.admitted]
        asked = self.admitted if provisions else ()
        articles = tuple(item for entry in asked for item in self._provisions_of(entry))
        infos = map(_info, self.admitted, rules, formats)
        every = sorted((rule for brought in rules for rule in brought), key=lambda rule: rule.code)
        return Plugins(
            tuple(every),
            tuple(form for form, _ in self._formats.values()),
            tuple(self._failures),
            tuple(infos),
            articles,
        )

    def _ask(self, entry: _Admitted, hook: str) -> list[object]:
        """What one plugin answers to one hook; empty when it fails or has no such hook."""
        others = [other.plugin for other in self.admitted if other.plugin is not entry.plugin]
        caller = self._manager.subset_hook_caller(hook, others)
        answer = self._attempt(entry.installed, failures.HOOK_FAILED, partial(_answers, caller), hook=hook)
        return answer or []

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

    def _provisions_of(self, entry: _Admitted) -> Iterable[Provision]:
        for item in self._ask(entry, "gxlint_provisions"):
            if isinstance(item, Provision) and item.source.article:
                yield item
            else:
                self.fail(entry.installed, failures.BAD_PROVISION, got=repr(item))

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


def _declared(load: Callable[[], object]) -> tuple[object, Any, Any]:
    plugin = load()
    return plugin, getattr(plugin, "GXLINT_SPEC", None), getattr(plugin, "GXLINT_PREFIX", "")


def _answers(caller: Callable[[], Iterable[Iterable[object]]]) -> list[object]:
    return [item for answer in caller() for item in answer]


def _judge(candidate: object, prefix: str, catalogue: Catalogue) -> tuple[Rule | None, list[Problem]]:
    problems = list(problems_of(candidate, prefix, catalogue))
    return (None if problems else cast("type[Rule]", candidate)()), problems


def _info(entry: _Admitted, rules: Iterable[Rule], formats: Iterable[Format]) -> PluginInfo:
    name, _, package, version = entry.installed
    codes, keys = tuple(sorted(rule.code for rule in rules)), tuple(form.key for form in formats)
    return PluginInfo(name, package, version, entry.spec, entry.prefix, codes, keys)


def _identifiers(rule: RuleInfo) -> tuple[str, ...]:
    return rule.code, rule.name, *rule.aliases


def _name_of(candidate: object) -> str:
    code = getattr(candidate, "code", None)
    name = getattr(candidate, "__name__", type(candidate).__name__)
    return f"{code} {name}" if isinstance(code, str) else str(name)
