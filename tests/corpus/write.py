"""``python -m tests.corpus.write``: make the reports from the plan, and keep the findings as they are now."""

from pathlib import Path

from tests.corpus.build import contents
from tests.corpus.findings import SNAPSHOT, snapshot
from tests.corpus.plan import REPORTS, entries


def files() -> dict[Path, bytes]:
    """Every report and what its file has to hold."""
    return {entry.path: contents(entry) for entry in entries()}


def main() -> None:
    """Write them, delete what is no longer planned, and keep the findings."""
    wanted = files()
    for path in REPORTS.rglob("*.*"):
        if path not in wanted:
            path.unlink()
    for path, data in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    SNAPSHOT.write_text(snapshot(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
