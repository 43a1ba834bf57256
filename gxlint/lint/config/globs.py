"""Patterns of paths, as people write them in configurations.

Not by regular expressions: a pattern from a stranger's folder has to be matched in bounded time, too.
"""

from functools import lru_cache

_ANY_FOLDERS = "**"


def path_matches(pattern: str, path: str) -> bool:
    """Whether a path is meant by a pattern.

    ``*`` stands for anything within a name, ``?`` for one character, ``**`` for any folders. A pattern without a
    slash means a name in any folder; one that means a folder means everything in it.

    Args:
        pattern: from the configuration's folder.
        path: from there, too, with slashes.
    """
    names = path.split("/")
    reached = {0}  # how many of the names are used up
    for part in _parts(pattern):
        if part == _ANY_FOLDERS:
            reached = set(range(min(reached), len(names) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(names) and name_matches(part, names[at])}
    return any(reached)


@lru_cache(maxsize=512)
def _parts(pattern: str) -> tuple[str, ...]:
    pattern = pattern.replace("\\", "/").removeprefix("./")
    parts = tuple(part for part in pattern.split("/") if part)
    return parts if "/" in pattern.rstrip("/") or not parts else (_ANY_FOLDERS, *parts)


def name_matches(pattern: str, name: str) -> bool:
    """Whether a single name is meant by a pattern of ``*`` and ``?``."""
    at = place = 0
    star, resume = -1, 0
    while place < len(name):
        if at < len(pattern) and pattern[at] == "*":
            star, resume = at, place
            at += 1
        elif at < len(pattern) and pattern[at] in ("?", name[place]):
            at += 1
            place += 1
        elif star >= 0:
            # What the last star stands for grows by one; what earlier ones stand for needs no second look.
            resume += 1
            at, place = star + 1, resume
        else:
            return False
    return not pattern[at:].strip("*")
