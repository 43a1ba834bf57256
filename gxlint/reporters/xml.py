"""XML element by element, with every text escaped and nothing in it that XML forbids."""

from __future__ import annotations

from gxlint.source.characters import printable

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def xml_text(text: str) -> str:
    """A text for content or for an attribute."""
    return printable(text).translate(_ESCAPES)


def start(name: str, /, **attributes: object) -> str:
    """``<name key="value">``; attributes that are none are left out."""
    return f"<{name}{_attributes(attributes)}>"


def empty(name: str, /, **attributes: object) -> str:
    """``<name key="value"/>``."""
    return f"<{name}{_attributes(attributes)}/>"


def _attributes(attributes: dict[str, object]) -> str:
    given = {key: value for key, value in attributes.items() if value is not None}
    return "".join(f' {key}="{xml_text(str(value))}"' for key, value in given.items())
