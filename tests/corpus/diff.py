"""``python -m tests.corpus.diff [REV]``: what a change makes different over the corpus, rule by rule.

Compared are the findings now and those kept in ``findings.txt``, as it is or as it was at a revision.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.corpus.findings import SNAPSHOT, Line, parsed, snapshot


def differences(before: Sequence[Line], after: Sequence[Line]) -> Iterator[str]:
    """For each rule the findings that are gone (-) and those that are new (+), a line each."""
    gone, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
    for code in sorted({line.code for line in (*gone, *new)}):
        minus = [line for line in gone.elements() if line.code == code]
        plus = [line for line in new.elements() if line.code == code]
        yield f"{code}: {len(plus)} new, {len(minus)} gone"
        yield from (f"  - {line.file}:{line.place} {line.severity} {line.message}" for line in minus)
        yield from (f"  + {line.file}:{line.place} {line.severity} {line.message}" for line in plus)


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
