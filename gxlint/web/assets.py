"""The parts of the page that were built from ``editors/web``: in a wheel, or in a checkout after they were built."""

import os
from typing import NamedTuple

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "assets")
BUILD = "cd editors/web && npm ci && npm run build"
"""How to build them, in a checkout."""
START = "main.js"
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".ttf": "font/ttf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


class Asset(NamedTuple):
    """A part of the page: where it lies, and what it is."""

    path: str
    type: str


def assets(folder: str = FOLDER) -> dict[str, Asset]:
    """What there is, by name; nothing where the page has not been built. No other file is ever given to a browser."""
    try:
        names = os.listdir(folder)
    except OSError:
        return {}
    found = {
        name: Asset(os.path.join(folder, name), kind)
        for name in names
        if (kind := _TYPES.get(os.path.splitext(name)[1])) is not None
    }
    return found if START in found else {}
