"""The register as editors know it."""

from functools import cache

from gxlint.rules import Law, Source
from gxlint.rules.law import comparable
from gxlint_national import sources
from gxlint_national.citations.register import Entry, register


def laws() -> tuple[Law, ...]:
    """All laws and notices of the register, in its order."""
    return tuple(map(_law, register().entries))


def _law(entry: Entry) -> Law:
    return Law(
        title=entry.title,
        number=entry.number,
        name=entry.name,
        short=entry.short,
        issued=entry.issued,
        revised=entry.revised,
        in_force=entry.in_force,
        until=entry.until,
        stale_from=entry.stale_from,
        articles=entry.articles,
        national=entry.level == "national",
        verified=entry.certain,
        former_numbers=entry.former_numbers,
        url=entry.url or _urls().get(comparable(entry.title), ""),
        unsure=entry.unsure,
        successor=register().entry(entry.successor).title if entry.successor else "",
    )


@cache
def _urls() -> dict[str, str]:
    """Where laws and notices are published, by comparable title."""
    known = (source for source in vars(sources).values() if isinstance(source, Source))
    return {comparable(source.title): source.url for source in known}
