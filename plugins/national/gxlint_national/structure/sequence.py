"""Which order and which ordinals the headings of the first level may have."""

from collections.abc import Sequence

from gxlint.model import Report, Section
from gxlint_national.structure.outline import Top, index_of, outline


def fitting(last: int, top: Top, previous: Top, report: Report) -> set[int]:
    """Ordinals that may follow ``last``: the next, the official one, one with room for missing parts."""
    found = {last + 1, expected_after(last, top, report)}
    if top.key is not None:
        index = index_of(top.key, report)
        if previous.key is not None:
            missing = {index_of(form.key, report) for form in outline(report).missing(report)}
            skipped = sum(index_of(previous.key, report) < number < index for number in missing)
            found.add(last + 1 + skipped)
    return found


def expected_after(last: int, top: Top, report: Report) -> int:
    """The ordinal a heading should have: the official one where that is still to come, else the next."""
    index = index_of(top.key, report) if top.key is not None else 0
    return index if index > last else last + 1


def misplaced(sections: Sequence[Section], report: Report) -> list[Section]:
    """The fewest sections whose removal leaves the others in the official order."""
    order = [index_of(section.key, report) for section in sections]
    best: list[tuple[int, ...]] = []
    for at, value in enumerate(order):
        before = max((chain for chain in best if order[chain[-1]] < value), key=len, default=())
        best.append((*before, at))
    kept = max(best, key=len, default=())
    return [section for at, section in enumerate(sections) if at not in kept]
