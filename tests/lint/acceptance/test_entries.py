"""Accepted exceptions: which findings they mean, and what is said of them afterwards."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from gxlint.lint.acceptance.accepted import Use
from gxlint.lint.acceptance.review import review
from gxlint.lint.config.config import Config
from gxlint.lint.config.load import load
from gxlint.lint.session import FileResult, Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, RuleInfo
from gxlint.rules.plugins import load_plugins
from tests.cli.running import good_text
from tests.rules.kit import make_plugin, make_rule

TODAY = datetime.date(2026, 6, 1)


def _cells(rule: Rule, _node: object, report: Report) -> Iterator[Outcome]:
    for address in ("table_requests.granted.total", "table_requests.received.total"):
        cell = report.cell(address)
        assert cell is not None
        yield rule.at(cell)


def _words(rule: Rule, _node: object, report: Report) -> Iterator[Outcome]:
    section = report.section("overview")
    assert section is not None
    paragraph = next(paragraph for paragraph in section.paragraphs if "126条" in paragraph.text)
    at = paragraph.text.index("126条")
    yield rule.at(paragraph.place(at, at + 4))


def _open(rule: Rule, _node: object, report: Report) -> Iterator[Outcome]:
    yield rule.undecided(report.table("table_requests"), Message("看不清", "illegible"))


RULES = (
    make_rule("ZZ101", _cells),
    make_rule("ZZ102", _words),
    make_rule("ZZ103", _open),
    make_rule("ZZ104"),
)
PLUGINS = load_plugins([("made", make_plugin(*RULES))], installed=False, reserved=TOOL_RULES)
KNOWN: tuple[RuleInfo, ...] = (*PLUGINS.rules, *TOOL_RULES)


def checked(folder: Path, *entries: str, name: str = "a.txt") -> FileResult:
    path = folder / "gxlint.toml"
    path.write_text("".join(f'[[accept]]\nreason = "因"\n{entry}\n' for entry in entries), encoding="utf-8")
    return Session(Settings(), plugins=PLUGINS).check_bytes(good_text().encode(), str(folder / name))


def left(result: FileResult) -> list[str]:
    assert result.result is not None
    return [finding.rule.code[-1] + (finding.where.row or "")[:1] for finding in result.result.findings]


EVERYTHING = ["2", "1r", "1g"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ('code = "ZZ101"', ["2"]),
        ('code = "defect-zz101"', ["2"]),
        ('code = "ZZ1"', EVERYTHING),  # a single rule is accepted, never a range of them
        ('code = "ZZ101"\naddress = "table_requests.granted.total"', ["2", "1r"]),
        ('code = "ZZ101"\naddress = "table_requests.granted"', ["2", "1r"]),
        ('code = "ZZ101"\naddress = "table_requests"', ["2"]),
        ('code = "ZZ101"\naddress = "table_requests.grant"', EVERYTHING),
        ('code = "ZZ101"\naddress = "table_proactive"', EVERYTHING),
        ('code = "ZZ102"\nsection = "overview"', ["1r", "1g"]),
        ('code = "ZZ102"\nsection = "requests"', EVERYTHING),
        ('code = "ZZ102"\ntext = "126条"', ["1r", "1g"]),
        ('code = "ZZ102"\ntext = "各类信息126条,解读"', ["1r", "1g"]),
        ('code = "ZZ102"\ntext = "各类信息 １２６ 条，解读"', ["1r", "1g"]),
        ('code = "ZZ102"\ntext = "解读材料18篇"', EVERYTHING),  # in the line, but not at the place
        ('code = "ZZ102"\ntext = "127条"', EVERYTHING),
        ('code = "ZZ102"\nfile = "a.txt"', ["1r", "1g"]),
        ('code = "ZZ102"\nfile = "*.txt"', ["1r", "1g"]),
        ('code = "ZZ102"\nfile = "b.txt"', EVERYTHING),
        ('code = "ZZ102"\nuntil = 2999-12-31', ["1r", "1g"]),
        ('code = "ZZ102"\nuntil = 2020-12-31', EVERYTHING),
        ('code = "ZZ999"', EVERYTHING),
    ],
)
def test_what_an_entry_means(tmp_path: Path, entry: str, expected: list[str]) -> None:
    assert left(checked(tmp_path, entry)) == expected


def test_files_are_named_from_the_configuration(tmp_path: Path) -> None:
    entry = 'code = "ZZ102"\nfile = "2024/a.txt"'
    assert left(checked(tmp_path, entry, name="2024/a.txt")) == ["1r", "1g"]
    assert left(checked(tmp_path, entry, name="a.txt")) == EVERYTHING


def test_a_check_that_could_not_be_made_may_be_accepted(tmp_path: Path) -> None:
    all_but_open = ('code = "ZZ101"', 'code = "ZZ102"')
    first = checked(tmp_path, *all_but_open).result
    assert first is not None
    assert first.verdict == "incomplete"
    result = checked(tmp_path, *all_but_open, 'code = "ZZ103"').result
    assert result is not None
    assert (result.verdict, result.coverage.undecided) == ("pass", ())
    assert result.coverage.passed == ("ZZ101", "ZZ102", "ZZ103", "ZZ104")


def test_what_was_accepted_and_of_what_use_each_entry_was(tmp_path: Path) -> None:
    result = checked(tmp_path, 'code = "ZZ102"', 'code = "ZZ104"', 'code = "ZZ101"\nfile = "b.txt"')
    (accepted,) = result.accepted
    assert (accepted.finding.rule.code, accepted.by, accepted.reason) == ("ZZ102", "accept", "因")
    assert [(use.place, use.used) for use in result.uses] == [(0, True), (1, False)]


def test_of_a_check_that_could_not_be_made_nobody_knows(tmp_path: Path) -> None:
    result = checked(tmp_path, 'code = "ZZ103"\ntext = "126条"', 'code = "ZZ103"\nsection = "overview"')
    assert result.uses == ()


def config_of(folder: Path, *entries: str) -> Config:
    path = folder / "gxlint.toml"
    path.write_text("".join(f'[[accept]]\nreason = "因"\n{entry}\n' for entry in entries), encoding="utf-8")
    config = load(str(path))
    assert config is not None
    return config


def said(config: Config, *uses: tuple[int, bool], whole: bool = False) -> list[str]:
    made = [Use(config.path, place, used) for place, used in uses]
    complaints = list(review(config, made, KNOWN, TODAY, whole=whole))
    assert not any(
        "{" in item.message.render(item.params, lang) for item in complaints for lang in ("zh", "en")
    )
    return [f"{item.place.line} {item.rule.code} {item.message.render(item.params)}" for item in complaints]


def test_a_literal_file_is_judged_by_itself(tmp_path: Path) -> None:
    config = config_of(tmp_path, 'code = "ZZ101"\nfile = "a.txt"', 'code = "ZZ102"\nfile = "*.txt"')
    assert said(config) == []  # no such file was checked
    assert said(config, (0, False), (1, False)) == ["3 GXL004 接受的例外 ZZ101(因)没有遇到任何问题,请删去"]
    assert said(config, (0, False), (0, True), (1, False)) == []
    assert len(said(config, (0, False), (1, False), whole=True)) == 2
    assert said(config, (0, True), (1, False), (1, True), whole=True) == []


def test_unknown_and_ended_entries_are_told_in_any_case(tmp_path: Path) -> None:
    config = config_of(
        tmp_path,
        'code = "ZZ1O1"',
        'code = "QQ999"',
        'code = "ZZ101"\nuntil = 2026-05-31',
        'code = "ZZ102"\nuntil = 2026-06-01',
    )
    assert said(config) == [
        "3 GXL003 接受的例外中的编号 ZZ1O1 不是已有规则,是否指 ZZ101?",
        "6 GXL003 接受的例外中的编号 QQ999 不是已有规则",
        "10 GXL004 接受的例外 ZZ101(因)已于 2026-05-31 到期,不再生效;请改正报告,或重新确认后延长 until",
    ]
