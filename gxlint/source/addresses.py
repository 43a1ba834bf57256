"""Web addresses in a text."""

from collections.abc import Iterator
from typing import NamedTuple

from gxlint.source.pattern import Pattern

_CANDIDATE = Pattern(
    r"(?<![A-Za-z0-9@./-])(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.)[!-Z_a-z~]+",
    "://",
    "www.",
    "WWW.",
    "Www.",
)
_HOST = Pattern(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,}|\d{1,3}(?:\.\d{1,3}){3}")
_NEVER_LAST = ".,;:!?'\"*_"
_IN_NONE = "\"'<>`"


class WebAddress(NamedTuple):
    """A web address in a text: where it stands, and what a browser is to open."""

    start: int
    end: int
    url: str


def web_addresses(text: str) -> Iterator[WebAddress]:
    """The http and https addresses, and the hosts that begin with www; what only looks like one is left out."""
    for match in _CANDIDATE.finditer(text):
        found = _trimmed(match[0])
        url = found if "://" in found else f"http://{found}"
        if _is_sound(url):
            yield WebAddress(match.start(), match.start() + len(found), url)


def _trimmed(found: str) -> str:
    """Without what belongs to the sentence around it: its closing marks, and brackets that it does not open."""
    for mark in _IN_NONE:
        found = found.partition(mark)[0]
    while found and (found[-1] in _NEVER_LAST or (found[-1] == ")" and found.count(")") > found.count("("))):
        found = found[:-1]
    return found


def _is_sound(url: str) -> bool:
    scheme, _, rest = url.partition("://")
    authority = rest
    for mark in "/?#":
        authority = authority.partition(mark)[0]
    host, colon, port = authority.partition(":")
    if scheme.lower() not in ("http", "https") or (colon and not port.isdecimal()):
        return False  # user:password@host shows one host and leads to another
    return _HOST.fullmatch(host) is not None and (host.lower()[:4] != "www." or host.count(".") > 1)
