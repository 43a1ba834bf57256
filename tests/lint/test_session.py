"""The session: one path for files, bytes and documents, and no exception out of it."""

import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.lint.ruleset import UnknownRule
from gxlint.lint.session import Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Row
from gxlint.rules import Severity
from gxlint.rules.plugins import Plugins, load_plugins
from gxlint.source import Span
from gxlint.testing.bars import pipe_rows
from gxlint.testing.forms import blank_report
from gxlint.testing.pages import written
from tests.lint.kit import bare_session, complaining, document_of
from tests.rules.kit import make_plugin, make_rule


def plugins_of(*rules: Any) -> Plugins:
    return load_plugins([("made", make_plugin(*rules))], installed=False, reserved=TOOL_RULES)


TEXT = written(blank_report(official_formats().latest, 2024), pipe_rows)
SESSION = Session(
    plugins=plugins_of(
        complaining("ZZ101", "云泽县财政局2024年"),
        make_rule("ZZ102", wants=Row, table="table_requests"),
        make_rule("ZZ103", formats=("2019",)),
    )
)


def test_files_bytes_and_documents_get_one_answer(tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_bytes(TEXT.encode("gb18030"))
    by_path = SESSION.check_path(str(file))
    by_bytes = SESSION.check_bytes(TEXT.encode(), str(file))
    assert (by_path.path, by_path.error) == (str(file), None)
    assert by_path.result is not None
    assert by_bytes.result is not None
    assert [finding.span for finding in by_path.result.findings] == [Span(0, 11)]
    assert [finding.text() for finding in by_path.result.findings] == [
        finding.text() for finding in by_bytes.result.findings
    ]
    assert by_path.result.coverage == (("ZZ102",), ("ZZ101",), ("ZZ103",), ())
    assert by_path.result.verdict == "fail"


def test_settings_reach_the_rules() -> None:
    settings = Settings(ignore=("ZZ102",), severities={"ZZ101": "info"}, fail_level=Severity.INFO, year=2025)
    checked = Session(settings, plugins=SESSION.plugins).check_bytes(TEXT.encode(), "a.txt")
    assert checked.report is not None
    assert checked.result is not None
    assert checked.report.year == 2025
    assert checked.result.findings[0].severity == "info"
    assert checked.result.verdict == "fail"
    assert "ZZ102" not in checked.result.coverage.passed


def test_settings_travel_to_other_processes() -> None:
    settings = Settings(select=("CN3",), severities={"CN305": "hint"})
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_an_unknown_rule_is_refused_at_once() -> None:
    with pytest.raises(UnknownRule, match="ZZ101"):
        Session(Settings(select=("ZZ1O1",)), plugins=SESSION.plugins)


def test_a_plugin_may_bring_a_format() -> None:

    form = official_formats().latest.replaced(key="2031", name="2031 年格式", first_year=2031)
    session = Session(
        plugins=load_plugins([("made", make_plugin(prefix="", formats=[form]))], installed=False)
    )
    checked = session.check_bytes(TEXT.replace("2024", "2031").encode(), "a.txt")
    assert checked.report is not None
    assert checked.report.format.key == "2031"


def test_what_cannot_be_read_is_an_error_of_the_file(tmp_path: Path) -> None:
    result = SESSION.check_path(str(tmp_path / "gone.txt"))
    assert (result.report, result.result) == (None, None)
    assert result.error is not None
    assert result.error.code == "GXL001"
    assert "gone.txt" in result.error.text()


@pytest.mark.parametrize(
    ("target", "zh", "en"),
    [
        ("gxlint.lint.session.read_bytes", "读取文件", "reading the file"),
        ("gxlint.model.build.build_report", "识别报告结构", "recognising"),
        ("gxlint.lint.session.look", "运行规则", "running the rules"),
    ],
)
def test_our_own_mistakes_name_the_step(
    monkeypatch: pytest.MonkeyPatch, target: str, zh: str, en: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("意外")

    monkeypatch.setattr(target, fail)
    result = SESSION.check_bytes(TEXT.encode(), "a.txt")
    assert (result.report, result.result) == (None, None)
    assert result.error is not None
    assert result.error.code == "GXL002"
    for part in ("a.txt", f"“{zh}”", "ZeroDivisionError: 意外"):
        assert part in result.error.text()
    assert en in result.error.text("en")
    assert "Traceback" not in result.error.text()
    assert pickle.loads(pickle.dumps(result.error)).text() == result.error.text()


def test_a_text_that_is_no_report_runs_no_rules() -> None:
    checked = SESSION.check_bytes("关于召开座谈会的通知。\n请各单位按时参加。".encode(), "a.txt")
    assert checked.result is not None
    assert [finding.rule.code for finding in checked.result.findings] == ["GXL006"]


@given(st.text(), st.text(alphabet="一二三、()|0123456789\n 总计公开申请", max_size=80))
def test_nothing_raises(anything: str, likely: str) -> None:
    for text in (anything, likely, TEXT[: len(anything) * 9] + likely + TEXT[len(likely) * 9 :]):
        result = SESSION.check(document_of(text))
        assert result.error is None
        assert result.report is not None


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    result = SESSION.check_bytes(data, "a.txt")
    assert (result.error is None) == (result.result is not None)


def test_a_bare_session_sees_what_it_is_given() -> None:
    result = bare_session(complaining("ZZ101", "甲")).check(document_of("乙甲")).result
    assert result is not None
    assert [finding.span for finding in result.findings] == [Span(1, 2)]
