"""Accepted exceptions as TOML."""

import json
from collections.abc import Mapping


def value_text(value: str | int) -> str:
    """A text or a number as TOML has it."""
    # A JSON string or number is one of TOML, too, but for the one control character that JSON leaves alone.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def table_text(header: str, entry: Mapping[str, str | int]) -> str:
    """An entry as a table of its own, under ``[[header]]``."""
    lines = "".join(f"{key} = {value_text(value)}\n" for key, value in entry.items())
    return f"[[{header}]]\n{lines}"


def inline_text(entry: Mapping[str, str | int]) -> str:
    """An entry on one line, as it stands in a list."""
    return "{ " + ", ".join(f"{key} = {value_text(value)}" for key, value in entry.items()) + " }"
