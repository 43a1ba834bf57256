"""Which files of a folder are looked at, for the command line and for editors alike."""

import os
from collections.abc import Callable, Iterator

# What is looked at inside folders; a file that is named is always looked at.
SUFFIXES = (".txt", ".md", ".html", ".htm")
DOCUMENTS = (".docx", ".xlsx", ".pdf", ".doc", ".wps", ".odt")
"""What is looked at besides where the findings need not stand in lines."""
_OWN_MARK = ".gxr."
# Copies with our remarks in them, and what Word leaves beside a document that is open.
_COPY_MARK, _LOCK = ".gxlint.", "~$"


def walk(root: str, refuse: Callable[[OSError], None], suffixes: tuple[str, ...] = SUFFIXES) -> Iterator[str]:
    """The paths of the files in a folder and the folders in it that may be reports, by name.

    Hidden ones are passed over.

    Args:
        root: the folder.
        refuse: told of each folder that cannot be opened.
        suffixes: the kinds of files that are looked at.
    """
    for paths in walk_folders(root, refuse, suffixes):
        yield from paths


def walk_folders(
    root: str, refuse: Callable[[OSError], None], suffixes: tuple[str, ...] = SUFFIXES
) -> Iterator[list[str]]:
    """The same folder by folder, for those who have something else to do now and then."""
    for folder, folders, files in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield [
            name if folder == "." else os.path.join(folder, name).removeprefix("." + os.sep)
            for name in sorted(files)
            if _looks_checkable(name, suffixes)
        ]


def _looks_checkable(name: str, suffixes: tuple[str, ...]) -> bool:
    lowered = name.lower()
    if name.startswith((".", _LOCK)) or _COPY_MARK in lowered:
        return False
    return lowered.endswith(suffixes) or _OWN_MARK in lowered
