"""The issuing body that a configuration names counts for reports that do not name theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gxlint.lint.session import Session, Settings
from gxlint.readers import read_text
from gxlint.source import SourceText
from tests.cli.running import good_text, gxlint

if TYPE_CHECKING:
    from pathlib import Path

BODY = "武威市凉州区教育局"
NAMED = good_text()
NAMELESS = NAMED.replace(",由云泽县财政局编制本报告", "编制本报告").replace("云泽县财政局", "")
TYPED = ("合理需求。", "合理需求,答复及时。")


@pytest.mark.parametrize("by_file", [False, True])
def test_it_counts_where_the_report_says_nothing(by_file: bool, tmp_path: Path) -> None:
    if by_file:
        (tmp_path / "gxlint.toml").write_text(f'body = "{BODY}"\n', encoding="utf-8")
    session = Session(Settings() if by_file else Settings(body=BODY))
    for text, body in ((NAMELESS, BODY), (NAMED, "云泽县财政局")):
        report = session.check(read_text(SourceText(text), str(tmp_path / "a.gxr.md"))).report
        assert report is not None
        assert (report.organisation, report.body_type) == (body, "department")
        assert len([item for item in report.evidence if item.about == "organisation"]) == 1


def test_typing_in_such_a_report_comes_to_the_same(tmp_path: Path) -> None:
    session = Session(Settings(body=BODY, year=2024))
    text = NAMELESS.replace(*TYPED)
    assert text != NAMELESS
    before = session.look(read_text(SourceText(NAMELESS), "a.gxr.md"))
    now = session.look_again(before, text)
    anew = session.check(read_text(SourceText(text), "a.gxr.md"))
    assert now is not None
    assert now.result.report is not None
    assert anew.report is not None
    assert now.result.report.evidence == anew.report.evidence
    assert now.result.report.organisation == BODY
    assert now.result.result == anew.result


def test_a_new_report_begins_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gxlint.toml").write_text(f'body = "{BODY}"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert f"{BODY}2024年政府信息公开工作年度报告" in gxlint(monkeypatch, "new", "--year", "2024").out
    assert (
        "青岭镇人民政府2024年" in gxlint(monkeypatch, "new", "--year", "2024", "--org", "青岭镇人民政府").out
    )
