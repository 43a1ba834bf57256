"""What stays the same of a finding from run to run, although lines above it come and go."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxlint.reporters.record import Diagnostic

_LONGEST = 40


class Fingerprints:
    """Fingerprints of the findings of one file, taken in their order: the second of two that are alike is told so."""

    def __init__(self, path: str = "") -> None:
        """Start on a file; its path is part of the fingerprint where it is given."""
        self._path = path
        self._seen: Counter[tuple[str, ...]] = Counter()

    def of(self, diagnostic: Diagnostic) -> str:
        """64 hexadecimal digits made of the rule, the address in the form and the text at the place."""
        where = diagnostic.where
        address = ".".join(where[key] for key in ("section", "table", "row", "column") if key in where)
        return self.of_words(diagnostic.code, address, quoted_text(diagnostic))

    def of_words(self, *words: str) -> str:
        """The same for anything that is told apart by words."""
        self._seen[words] += 1
        return sha256(
            "\0".join((self._path, *words, str(self._seen[words]))).encode("utf-8", "replace")
        ).hexdigest()


def quoted_text(diagnostic: Diagnostic) -> str:
    """The beginning of the text at the place, without white space."""
    excerpt = diagnostic.excerpt
    return "".join(excerpt.text[excerpt.start : excerpt.end].split())[:_LONGEST] if excerpt else ""
