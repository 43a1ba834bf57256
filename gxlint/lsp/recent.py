"""What was seen of the documents that were typed in last, for the next look at them to begin with."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from gxlint.lint.session import Look, Session
    from gxlint.readers import Document

_log = logging.getLogger(__name__)
_MOST = 4  # nobody types in more documents in turn, and a large one takes much room


class Recent:
    """The last looks at a few documents."""

    def __init__(self) -> None:
        """Nothing has been seen yet."""
        self._looks: dict[str, Look] = {}

    def forget(self) -> None:
        """What holds is no longer what it was."""
        self._looks.clear()

    def look(self, session: Session, uri: str, text: str, read: Callable[[], Document]) -> Look:
        """What the rules say of a document with this text: only what has changed is looked at, where that will do.

        Args:
            session: the same for a document as the last time, unless all was forgotten.
            uri: which document.
            text: what stands in it.
            read: reads it from the beginning.
        """
        before = self._looks.pop(uri, None)
        look = None if before is None else _again(session, before, text)
        if look is None:
            look = session.look(read())
        self._looks[uri] = look
        while len(self._looks) > _MOST:
            del self._looks[next(iter(self._looks))]
        return look


def _again(session: Session, before: Look, text: str) -> Look | None:
    try:
        return session.look_again(before, text)
    except Exception:  # looking at all of it may still go well
        _log.exception("what has changed could not be looked at by itself")
        return None
