"""Where something stands, as SARIF says it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from gxlint.reporters.record import Range


def location(path: str) -> dict[str, Any]:
    """An artifact location: relative to the folder that was checked, or the whole address of an absolute path."""
    if os.path.isabs(path):
        from pathlib import Path

        return {"uri": Path(path).as_uri()}
    plain = path.replace(os.sep, "/")
    while plain.startswith("./"):
        plain = plain[2:].lstrip("/")
    return {"uri": quote(plain, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}


def physical(path: str, place: Range) -> dict[str, Any]:
    """A physical location with its region."""
    return {"artifactLocation": location(path), "region": region(place)}


def region(place: Range) -> dict[str, Any]:
    """A region: lines and columns from 1, columns in UTF-16 units, the end column behind the last one."""
    return {
        "startLine": place.line + 1,
        "startColumn": place.character + 1,
        "endLine": place.end_line + 1,
        "endColumn": place.end_character + 1,
    }
