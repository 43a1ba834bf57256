"""The results as a table for people (Markdown) and for programs (JSON)."""

import json
import os
import platform
from collections.abc import Iterable, Iterator
from datetime import date
from statistics import median
from typing import Any

from benchmarks.budgets import BUDGETS
from benchmarks.contest import Contest
from gxlint import __version__

_HEAD = ("#", "what", "input", "must", "aim", "measured", "", "ours", "against", "theirs", "rounds")


def machine() -> dict[str, Any]:
    """What the figures were taken on. ``load`` is that of the last minutes, cores of work at a time."""
    load = os.getloadavg() if hasattr(os, "getloadavg") else ()
    return {
        "gxlint": __version__,
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": [round(value, 2) for value in load],
    }


def as_json(contests: Iterable[Contest], before: dict[str, Any], after: dict[str, Any]) -> str:
    """Everything, each round included."""
    results = [
        {
            "number": contest.number,
            "label": contest.label,
            **BUDGETS[contest.number]._asdict(),
            "ratio": contest.ratio,
            "verdict": verdict(contest),
            "ours": contest.ours,
            "theirs": contest.theirs,
        }
        for contest in contests
    ]
    whole = {"machine": before, "load_after": after["load"], "results": results}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_markdown(contests: Iterable[Contest], before: dict[str, Any], after: dict[str, Any]) -> str:
    """A heading line with the machine, and the table."""
    told = ", ".join(f"{name} {value}" for name, value in before.items() if name != "load")
    loads = " → ".join("/".join(map(str, state["load"])) for state in (before, after))
    lines = [_row(_HEAD), _row("---" for _ in _HEAD), *(_row(_cells(contest)) for contest in contests)]
    return f"{told}; load {loads}\n\n" + "\n".join(lines) + "\n"


def verdict(contest: Contest) -> str:
    """``aim`` or ``must``, whichever is reached, else ``missed``."""
    budget = BUDGETS[contest.number]
    if contest.ratio <= budget.aim:
        return "aim"
    return "must" if contest.ratio <= budget.must else "missed"


def _cells(contest: Contest) -> Iterator[str]:
    budget = BUDGETS[contest.number]
    yield str(contest.number)
    yield budget.what
    yield contest.label
    if budget.must:
        yield from (f"≤ {budget.must:g}", f"≤ {budget.aim:g}", f"**{contest.ratio:.2f}**")
    else:
        yield from ("0", "0", f"**{contest.ratio:.0f}**")
    yield verdict(contest)
    yield _amount(contest.number, contest.ours)
    yield budget.against
    yield _amount(contest.number, contest.theirs)
    yield str(len(contest.ours))


def _amount(number: int, values: tuple[float, ...]) -> str:
    value = median(values)
    if number in (2, 10):
        return ""
    if number == 14:
        return f"{value / 1e6:.1f} MB"
    if number == 6:
        return f"{value * 1000:.3f} ms/KB"
    return f"{value * 1000:.2f} ms"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
