"""What holds for the files under one configuration: formats, rules, the region asked for, what is accepted."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from gxlint.formats import Catalogue, official_formats
from gxlint.lint.ruleset import Choice, RuleSet, choose
from gxlint.lint.settings import Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.rules import Message, Profile, RuleInfo, Severity
from gxlint.rules.selectors import ALL, matches

if TYPE_CHECKING:
    from gxlint.lint.acceptance.baseline import Baseline
    from gxlint.lint.acceptance.entries import Entries
    from gxlint.lint.acceptance.judge import Known
    from gxlint.lint.config.config import Config
    from gxlint.lint.regions import Region, Regions
    from gxlint.rules.plugins import Plugins


class Scope:
    """What holds for the files under one configuration, or under none.

    Attributes:
        settings: what the run is asked to do, which counts for more than the configuration.
        plugins: the rules, formats and profiles there are.
        config: the configuration.
        catalogue: the formats, without what single provinces accept.
        region: the province, city or county that was asked for.
    """

    def __init__(
        self, settings: Settings, plugins: "Plugins", config: "Config | None" = None, *, lenient: bool = False
    ) -> None:
        """Choose what holds.

        Args:
            settings: what the run is asked to do.
            plugins: everything that is installed, and the packs of the configuration.
            config: the configuration.
            lenient: whether settings may name rules that there are only elsewhere.

        Raises:
            SettingError: the settings name a rule, a severity or a region that does not exist, or a baseline that
                cannot be used.
            TomlError: the configuration does.
        """
        self.settings, self.plugins, self.config = settings, plugins, config
        official, more = official_formats(), plugins.formats
        # The same object where nothing is added: what is made of it is kept with it.
        self.catalogue: Catalogue = official.with_formats(more) if more else official
        self.rules: Sequence[RuleInfo] = (*plugins.rules, *TOOL_RULES)
        self._configured = self._checked(config)
        self._chosen = self._asked(lenient=lenient)
        self.region = self._region()
        self._rulesets: dict[str, RuleSet] = {}
        self._forms: dict[str, Catalogue] = {}
        self.ruleset(self.region.profile if self.region else None)
        self._baseline = self._read_baseline()

    @property
    def fail_level(self) -> Severity:
        """What makes a report fail."""
        configured = self.config.fail_level if self.config else None
        return self.settings.fail_level or configured or Severity.ERROR

    @property
    def year(self) -> int | None:
        """The fiscal year of all reports, if it was given."""
        return self.settings.year or (self.config.year if self.config else None)

    @property
    def body(self) -> str | None:
        """The issuing body of reports that do not name it, if it was given."""
        return self.settings.body or (self.config.body if self.config else None)

    @cached_property
    def regions(self) -> "Regions":
        """The profiles there are."""
        from gxlint.lint.regions import Regions

        return Regions(self.plugins.profiles)

    @cached_property
    def notice(self) -> tuple[Message, dict[str, object]] | None:
        """What has to be said about the region: that nothing is installed for it."""
        if self.region is None or self.region.profile or self.region.own:
            return None
        from gxlint.lint.regions import NO_PROFILE

        return NO_PROFILE, {"name": self.region.name}

    def profile_of(self, report: Report) -> Profile | None:
        """The profile that holds for a report, none for the national rules alone."""
        return self.regions.of_body(report.organisation, self.region) if self.plugins.profiles else None

    def ruleset(self, profile: Profile | None) -> RuleSet:
        """The rules under a profile."""
        code = profile.code if profile else ""
        if code not in self._rulesets:
            self._rulesets[code] = choose(
                self.plugins.rules,
                select=self._chosen.select,
                ignore=self._chosen.ignore,
                extend_select=self._chosen.extend_select,
                severities=self._chosen.severities,
                chain=self.regions.chain(profile) if profile else (),
                configured=self._configured,
            )
        return self._rulesets[code]

    def catalogue_of(self, profile: Profile | None) -> Catalogue:
        """The formats with the headings that a profile accepts."""
        if profile is None:
            return self.catalogue
        if profile.code not in self._forms:
            from gxlint.lint.headings import with_headings

            self._forms[profile.code] = with_headings(self.catalogue, self.regions.chain(profile))
        return self._forms[profile.code]

    def known(self, path: str) -> "Known | None":
        """What is accepted in a file; none where nothing is, in any."""
        if self._entries is None and self._baseline is None:
            return None
        from gxlint.lint.acceptance.judge import Known

        return Known(
            self._entries.for_file(path) if self._entries else None,
            self._baseline.for_file(path) if self._baseline else None,
        )

    @property
    def has_baseline(self) -> bool:
        """Whether a baseline is in force."""
        return self._baseline is not None

    def excludes(self, path: str) -> bool:
        """Whether a file is to be passed over when it is found in a folder."""
        if self.config is None or not self.config.exclude:
            return False
        from gxlint.lint.config.globs import path_matches

        relative = self.config.relative(path)
        return any(path_matches(pattern, relative) for pattern in self.config.exclude)

    @cached_property
    def _entries(self) -> "Entries | None":
        if self.config is None or not self.config.accept:
            return None
        from datetime import date

        from gxlint.lint.acceptance.entries import Entries

        return Entries(self.config, self.rules, date.today())

    def _checked(self, config: "Config | None") -> Choice | None:
        if config is None:
            return None
        from gxlint.lint.config.names import checked_choice

        return checked_choice(config, self.rules, self.regions)

    def _asked(self, *, lenient: bool) -> Choice:
        """What the settings say about rules, without what there is only elsewhere."""
        settings = self.settings
        choice = Choice(settings.select, settings.ignore, settings.extend_select, settings.severities)
        if not lenient:
            return choice
        here = choice._replace(
            select=self._known_here(choice.select),
            ignore=self._known_here(choice.ignore),
            extend_select=self._known_here(choice.extend_select),
            severities={code: choice.severities[code] for code in self._known_here(choice.severities)},
        )
        # What is selected there is none of here: nothing runs, instead of everything.
        return here._replace(ignore=(ALL,)) if choice.select and not here.select else here

    def _known_here(self, selectors: Iterable[str]) -> tuple[str, ...]:
        return tuple(selector for selector in selectors if matches(selector, self.rules))

    def _region(self) -> "Region | None":
        word = self.settings.province or (self.config.province if self.config else None)
        return self.regions.region(word) if word else None

    def _read_baseline(self) -> "Baseline | None":
        path = self.settings.baseline
        if path is None and self.config is not None:
            path = self.config.baseline
        if not path:
            return None
        from gxlint.lint.acceptance.baseline import read_baseline

        return read_baseline(path)
