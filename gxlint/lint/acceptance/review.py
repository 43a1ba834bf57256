"""What is wrong with the accepted exceptions of a configuration, once a run is over."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gxlint.lint.acceptance.accepted import Use
from gxlint.lint.acceptance.entries import is_over
from gxlint.lint.config.config import Config, Entry
from gxlint.lint.tool_rules import UNKNOWN_SUPPRESSION, UNUSED_SUPPRESSION
from gxlint.rules import Message, RuleInfo, SpeakingRule
from gxlint.rules.selectors import closest, named_rule
from gxlint.rules.toml_places import Place

_PATTERN = frozenset("*?")


class Complaint(NamedTuple):
    """Something wrong with an entry, and where it stands in the configuration."""

    rule: SpeakingRule
    message: Message
    params: dict[str, object]
    place: Place


def review(
    config: Config, uses: Iterable[Use], rules: Sequence[RuleInfo], today: date, *, whole: bool
) -> Iterator[Complaint]:
    """Entries that name no rule, that are over, or that met no finding.

    Args:
        config: the configuration.
        uses: what became of its entries in the files that were checked.
        rules: all rules there are, the tool's own among them.
        today: the day on which entries have to hold.
        whole: whether its whole folder was checked. Only then an entry for many files is known to be of no use.
    """
    asked: dict[int, bool] = {}
    for use in uses:
        asked[use.place] = asked.get(use.place, False) or use.used
    for place, entry in enumerate(config.accept):
        rule = named_rule(entry.code, rules)
        if rule is None:
            close = closest(entry.code, rules)
            message = "entry_close" if close else "entry"
            yield _about(config, entry, UNKNOWN_SUPPRESSION, message, "code", got=entry.code, close=close)
        elif is_over(entry, today):
            yield _about(
                config, entry, UNUSED_SUPPRESSION, "expired", "until", got=rule.code, until=entry.until
            )
        elif asked.get(place) is False and (whole or _PATTERN.isdisjoint(entry.file)):
            yield _about(config, entry, UNUSED_SUPPRESSION, "entry", "code", got=rule.code)


def _about(
    config: Config, entry: Entry, rule: SpeakingRule, message: str, key: str, **params: object
) -> Complaint:
    place = config.toml.value_place((*entry.keys, key))
    return Complaint(rule, rule.messages[message], {"reason": entry.reason, **params}, place)
