"""Where a text says the same thing twice in a row, found without looking at every character in Python."""

from collections.abc import Iterator


def repeats(text: str, width: int) -> Iterator[int]:
    """Offsets at which ``width`` characters stand twice in a row, each run of repetitions once.

    The text is taken as one long number and compared with itself, shifted by ``width`` characters: equal characters
    leave zeros.
    """
    code, unit = text.encode("utf-16-le", "surrogatepass"), 2
    if len(code) != 2 * len(text):  # characters beyond U+FFFF take two units there
        code, unit = text.encode("utf-32-le", "surrogatepass"), 4
    number = int.from_bytes(code, "little")
    difference = (number ^ (number >> (8 * unit * width))).to_bytes(len(code), "little")
    wanted = bytes(unit * width)
    last = len(code) - 2 * unit * width  # behind it the shifted number has run out
    at = difference.find(wanted)
    while 0 <= at <= last:
        start = -(-at // unit)
        if difference.startswith(wanted, start * unit) and start * unit <= last:
            yield start
            at = difference.find(wanted, (start + width) * unit)
        else:
            at = difference.find(wanted, at + 1)
