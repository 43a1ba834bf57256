"""Walking through an XML part without making a tree of it: names, texts and where they stand, byte by byte."""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from gxlint.readers.office.package import Package

Attributes = dict[str, str]
Begin = Callable[[Attributes], None]
End = Callable[[], None]

_SEPARATOR = " "


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
        self._begin = _spelled(begin, namespaces)
        self._end = _spelled(end, namespaces)
        self._text = text
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.buffer_text = True
        self._listen()

    @property
    def at(self) -> int:
        """Where the tag that is being read begins; inside a text where that begins."""
        return self._parser.CurrentByteIndex

    def walk(self, data: bytes, package: Package) -> None:
        """Walk through the whole part, which is UTF-8.

        Raises:
            ReadError: it is no XML, or cut off.
        """
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
        parser = self._parser
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._text

    def _started(self, name: str, attributes: Attributes) -> None:
        action = self._begin.get(name)
        if action is not None:
            action(attributes)

    def _ended(self, name: str) -> None:
        action = self._end.get(name)
        if action is not None:
            action()

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
    ending = _SEPARATOR + name
    return next((found for key, found in attributes.items() if key.endswith(ending)), default)


def is_on(attributes: Attributes) -> bool:
    """Whether an element that switches something switches it on."""
    return value(attributes, "val", "true") not in ("0", "false", "off")


def _spelled(
    actions: Mapping[str, Callable[..., None]], namespaces: tuple[str, ...]
) -> dict[str, Callable[..., None]]:
    """The actions by names as the parser tells them: those without a namespace get each of the main ones."""
    found = {}
    for name, action in actions.items():
        if _SEPARATOR in name:
            found[name] = action
        else:
            found.update({f"{space}{_SEPARATOR}{name}": action for space in namespaces})
    return found
