"""The corpus: clean reports are clean, every marked mistake is found where it is, and nothing else is reported."""

import re

import pytest

from gxlint.testing.corpus import differences, parsed
from tests.corpus.build import contents, draft
from tests.corpus.findings import SNAPSHOT, checked, findings, snapshot
from tests.corpus.judging import KNOWN, false_alarms, lost_prose, missed, shown
from tests.corpus.plan import REPORTS, Entry, entries
from tests.support.reading import compare

CLEAN = [entry for entry in entries() if entry.clean]
FAULTY = [entry for entry in entries() if not entry.clean]
# Rules about several reports at once have a corpus of their own.
ELSEWHERE = re.compile("CN7")

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
    assert sorted(wanted - marked) == []


@pytest.mark.parametrize("entry", FAULTY, ids=lambda entry: entry.name)
def test_mistakes_are_found(entry: Entry) -> None:
    assert [(mistake.code, mistake.at) for mistake in missed(entry)] == []


@every_report
def test_nothing_else_is_reported(entry: Entry) -> None:
    alarms = false_alarms(entry)
    assert not alarms, shown(alarms)


@pytest.mark.parametrize("entry", CLEAN, ids=lambda entry: entry.name)
def test_remarks_are_made(entry: Entry) -> None:
    assert set(entry.remarks) <= {item.rule.code for item in findings(entry)}


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
