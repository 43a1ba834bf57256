"""Asks every plugin for what it brings, and looks through it: what cannot be used is left out, and said."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import cast

from gxlint.formats import Catalogue, Format
from gxlint.rules import failures
from gxlint.rules.discovery import Installed
from gxlint.rules.info import Origin, Provision, RuleInfo
from gxlint.rules.law import Law
from gxlint.rules.links import Linker
from gxlint.rules.loading.guard import Guard, is_own
from gxlint.rules.loading.hooks import Admitted, Hooks
from gxlint.rules.loading.loaded import PluginInfo
from gxlint.rules.profile import Profile
from gxlint.rules.rule import Rule
from gxlint.rules.validate import Problem, problems_of


class Collector:
    """Goes from plugin to plugin. The first that brings a format, a code or a name keeps it."""

    def __init__(self, guard: Guard, hooks: Hooks, reserved: Iterable[RuleInfo]) -> None:
        """Nothing is taken yet but the codes and names of the tool's own rules."""
        self._guard, self._hooks = guard, hooks
        self._formats: dict[str, Installed] = {}
        self._taken: dict[str, RuleInfo] = {}  # codes, names and aliases
        for rule in reserved:
            self._taken.update(dict.fromkeys(_identifiers(rule), rule))

    def formats_of(self, entry: Admitted) -> Iterator[Format]:
        """The formats a plugin brings that nobody brought before."""
        for form in self._hooks.ask(entry, "gxlint_formats"):
            if not isinstance(form, Format):
                self._guard.fail(entry.installed, failures.BAD_FORMAT, got=type(form).__name__)
            elif form.key in self._formats:
                owner = self._formats[form.key].package
                self._guard.fail(entry.installed, failures.DUPLICATE_FORMAT, format=form.key, owner=owner)
            else:
                self._formats[form.key] = entry.installed
                yield form

    def rules_of(self, entry: Admitted, catalogue: Catalogue) -> Iterator[Rule]:
        """The rules a plugin brings, made; those whose head is wrong or that exist already are left out."""
        candidates = self._hooks.ask(entry, "gxlint_rules")
        if candidates and not entry.prefix:
            self._guard.fail(entry.installed, failures.NO_PREFIX)
            return
        for candidate in candidates:
            rule = self._rule(entry, candidate, catalogue)
            if rule is not None and self._is_new(entry, rule):
                yield rule

    def profiles(
        self, entries: Iterable[Admitted], rules: Sequence[Rule], catalogue: Catalogue
    ) -> tuple[tuple[Profile, Installed], ...]:
        """The profiles of all plugins. What comes with one, well made or not, is regional from now on."""
        bringing = [entry for entry in entries if self._hooks.has(entry, "gxlint_profiles")]
        if not bringing:
            return ()
        from gxlint.rules.profiles import Offer, settled

        regional = {entry.prefix for entry in bringing}
        for rule in rules:
            rule.regional = rule.code[:-3] in regional
        sections = {section.key for form in catalogue for section in form.sections}
        offers = [
            Offer(entry.installed, entry.prefix, item)
            for entry in bringing
            for item in self._hooks.ask(entry, "gxlint_profiles")
        ]
        return settled(offers, rules, sections, self._guard.fail)

    def provisions_of(self, entry: Admitted) -> Iterator[Provision]:
        """The articles of notices a plugin knows."""
        for item in self._hooks.ask(entry, "gxlint_provisions"):
            if isinstance(item, Provision) and item.source.article:
                yield item
            else:
                self._guard.fail(entry.installed, failures.BAD_PROVISION, got=repr(item))

    def laws_of(self, entry: Admitted) -> Iterator[Law]:
        """The laws and notices a plugin knows."""
        for item in self._hooks.ask(entry, "gxlint_laws"):
            if isinstance(item, Law) and item.title:
                yield item
            else:
                self._guard.fail(entry.installed, failures.BAD_LAW, got=repr(item))

    def linkers_of(self, entry: Admitted) -> Iterator[Linker]:
        """What a plugin has to tell which figures of the prose belong to which cells."""
        for item in self._hooks.ask(entry, "gxlint_links"):
            if callable(item):
                yield item
            else:
                self._guard.fail(entry.installed, failures.BAD_LINKER, got=repr(item))

    def _rule(self, entry: Admitted, candidate: object, catalogue: Catalogue) -> Rule | None:
        what = _name_of(candidate)
        judge: Callable[[], tuple[Rule | None, list[Problem]]]
        judge = partial(_judge, candidate, entry.prefix, catalogue)
        if is_own(entry.installed):  # a test judges these once and for all
            judge = partial(_unjudged, candidate)
        judged = self._guard.attempt(entry.installed, failures.RULE_FAILED, judge, rule=what)
        if judged is None:
            return None
        rule, problems = judged
        for message, params in problems:
            self._guard.fail(entry.installed, failures.bad_rule(message), rule=what, **params)
        if rule is not None:
            rule.origin = Origin(entry.installed.package, entry.installed.version)
        return rule

    def _is_new(self, entry: Admitted, rule: Rule) -> bool:
        for identifier in _identifiers(rule):
            other = self._taken.get(identifier)
            if other is not None:
                taken = {"got": identifier, "other": repr(other), "owner": other.origin.package}
                self._guard.fail(entry.installed, failures.DUPLICATE_RULE, rule=repr(rule), **taken)
                return False
        self._taken.update(dict.fromkeys(_identifiers(rule), rule))
        return True


def info(
    entry: Admitted,
    rules: Iterable[Rule],
    formats: Iterable[Format],
    profiles: Iterable[tuple[Profile, Installed]],
) -> PluginInfo:
    """What came of a plugin."""
    name, _, package, version = entry.installed
    codes, keys = tuple(sorted(rule.code for rule in rules)), tuple(form.key for form in formats)
    theirs = tuple(profile.code for profile, installed in profiles if installed is entry.installed)
    return PluginInfo(name, package, version, entry.spec, entry.prefix, codes, keys, theirs)


def _unjudged(candidate: object) -> tuple[Rule | None, list[Problem]]:
    return cast("type[Rule]", candidate)(), []


def _judge(candidate: object, prefix: str, catalogue: Catalogue) -> tuple[Rule | None, list[Problem]]:
    problems = list(problems_of(candidate, prefix, catalogue))
    return (None if problems else cast("type[Rule]", candidate)()), problems


def _identifiers(rule: RuleInfo) -> tuple[str, ...]:
    return rule.code, rule.name, *rule.aliases


def _name_of(candidate: object) -> str:
    code = getattr(candidate, "code", None)
    name = getattr(candidate, "__name__", type(candidate).__name__)
    return f"{code} {name}" if isinstance(code, str) else str(name)
