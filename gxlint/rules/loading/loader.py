"""Takes plugins in one by one under a guard, then asks each for what it brings."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gxlint.formats import Catalogue
from gxlint.rules.info import RuleInfo
from gxlint.rules.loading.admission import Admission
from gxlint.rules.loading.collecting import Collector, info
from gxlint.rules.loading.guard import Guard
from gxlint.rules.loading.hooks import Hooks
from gxlint.rules.loading.loaded import Plugins

if TYPE_CHECKING:
    from gxlint.rules.law import Law


class Loader:
    """The order of things: all are admitted, then formats are asked for, packs opened, rules and the rest asked for."""

    def __init__(self, reserved: Iterable[RuleInfo]) -> None:
        """``reserved`` are the tool's own rules, whose codes and names no plugin may take."""
        self.guard = Guard()
        self._hooks = Hooks(self.guard)
        self.admission = Admission(self.guard, self._hooks)
        self._collector = Collector(self.guard, self._hooks, reserved)

    def collect(self, catalogue: Catalogue, *, provisions: bool = False) -> Plugins:
        """Ask every plugin for what it brings: formats first, because rules name them."""
        entries, ask = self.admission.admitted, self._collector
        formats = [tuple(ask.formats_of(entry)) for entry in entries]
        brought = tuple(form for forms in formats for form in forms)
        full = catalogue.with_formats(brought)
        self.admission.open_packs(full)
        formats += [()] * (len(entries) - len(formats))  # packs bring none
        rules = [tuple(ask.rules_of(entry, full)) for entry in entries]
        asked = entries if provisions else ()
        articles = tuple(item for entry in asked for item in ask.provisions_of(entry))
        laws: dict[str, Law] = {}
        for law in (law for entry in asked for law in ask.laws_of(entry)):
            laws.setdefault(law.title, law)
        linkers = tuple(linker for entry in asked for linker in ask.linkers_of(entry))
        every = sorted((rule for theirs in rules for rule in theirs), key=lambda rule: rule.code)
        profiles = ask.profiles(entries, every, full)
        infos = (info(*each, profiles) for each in zip(entries, rules, formats, strict=True))
        return Plugins(
            tuple(every),
            brought,
            tuple(self.guard.failures),
            tuple(infos),
            articles,
            tuple(profile for profile, _ in profiles),
            tuple(laws.values()),
            linkers,
        )
