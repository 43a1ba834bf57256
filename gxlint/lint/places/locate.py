"""Which province, city or county the name of a body begins with: 武威市凉州区财政局 lies in 凉州区."""

from collections.abc import Iterable, Sequence

from gxlint.lint.places.provinces import PROVINCES
from gxlint.lint.places.table import Division, bare, table

_LONGEST = 16
_SHORTEST = 2


def locate(organisation: str) -> tuple[Division | None, str]:
    """The smallest division the name begins with, and the rest of the name.

    Only what the name itself makes certain counts: 鼓楼区 alone may be in four cities and is in none.
    """
    text = "".join(organisation.split())
    found, rest = _province(text)
    while step := _next(rest, found):
        found, rest = step
    return found, rest


def _province(text: str) -> tuple[Division | None, str]:
    """A province's full name, or its short one where a city or county of that province follows."""
    divisions = table().by_code
    for province in PROVINCES:
        division = divisions[f"{province.digits}0000"]
        if text.startswith(province.name):
            return division, text[len(province.name) :]
        rest = text[len(province.short) :]
        if text.startswith(province.short) and _next(rest, division):
            return division, rest
    return None, text


def _next(text: str, above: Division | None) -> tuple[Division, str] | None:
    """The division below ``above`` that the text begins with, and the rest."""
    for length in range(min(_LONGEST, len(text)), _SHORTEST - 1, -1):
        name, rest = text[:length], text[length:]
        if found := _only(table().full.get(name, ()), above):
            return found, rest
        # 武威凉州区: a name without its ending counts where a county of that city follows.
        city = _only((item for item in table().cities.get(name, ()) if item.level == 1), above)
        if city is not None and _has_full(rest, city):
            return city, rest
    return None


def _has_full(text: str, above: Division) -> bool:
    lengths = range(min(_LONGEST, len(text)), _SHORTEST - 1, -1)
    return any(_only(table().full.get(text[:length], ()), above) for length in lengths)


def _only(candidates: Iterable[Division], above: Division | None) -> Division | None:
    """What the candidates below ``above`` have in common: the one there is, or the city or province of them all."""
    inside = [
        item for item in candidates if above is None or (above.level < item.level and above.holds(item.code))
    ]
    if len(inside) < 2:
        return inside[0] if inside else None
    for digits in (4, 2):
        if len({item.code[:digits] for item in inside}) == 1:
            common = table().by_code.get(inside[0].code[:digits].ljust(6, "0"))
            return common if common and (above is None or above.level < common.level) else None
    return None


def called(name: str) -> Sequence[Division]:
    """All divisions a person may mean by a name, with or without its ending; the higher ones first."""
    by_name = table()
    short = [province for province in PROVINCES if name == province.short]
    if short:
        return [by_name.by_code[f"{short[0].digits}0000"]]
    if found := by_name.full.get(name) or by_name.cities.get(name):
        return found
    return [item for item in by_name.by_code.values() if item.level == 2 and bare(item.name) == name]
