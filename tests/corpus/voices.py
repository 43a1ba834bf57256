"""The prose of a report: a voice written by hand, its figures taken from the tables.

A voice is a file of parts, each under ``[key]`` or ``[key heading]``, a paragraph a line. In braces stand figures:
``{新收}``, sums ``{新收+上年结转}``, shares in per cent with one place ``{%1 予以公开/办结}`` and growth ``{^1 新收/去年新收}``.
``[vars]`` draws further figures (``网站 = 260..420``) or adds them up; what stands before the first part is a comment.
"""

import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from random import Random

from gxlint.testing.forms import Figures
from tests.corpus.figures import number
from tests.corpus.plan import FOLDER, Entry

_PART = re.compile(r"\[(\w+)(?: ([^\]]+))?\]$")
_BRACES = re.compile(r"\{([^{}]+)\}")
_TERM = re.compile(r"([+-]?)([^+\-]+)")

_TOTAL = "table_requests.{}.total"
# What the voices call a figure of the tables: the cells that it adds up; ``*`` is every row of a group.
_CELLS: dict[str, tuple[str, ...]] = {
    "新收": (_TOTAL.format("received"),),
    "自然人新收": ("table_requests.received.natural_person",),
    "企业新收": ("table_requests.received.commercial_enterprise",),
    "上年结转": (_TOTAL.format("carried_over"),),
    "办结": (_TOTAL.format("outcomes_total"),),
    "结转": (_TOTAL.format("carried_forward"),),
    "予以公开": (_TOTAL.format("granted"),),
    "部分公开": (_TOTAL.format("partially_granted"),),
    "不予公开": (_TOTAL.format("denied*"),),
    "内部事务": (_TOTAL.format("denied.internal_affairs"),),
    "过程性": (_TOTAL.format("denied.deliberative_process"),),
    "行政查询": (_TOTAL.format("denied.administrative_inquiry"),),
    "无法提供": (_TOTAL.format("unavailable*"),),
    "不掌握": (_TOTAL.format("unavailable.not_held"),),
    "需制作": (_TOTAL.format("unavailable.needs_creation"),),
    "不予处理": (_TOTAL.format("not_processed*"),),
    "其他处理": (_TOTAL.format("other_processing*"),),
    "规章制发": ("table_proactive.regulations.issued",),
    "规章有效": ("table_proactive.regulations.in_force",),
    "规范性文件制发": ("table_proactive.normative_documents.issued",),
    "规范性文件废止": ("table_proactive.normative_documents.repealed",),
    "规范性文件有效": ("table_proactive.normative_documents.in_force",),
    "复议": ("table_disputes.reconsideration.total",),
    "复议维持": ("table_disputes.reconsideration.upheld",),
    "复议纠正": ("table_disputes.reconsideration.corrected",),
    "复议其他": ("table_disputes.reconsideration.other_result",),
    "复议未结": ("table_disputes.reconsideration.pending",),
    "诉讼": ("table_disputes.litigation*.total",),
    "直诉": ("table_disputes.litigation_direct.total",),
    "复后诉": ("table_disputes.litigation_after_reconsideration.total",),
}


class Voice(dict[str, tuple[str, ...]]):
    """Parts by key, a paragraph an item. ``headings`` are those that differ from the official ones."""

    headings: dict[str, str]


@cache
def voice(name: str) -> Voice:
    """The voice of that name, figures not filled in."""
    parts: dict[str, list[str]] = {}
    headings: dict[str, str] = {}
    current: list[str] = []
    for line in (FOLDER / "voices" / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        if found := _PART.match(line):
            current = parts.setdefault(found[1], [])
            if found[2]:
                headings[found[1]] = found[2]
        elif line.strip():
            current.append(line)
    made = Voice({key: tuple(lines) for key, lines in parts.items()})
    made.headings = headings
    return made


def spoken(entry: Entry, tables: Mapping[str, Figures]) -> Voice:
    """The prose of one report."""
    fill = filling(entry, tables)
    parts = voice(entry.voice)
    made = Voice({key: tuple(map(fill, lines)) for key, lines in parts.items() if key != "vars"})
    made.headings = {key: fill(heading) for key, heading in parts.headings.items()}
    return made


def _names(entry: Entry, tables: Mapping[str, Figures]) -> dict[str, Decimal | str]:
    names: dict[str, Decimal | str] = {"org": entry.organisation, **entry.words}
    names |= {"year": str(entry.year), "next": str(entry.year + 1), "last": str(entry.year - 1)}
    names |= {name: _sum(cells, tables) for name, cells in _CELLS.items()}
    names["法人新收"] = _sum((_TOTAL.format("received"),), tables) - _sum(_CELLS["自然人新收"], tables)
    names |= {name: Decimal(value) for name, value in entry.last_year.items()}
    random = Random(entry.name)
    for line in voice(entry.voice).get("vars", ()):
        name, _, value = line.partition(" = ")
        first, dots, last = value.partition("..")
        drawn = _drawn(first, last, random) if dots else _added(value, names)
        names.setdefault(name, drawn)
    return names


def _drawn(first: str, last: str, random: Random) -> Decimal:
    if "." in first:
        return Decimal(random.randint(int(float(first) * 10), int(float(last) * 10))) / 10
    return Decimal(random.randint(int(first), int(last)))


def _sum(cells: tuple[str, ...], tables: Mapping[str, Figures]) -> Decimal:
    total = Decimal(0)
    for address in cells:
        table, _, rest = address.partition(".")
        row, _, column = rest.rpartition(".")
        keys = [key for key in tables[table] if key == row or ("*" in row and key.startswith(row[:-1]))]
        total += sum(number(tables[table][key].get(column, "0")) for key in keys)
    return total


def filling(entry: Entry, tables: Mapping[str, Figures]) -> Callable[[str], str]:
    """What fills the braces in a text of this report."""
    names = _names(entry, tables)
    return lambda text: _BRACES.sub(lambda found: _value(found[1], names), text)


def _value(text: str, names: Mapping[str, Decimal | str]) -> str:
    if text[0] in "%^":
        places, _, ratio = text[1:].partition(" ")
        top, _, bottom = ratio.partition("/")
        part, whole = _added(top, names), _added(bottom, names)
        if text[0] == "^":
            part -= whole
        return str((part / whole * 100).quantize(Decimal(10) ** -int(places), ROUND_HALF_UP))
    if isinstance(names.get(text), str):
        return str(names[text])
    return str(_added(text, names))


def _added(text: str, names: Mapping[str, Decimal | str]) -> Decimal:
    total = Decimal(0)
    for sign, term in _TERM.findall(text):
        value = Decimal(term) if term.strip().isdigit() else names[term.strip()]
        total += -Decimal(value) if sign == "-" else Decimal(value)
    return total
