"""XML element by element, with every text escaped and nothing in it that XML forbids."""

from __future__ import annotations

import re
from functools import cache

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def xml_text(text: str) -> str:
    """A text for content or for an attribute."""
    return allowed(text).translate(_ESCAPES)


def allowed(text: str) -> str:
    """The text with U+FFFD for characters that XML has no place for."""
    return _forbidden().sub("\ufffd", text)


def start(name: str, /, **attributes: object) -> str:
    """``<name key="value">``; attributes that are none are left out."""
    return f"<{name}{_attributes(attributes)}>"


def empty(name: str, /, **attributes: object) -> str:
    """``<name key="value"/>``."""
    return f"<{name}{_attributes(attributes)}/>"


def _attributes(attributes: dict[str, object]) -> str:
    given = {key: value for key, value in attributes.items() if value is not None}
    return "".join(f' {key}="{xml_text(str(value))}"' for key, value in given.items())


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
