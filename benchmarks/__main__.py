"""``python -m benchmarks``: measure, print a table, write it as Markdown and JSON.

Run it from a checkout with ``pip install -e '.[dev]'`` done. It builds and installs the wheel into an environment
of its own and leaves nothing behind but the two files.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import inputs, inside, outside, serving, table
from benchmarks.budgets import BUDGETS
from benchmarks.contest import Contest
from benchmarks.installed import Installed

_ROUNDS, _QUICK = 30, 5
_LARGE = 2  # large texts to take in turn: each drives the other out of every memory


def main() -> int:
    """Measure what was asked for. 1 when a must is missed."""
    options = _options()
    rounds = options.rounds or (_QUICK if options.quick else _ROUNDS)
    before = table.machine()
    with tempfile.TemporaryDirectory(prefix="gxlint-benchmarks-") as folder:
        contests = []
        for contest in _contests(Path(folder), options.only or sorted(BUDGETS), rounds):
            contests.append(contest)
            print(f"{contest.number:>3}  {contest.ratio:8.2f}  {contest.label}", file=sys.stderr, flush=True)
    contests.sort(key=lambda contest: contest.number)
    after = table.machine()
    text = table.as_markdown(contests, before, after)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "benchmarks.md").write_text(text, encoding="utf-8")
    (options.output / "benchmarks.json").write_text(table.as_json(contests, before, after), encoding="utf-8")
    print(text, end="")
    return int(any(table.verdict(contest) == "missed" for contest in contests))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{_QUICK} rounds in place of {_ROUNDS}")
    parser.add_argument("--rounds", type=int, help="so many rounds")
    parser.add_argument("--only", type=int, nargs="+", choices=sorted(BUDGETS), help="numbers of budgets")
    parser.add_argument(
        "--output", type=Path, default=Path("build/benchmarks"), help="folder for the files (%(default)s)"
    )
    return parser.parse_args()


def _contests(folder: Path, numbers: list[int], rounds: int) -> Iterator[Contest]:
    texts = folder / "inputs"
    _write_inputs(texts, set(numbers), rounds)
    installed = Installed(folder / "environment")
    for number in numbers:
        if number in outside.CONTESTS:
            yield from outside.CONTESTS[number](installed, texts, rounds)
        elif number in serving.CONTESTS:
            yield from serving.CONTESTS[number](installed, texts, rounds)
        else:
            for line in installed.lines("-m", inside.__name__, str(texts), str(rounds), str(number)):
                yield Contest.from_json(line)


def _write_inputs(folder: Path, numbers: set[int], rounds: int) -> None:
    inputs.write_reports(folder / "fresh", len(inputs.LAYOUTS) * (inside.WARM_UP + rounds + 1))
    if 6 in numbers:
        inputs.write_enlarged(folder / "growth-10", 10, rounds + 1)
        inputs.write_enlarged(folder / "growth-1000", 1000, _LARGE)
    if numbers & {12, 13, 14}:
        inputs.write_reports(folder / "batch-1000", 1000)
    if 14 in numbers:
        inputs.write_reports(folder / "batch-10000", 10000)
    if 15 in numbers:
        for layout in inputs.PAGES:
            inputs.write_reports(folder / "pages" / layout, 5, (layout,), ending="html")
        inputs.write_documents(folder / "documents" / "docx", 5)


if __name__ == "__main__":
    sys.exit(main())
