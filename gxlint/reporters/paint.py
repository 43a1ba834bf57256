"""Colours on a terminal, as plain escape sequences."""

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;34", "hint": "1;36"}


class Paint:
    """Colours text, or leaves it as it is."""

    __slots__ = ("_on",)

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def _wrap(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on else text

    def bold(self, text: str) -> str:
        """Bold."""
        return self._wrap(text, "1")

    def dim(self, text: str) -> str:
        """Faint."""
        return self._wrap(text, "2")

    def severity(self, text: str, severity: str) -> str:
        """The colour of a severity."""
        return self._wrap(text, _CODES[severity])

    def undecided(self, text: str) -> str:
        """The colour of what was not checked."""
        return self._wrap(text, "1;35")

    def good(self, text: str) -> str:
        """Green: nothing found."""
        return self._wrap(text, "1;32")
