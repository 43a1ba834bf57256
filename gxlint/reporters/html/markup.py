"""Links, which lead to web addresses and to places on the same page and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.forms.markup import joined, tag
from gxlint.reporters.basis import web_address

if TYPE_CHECKING:
    from gxlint.forms.markup import Child, Markup


def link(address: str, *children: Child) -> Markup:
    """A link to a web address; the children alone where it is none."""
    target = web_address(address)
    return tag("a", *children, href=target, rel="noreferrer noopener") if target else joined(*children)


def jump(anchor: str, *children: Child, **attributes: str | None) -> Markup:
    """A link to a place on the same page."""
    return tag("a", *children, href=f"#{anchor}", **attributes)
