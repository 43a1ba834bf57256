"""What the reports of the corpus are: read from ``clean.yaml`` and ``faulty.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gxlint.testing.forms import Body
from tests.support.layouts import BY_NAME, Layout

FOLDER = Path(__file__).parent
REPORTS = FOLDER / "reports"


@dataclass(frozen=True)
class Mistake:
    """One injected mistake.

    Attributes:
        code: the rule that has to find it.
        at: text of the report (or ``any``) that the finding has to touch; the address of a cell counts, too.
        also: further rules that may speak because of it.
        edit: what is done to the report, as (kind, value); see ``tests.corpus.mistakes``.
    """

    code: str
    at: str
    also: tuple[str, ...]
    edit: tuple[str, Any]


@dataclass(frozen=True, eq=False)
class Entry:
    """One report. ``remarks`` are codes of hints and infos that are right about a clean report."""

    name: str
    organisation: str
    year: int
    body: Body
    voice: str
    layout: Layout
    clean: bool
    words: Mapping[str, str]
    figures: Mapping[str, Mapping[str, Any]]
    last_year: Mapping[str, int]
    title: str = ""
    encoding: str = "utf-8"
    half_width: bool = False
    furniture: str = ""
    form: str = ""
    remarks: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = field(default=())

    @property
    def path(self) -> Path:
        """The file of the report."""
        ending = (
            ".html" if self.layout.kind == "html" else ".md" if "markdown" in self.layout.name else ".txt"
        )
        return REPORTS / ("clean" if self.clean else "faulty") / f"{self.name}{ending}"


_EDITS = ("replace", "cells", "label", "drop", "cut", "silence", "blank", "add", "raw", "none")
_TABLES = ("proactive", "requests", "disputes")
_KEYS = {
    *("name", "organisation", "year", "body", "voice", "layout", "words", "last_year", "title", "encoding"),
    *("half_width", "furniture", "form", "remarks", "mistakes", *_TABLES),
}


@cache
def entries() -> tuple[Entry, ...]:
    """All reports of the corpus, the clean ones first."""
    found = [_entry(data, clean=name == "clean") for name in ("clean", "faulty") for data in _loaded(name)]
    return tuple(found)


def _loaded(name: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return data


def _entry(data: dict[str, Any], *, clean: bool) -> Entry:
    name = data["name"]
    if unknown := data.keys() - _KEYS:
        raise ValueError(f"{name}: unknown keys {sorted(unknown)}")
    given = {
        key: data[key] for key in ("title", "encoding", "half_width", "furniture", "form") if key in data
    }
    return Entry(
        name=name,
        organisation=data["organisation"],
        year=data["year"],
        body=data.get("body", "department"),
        voice=data["voice"],
        layout=BY_NAME[data["layout"]],
        clean=clean,
        words=data.get("words", {}),
        figures={f"table_{key}": data.get(key, {}) for key in _TABLES},
        last_year=data.get("last_year", {}),
        remarks=tuple(data.get("remarks", ())),
        mistakes=tuple(_mistake(item, name) for item in data.get("mistakes", ())),
        **given,
    )


def _mistake(data: dict[str, Any], name: str) -> Mistake:
    kinds = [key for key in _EDITS if key in data]
    if len(kinds) != 1 or data.keys() - {"code", "at", "also", *_EDITS}:
        raise ValueError(f"{name}: a mistake has a code and exactly one of {_EDITS}: {data}")
    kind, value = kinds[0], data[kinds[0]]
    at = data.get("at")
    if at is None and kind in ("replace", "raw", "label", "add"):
        at = value[-1]
    elif at is None and kind == "cells":
        at = next(iter(value))
    return Mistake(data["code"], str(at or "any"), tuple(data.get("also", ())), (kind, value))
