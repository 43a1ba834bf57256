"""The benchmarks run, on what they say they run on. How fast anything is, is not tested."""

import json
import os
import sys
from pathlib import Path

import pytest

from benchmarks import inputs, inside, serving, table
from benchmarks.budgets import BUDGETS
from benchmarks.contest import Contest, take_turns
from gxlint.lint.session import Session
from gxlint.readers import read_bytes

MACHINE = {"gxlint": "0", "load": [0.5, 0.25, 0.1]}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    inputs.write_reports(folder / "fresh", len(inputs.LAYOUTS) * (inside.WARM_UP + 2))
    inputs.write_enlarged(folder / "growth-10", 1, 2)
    inputs.write_enlarged(folder / "growth-1000", 2, 1)
    for layout in inputs.PAGES:
        inputs.write_reports(folder / "pages" / layout, 1, (layout,), ending="html")
    inputs.write_documents(folder / "documents" / "docx", 1)
    return folder


def test_the_reports_are_what_offices_hand_in(written: Path) -> None:
    session = Session()
    paths = [
        *sorted((written / "fresh").iterdir())[:15],
        *(written / "pages").rglob("*.html"),
        *(written / "documents").rglob("*.docx"),
    ]
    for path in paths:
        data = path.read_bytes()
        if path.suffix == ".txt":
            assert 6_000 < len(data) < 11_000
        result = session.check(read_bytes(data, path.name)).result
        assert result is not None
        assert result.verdict == "pass"
        assert {"CN105", "CN305", "CN306", "CN307", "CN402"} <= set(result.coverage.passed)


def test_no_two_reports_are_alike(written: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (written / "fresh").iterdir()]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("number", inside.CONTESTS)
def test_contests_run(number: int, written: Path) -> None:
    contests = list(inside.CONTESTS[number](written, 1))
    assert contests
    for contest in contests:
        assert contest.number == number
        assert contest.ratio > 0
        assert Contest.from_json(contest.as_json()) == contest


class _Here:
    """This checkout in place of an installed wheel."""

    python = sys.executable
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}  # noqa: RUF012


@pytest.mark.parametrize("number", [3, 7, 10])  # 8 and 9 are 7 with other texts and another figure
def test_contests_of_servers_run(number: int, written: Path) -> None:
    (contest,) = serving.CONTESTS[number](_Here(), written, 1)
    assert contest.number == number
    assert contest.ratio > 0
    assert number != 10 or contest.ours[0] <= 3


def test_the_figure_is_the_median_of_the_paired_ratios() -> None:
    assert Contest(4, "", ours=(2.0, 30.0, 3.0), theirs=(1.0, 10.0, 3.0)).ratio == 2.0


def test_each_side_begins_every_other_round() -> None:
    turns: list[str] = []
    contest = take_turns(4, "", lambda turn: turns.append("we"), lambda turn: turns.append("they"), 2)
    assert turns == ["we", "they", "we", "they", "they", "we"]  # the first pair warms up
    assert len(contest.ours) == len(contest.theirs) == 2


def test_a_contestant_may_take_its_own_time() -> None:
    assert take_turns(12, "", lambda turn: 4.0 * turn, lambda turn: 2.0, 2).ours == (4.0, 8.0)


@pytest.mark.parametrize(("ours", "verdict"), [(4.5, "aim"), (9.0, "must"), (9.1, "missed")])
def test_what_is_reached(ours: float, verdict: str) -> None:
    contest = Contest(5, "reports", (ours,), (1.0,))
    assert table.verdict(contest) == verdict
    assert f"**{ours:.2f}** | {verdict} |" in table.as_markdown([contest], MACHINE, MACHINE)
    (result,) = json.loads(table.as_json([contest], MACHINE, MACHINE))["results"]
    assert (result["must"], result["aim"], result["ratio"], result["verdict"]) == (9, 4.5, ours, verdict)


def test_every_budget_has_a_contest() -> None:
    from benchmarks import outside

    assert sorted([*inside.CONTESTS, *outside.CONTESTS, *serving.CONTESTS]) == sorted(BUDGETS)
