"""Walking through an XML part without making a tree of it: names, texts and where they stand, byte by byte."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar
from xml.parsers import expat

from gxlint.readers.office.package import Package

Attributes = dict[str, str]
Begin = Callable[[Attributes], None]
End = Callable[[], None]

Action = TypeVar("Action", Begin, End)

_SEPARATOR = " "
_MOST_DIGITS = 10
_ROOT = re.compile(rb"<(?![?!])[^>]*>")
_DECLARED = re.compile(rb"""\sxmlns(?::([^\s=]+))?\s*=\s*(["'])([^"']*)\2""")


class Walker:
    """Calls a method for each element that matters. ``at`` is where the tag that is being read begins, in bytes.

    Names are those of the part's main namespace, whatever prefix it has there; elements of others are ``uri name``.
    """

    def __init__(
        self,
        namespaces: tuple[str, ...],
        begin: Mapping[str, Begin],
        end: Mapping[str, End],
        text: Callable[[str], None],
    ) -> None:
        self._namespaces = namespaces
        self._actions = begin, end
        self._begin: Mapping[str, Begin] = {}
        self._end: Mapping[str, End] = {}
        self._text = text
        self._depth = 0
        self._parser = expat.ParserCreate()

    @property
    def at(self) -> int:
        """Where the tag that is being read begins; inside a text where that begins."""
        return self._parser.CurrentByteIndex

    def walk(self, data: bytes, package: Package) -> None:
        """Walk through the whole part, which is UTF-8.

        Raises:
            ReadError: it is no XML, or cut off.
        """
        prefixes = _prefixes(data)
        begin, end = self._actions
        if prefixes is None:
            self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
            self._begin = _in_full(begin, self._namespaces)
            self._end = _in_full(end, self._namespaces)
        else:
            self._parser = expat.ParserCreate()
            self._begin = _prefixed(begin, self._namespaces, prefixes)
            self._end = _prefixed(end, self._namespaces, prefixes)
        self._parser.buffer_text = True
        self._listen()
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError:
            raise package.broken() from None

    def skip(self) -> None:
        """Pass over all that stands in the element that is being begun; its end is not told."""
        self._depth = 1
        parser = self._parser
        parser.StartElementHandler = self._deeper
        parser.EndElementHandler = self._back
        parser.CharacterDataHandler = None

    def _listen(self) -> None:
        begin, end = self._begin.get, self._end.get

        def started(name: str, attributes: Attributes) -> None:
            action = begin(name)
            if action is not None:
                action(attributes)

        def ended(name: str) -> None:
            action = end(name)
            if action is not None:
                action()

        parser = self._parser
        parser.StartElementHandler = started
        parser.EndElementHandler = ended
        parser.CharacterDataHandler = self._text

    def _deeper(self, _name: str, _attributes: Attributes) -> None:
        self._depth += 1

    def _back(self, _name: str) -> None:
        self._depth -= 1
        if not self._depth:
            self._listen()


def value(attributes: Attributes, name: str, default: str = "") -> str:
    """The value of an attribute, in whatever namespace it stands."""
    if name in attributes:
        return attributes[name]
    endings = (f":{name}", _SEPARATOR + name)
    return next((found for key, found in attributes.items() if key.endswith(endings)), default)


def whole(text: str, default: int = 0) -> int:
    """A number of at most ten digits, as files write them; ``default`` for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else default


def is_on(attributes: Attributes) -> bool:
    """Whether an element that switches something switches it on."""
    return value(attributes, "val", "true") not in ("0", "false", "off")


def _prefixes(data: bytes) -> dict[str, list[str]] | None:
    """The prefixes of each namespace, where the root alone declares any: then names can be taken as they are written.

    To have the parser resolve them takes as long as all the rest.
    """
    root = _ROOT.search(data)
    found = _DECLARED.findall(root[0]) if root else []
    if not found or len(found) != data.count(b"xmlns"):
        return None
    prefixes: dict[str, list[str]] = {}
    for prefix, _, space in found:
        prefixes.setdefault(space.decode("utf-8", "replace"), []).append(prefix.decode("utf-8", "replace"))
    return prefixes


def _prefixed(
    actions: Mapping[str, Action], namespaces: tuple[str, ...], prefixes: Mapping[str, list[str]]
) -> dict[str, Action]:
    """The actions by names as they are written."""
    found = {}
    for name, action in _in_full(actions, namespaces).items():
        space, _, local = name.rpartition(_SEPARATOR)
        for prefix in prefixes.get(space, ()):
            found[f"{prefix}:{local}" if prefix else local] = action
    return found


def _in_full(actions: Mapping[str, Action], namespaces: tuple[str, ...]) -> dict[str, Action]:
    """The actions by names as the parser tells them: those without a namespace get each of the main ones."""
    found = {}
    for name, action in actions.items():
        if _SEPARATOR in name:
            found[name] = action
        else:
            found.update({f"{space}{_SEPARATOR}{name}": action for space in namespaces})
    return found
