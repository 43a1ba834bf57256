"""Edits that change white space in a line and nothing else, so that a caret in it stays where it is among the words."""

from collections.abc import Iterator

from gxlint.lint.edits import SourceEdit


def spacing(old: str, new: str, start: int) -> Iterator[SourceEdit]:
    """What makes one line of another; where more than white space differs, the whole line is replaced.

    Args:
        old: the line before.
        new: the line after.
        start: the offset of its first character.
    """
    if "".join(old.split()) != "".join(new.split()):
        yield SourceEdit(start, start + len(old), new)
        return
    at = to = 0
    while at < len(old) or to < len(new):
        if at < len(old) and to < len(new) and old[at] == new[to]:
            at, to = at + 1, to + 1
            continue
        end, stop = _blank(old, at), _blank(new, to)
        yield SourceEdit(start + at, start + end, new[to:stop])
        at, to = end, stop


def _blank(text: str, at: int) -> int:
    """Where the white space ends that begins at a place."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at
