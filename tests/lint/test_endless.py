"""A rule that does not end is stopped, named and left out from then on; all others go on."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from gxlint.lint.linter import Result, lint
from gxlint.lint.ruleset import choose
from gxlint.model import Paragraph, Report
from gxlint.rules import Outcome, Rule
from gxlint.rules.plugins import load_plugins
from gxlint.rules.watch import TookTooLong, seconds_allowed, time_limit
from tests.lint.kit import CATALOGUE, report
from tests.rules.kit import make_plugin, make_rule

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers")

SECONDS = "0.2"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GXLINT_RULE_SECONDS", SECONDS)


def _loop(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    while True:
        pass
    yield


def _catastrophe(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    re.match("(a+)+b", "a" * 60)
    yield from ()


def _wait(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    time.sleep(1000)
    yield from ()


def _little_by_little(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    for _ in range(1000):
        time.sleep(0.01)
    yield from ()


def _catching(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    while True:
        try:
            time.sleep(1)
        except Exception:
            continue
    yield


def _finding(rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    yield rule.at(report().sections[0])


def _checked(check: Any, times: int = 1) -> list[Result]:
    endless = make_rule("ZZ101", check, wants=Paragraph)()
    other = make_rule("ZZ102", _finding)()
    ruleset = choose([endless, other])
    return [lint(report(), ruleset, catalogue=CATALOGUE) for _ in range(times)]


@pytest.mark.parametrize("check", [_loop, _catastrophe, _wait, _little_by_little, _catching])
def test_it_is_stopped_and_the_others_go_on(check: Any) -> None:
    (result,) = _checked(check)
    assert sorted(finding.rule.code for finding in result.findings) == ["GXL002", "ZZ102"]
    (stopped,) = (finding for finding in result.findings if finding.rule.code == "GXL002")
    for lang in ("zh", "en"):
        assert all(word in stopped.text(lang) for word in ("ZZ101", "defect-zz101", "gxlint", SECONDS))
    assert "--ignore ZZ101" in stopped.text()
    (undecided,) = result.coverage.undecided
    assert (undecided.rule.code, undecided.text()) == ("ZZ101", f"规则运行 {SECONDS} 秒仍未结束,已停止")
    assert result.coverage.failed == ("GXL002", "ZZ102")


def test_the_next_report_does_not_wait_for_it_again() -> None:
    first, *others = _checked(_loop, times=1)
    began = time.monotonic()
    first, *others = _checked(_loop, times=20)
    assert [other.findings for other in others] == [first.findings] * 19
    assert time.monotonic() - began < 10 * float(SECONDS)


def test_what_is_no_report_is_not_held_against_it() -> None:
    ruleset = choose([make_rule("ZZ101", _loop, wants=Paragraph)()])
    lint(report(), ruleset, catalogue=CATALOGUE)
    result = lint(report("other"), ruleset, catalogue=CATALOGUE)
    assert [finding.rule.code for finding in result.findings] == ["GXL006"]


def test_what_is_slow_altogether_blames_nobody() -> None:
    def slow(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
        time.sleep(0.04)
        yield from ()

    rules = [make_rule(f"ZZ{number}", slow)() for number in range(101, 116)]
    result = lint(report(), choose(rules), catalogue=CATALOGUE)
    assert result.findings == ()
    assert len(result.coverage.passed) == len(rules)


@pytest.mark.parametrize("asked", ["0", "-3"])
def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("GXLINT_RULE_SECONDS", asked)
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(_checked.__code__, lambda _: None, str):
        assert signal.getsignal(signal.SIGALRM) is before


def test_nonsense_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GXLINT_RULE_SECONDS", "lange")
    assert seconds_allowed() == 10


def test_everything_is_left_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    _checked(_loop)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_somebody_elses_timer_is_left_alone() -> None:
    signal.setitimer(signal.ITIMER_REAL, 1000)
    try:
        with time_limit(_checked.__code__, lambda _: None, str):
            pass
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 900
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def test_in_another_thread_nothing_is_stopped() -> None:
    from concurrent.futures import ThreadPoolExecutor

    def work() -> str:
        with time_limit(_checked.__code__, lambda _: None, str):
            return "done"

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result() == "done"


def test_loading_that_does_not_end() -> None:
    def forever() -> None:
        while True:
            time.sleep(1)

    broken = make_plugin(make_rule(), gxlint_rules=forever)
    fine = make_plugin(make_rule("YY101"), prefix="YY")
    plugins = load_plugins([("broken", broken), ("fine", fine)], installed=False)
    assert [rule.code for rule in plugins.rules] == ["YY101"]
    (failure,) = plugins.failures
    assert failure.text().startswith("插件 broken(broken 1.2):载入时运行超过 0.6 秒仍未结束,已停止。")


def test_what_catches_even_that_ends_the_program_with_a_word() -> None:
    program = (
        "import time\n"
        "from gxlint.rules.watch import time_limit\n"
        "def guard(who):\n"
        "    while True:\n"
        "        try:\n"
        "            time.sleep(1)\n"
        "        except BaseException:\n"
        "            pass\n"
        "with time_limit(guard.__code__, lambda names: names['who'], str):\n"
        "    guard('ZZ101 (gxlint-zz 1.2)')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, timeout=60, check=False, env=dict(os.environ)
    )
    assert run.returncode == 2
    assert "ZZ101 (gxlint-zz 1.2) 运行超过 0.2 秒仍未结束" in run.stderr.decode("utf-8")


def test_it_is_no_exception_that_rules_catch() -> None:
    assert not issubclass(TookTooLong, Exception)
