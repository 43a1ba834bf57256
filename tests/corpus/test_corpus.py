"""The corpus: clean reports are clean, every marked mistake is found where it is, and nothing else is reported."""

import re

import pytest

from tests.corpus.build import contents, draft
from tests.corpus.diff import differences
from tests.corpus.findings import SNAPSHOT, checked, findings, parsed, snapshot
from tests.corpus.judging import KNOWN, false_alarms, lost_prose, missed, shown
from tests.corpus.plan import REPORTS, Entry, entries
from tests.support.reading import compare

CLEAN = [entry for entry in entries() if entry.clean]
FAULTY = [entry for entry in entries() if not entry.clean]
# Rules about several reports at once have a corpus of their own.
ELSEWHERE = re.compile("CN7")

# What the rules do not get right yet. Each line is a defect: mending it fails its test until the line is gone.
OPEN_MISSES = {
    "liuwan-town-2023": [("CN113", "2022年,柳湾镇坚持")],
    "wangchuan-city-2022": [("CN512", "新闻发布会83场")],
    "yunze-education-2022": [("CN811", "五个方面的工作")],
    "yunze-forestry-2020": [("CN607", "国务院令第492号")],
    "shidu-village-2023": [("CN801", "中共云泽县委")],
}
OPEN_ALARMS = {"songtai-approval-2025": ["CN509 info 所列各项之和 3(2 + 1)小于合计 4,请核对是否列全"]}
UNMARKED = ["CN503"]

every_report = pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)


@every_report
def test_file_is_fresh(entry: Entry) -> None:
    assert entry.path.read_bytes() == contents(entry), "run python -m tests.corpus.write"


@every_report
def test_it_is_read_whole(entry: Entry) -> None:
    assert lost_prose(entry) == []
    if entry.clean:
        report = checked(entry).report
        assert report is not None
        read = compare(draft(entry), report)
        assert (read.wrong, read.missing) == ([], [])


def test_no_other_files() -> None:
    assert {path for path in REPORTS.rglob("*") if path.is_file()} == {entry.path for entry in entries()}


def test_there_is_enough_of_everything() -> None:
    assert len(CLEAN) >= 20
    assert len(FAULTY) >= 20
    assert {entry.year for entry in entries()} == set(range(2019, 2026))
    assert {entry.body for entry in entries()} == {"department", "township", "government"}
    assert len({entry.voice for entry in entries()}) >= 12
    assert len({entry.layout.name for entry in entries()}) >= 40


def test_every_rule_has_a_mistake() -> None:
    marked = {mistake.code for entry in FAULTY for mistake in entry.mistakes}
    wanted = {code for code in KNOWN if code.startswith("CN") and not ELSEWHERE.match(code)}
    assert sorted(wanted - marked) == UNMARKED


@pytest.mark.parametrize("entry", FAULTY, ids=lambda entry: entry.name)
def test_mistakes_are_found(entry: Entry) -> None:
    assert [(mistake.code, mistake.at) for mistake in missed(entry)] == OPEN_MISSES.get(entry.name, [])


@every_report
def test_nothing_else_is_reported(entry: Entry) -> None:
    assert shown(false_alarms(entry)) == OPEN_ALARMS.get(entry.name, [])


@every_report
def test_fixes_are_what_the_rules_promise(entry: Entry) -> None:
    for item in findings(entry):
        if item.fix is not None:
            assert item.rule.fix != "none", item.rule.code
            assert not item.fix.safe or item.rule.fix == "safe", item.rule.code


def test_findings_are_as_kept() -> None:
    kept = SNAPSHOT.read_text(encoding="utf-8")
    changed = list(differences(parsed(kept), parsed(snapshot())))
    assert not changed, "\n".join(("see python -m tests.corpus.diff", *changed))
    assert kept == snapshot()
