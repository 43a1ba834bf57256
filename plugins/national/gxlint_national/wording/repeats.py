"""Where a text says the same thing twice in a row, found without looking at every character in Python."""

from collections.abc import Iterator


class Repeats:
    """A text as one long number, to be compared with itself shifted: equal characters leave zeros."""

    def __init__(self, text: str) -> None:
        code, self._unit = text.encode("utf-16-le", "surrogatepass"), 2
        if len(code) != 2 * len(text):  # characters beyond U+FFFF take two units there
            code, self._unit = text.encode("utf-32-le", "surrogatepass"), 4
        self._length = len(code)
        self._number = int.from_bytes(code, "little")

    def of(self, width: int) -> Iterator[int]:
        """Offsets at which ``width`` characters stand twice in a row, each run of repetitions once."""
        unit, number = self._unit, self._number
        difference = (number ^ (number >> (8 * unit * width))).to_bytes(self._length, "little")
        wanted = bytes(unit * width)
        last = self._length - 2 * unit * width  # behind it the shifted number has run out
        at = difference.find(wanted)
        while 0 <= at <= last:
            start = -(-at // unit)
            if difference.startswith(wanted, start * unit) and start * unit <= last:
                yield start
                at = difference.find(wanted, (start + width) * unit)
            else:
                at = difference.find(wanted, at + 1)
