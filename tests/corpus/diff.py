"""``python -m tests.corpus.diff [REV]``: what a change makes different over the corpus, rule by rule.

Compared are the findings now and those kept in ``findings.txt``, as it is or as it was at a revision.
"""

import subprocess
import sys
from collections.abc import Sequence

from gxlint.testing.corpus import differences, parsed
from tests.corpus.findings import SNAPSHOT, snapshot


def main(words: Sequence[str]) -> int:
    """Print the differences; 1 when there are any."""
    found = list(differences(parsed(_kept(*words[:1])), parsed(snapshot())))
    print("\n".join(found) or "no difference")
    return int(bool(found))


def _kept(revision: str = "") -> str:
    if not revision:
        return SNAPSHOT.read_text(encoding="utf-8")
    command = ["git", "show", f"{revision}:./{SNAPSHOT.name}"]
    return subprocess.run(
        command, cwd=SNAPSHOT.parent, check=True, capture_output=True, encoding="utf-8"
    ).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
