"""HTML that is safe by its making: whatever is not made here is text, and is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from gxlint.source.characters import printable
from gxlint.source.width import visible

if TYPE_CHECKING:
    from typing import TypeAlias

    Child: TypeAlias = "Markup | str | int | None"

_VOID = frozenset({"br", "meta"})


class Markup(str):
    """A piece of HTML made by the functions below."""

    __slots__ = ()


def text(value: str) -> Markup:
    """A text, shown character by character as it is; control characters show as U+FFFD."""
    return Markup(escape(printable(visible(value))))


def tag(name: str, /, *children: Child, **attributes: str | int | None) -> Markup:
    """An element. Names of attributes that Python has a use for end in ``_``; those without a value are left out."""
    given = {
        key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None
    }
    written = "".join(f' {key}="{text(str(value))}"' for key, value in given.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Markup:
    """Pieces one after the other; texts among them are escaped."""
    return Markup(
        "".join(
            child if isinstance(child, Markup) else text(str(child))
            for child in children
            if child is not None
        )
    )
