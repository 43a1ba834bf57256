"""The table rules on whole reports: one wrong cell is one finding, in that cell; a sound report has none."""

from functools import cache
from random import Random

import pytest

from gxlint.formats import Format, official_formats
from gxlint.lint.session import Session, Settings
from gxlint.rules import Finding, Severity
from gxlint.testing.figures import with_figures
from gxlint.testing.forms import Draft, blank_report, with_cell, with_paragraphs, without_row
from gxlint_national.tables import RULES
from gxlint_national.tables.bodies import Level, lacks_rulemaking_power, level_of
from gxlint_national.tables.naming import figure, listed, named, numbered, signed
from tests.support.layouts import BY_NAME, LAYOUTS, Layout
from tests.support.reading import document_of, sample

FORMATS = {form.key: form for form in official_formats()}
PIPES = BY_NAME["pipe_rows"]
EXACT = [layout for layout in LAYOUTS if layout.promise == "exact"]
# What random figures may well deserve: they are no real body's.
DESERVED = {"CN202", "CN203", "CN204", "CN205", "CN211", "CN213", "CN310", "CN312", "CN404"}


@cache
def _session() -> Session:
    return Session(Settings(select=tuple(rule.code for rule in RULES)))


def _findings(draft: Draft, layout: Layout = PIPES) -> list[Finding]:
    result = _session().check(document_of(layout.render(draft), layout.kind)).result
    assert result is not None
    return list(result.findings)


def _errors(draft: Draft, layout: Layout = PIPES) -> list[Finding]:
    return [finding for finding in _findings(draft, layout) if finding.severity is Severity.ERROR]


def _place(finding: Finding) -> tuple[str, str]:
    where = finding.where
    return finding.rule.code, f"{where.table}.{where.row}.{where.column}"


def _balanced(form: Format, seed: int, layout: Layout = PIPES) -> Draft:
    return with_figures(blank_report(form), Random(seed), limit=layout.limit)


def _cells(form: Format, table: str) -> list[str]:
    return [address for address in blank_report(form).cells() if address.startswith(f"{table}.")]


@pytest.mark.parametrize("key", FORMATS)
def test_every_wrong_cell_of_table_three_is_named(key: str) -> None:
    form = FORMATS[key]
    for seed, address in enumerate(_cells(form, "table_requests")):
        draft = _balanced(form, seed)
        text = draft.cells()[address]
        findings = _errors(with_cell(draft, address, str(int(text) + 1 + seed % 5)))
        assert [_place(finding) for finding in findings] == [("CN305", address)]
        assert findings[0].held_back >= 1, "the column it breaks is reported with it"
        assert findings[0].fix is not None
        assert [edit.new_text for edit in findings[0].fix.edits] == [text]
        assert not findings[0].fix.safe


def test_every_wrong_cell_of_table_four_is_found_in_its_group() -> None:
    form = FORMATS["2021"]
    for seed, address in enumerate(_cells(form, "table_disputes")):
        draft = _balanced(form, seed)
        text = draft.cells()[address]
        findings = _errors(with_cell(draft, address, str(int(text) + 1)))
        group = address.rpartition(".")[0]
        assert [_place(finding) for finding in findings] == [("CN402", f"{group}.total")]


@pytest.mark.parametrize("layout", EXACT, ids=lambda layout: layout.name)
def test_a_wrong_cell_is_named_in_every_layout(layout: Layout) -> None:
    for seed, address in enumerate(
        ("table_requests.granted.natural_person", "table_requests.received.total")
    ):
        draft = _balanced(FORMATS["2021"], seed, layout)
        text = int(draft.cells()[address])
        wrong = str(text - 1 if text else text + 1)
        findings = _errors(with_cell(draft, address, wrong), layout)
        assert [_place(finding) for finding in findings] == [("CN305", address)]


@pytest.mark.parametrize("layout", EXACT, ids=lambda layout: layout.name)
@pytest.mark.parametrize("key", FORMATS)
def test_a_sound_report_has_no_findings(key: str, layout: Layout) -> None:
    for seed in range(4):
        findings = _findings(sample(FORMATS[key], layout, seed), layout)
        spelled = {"CN304", "CN403"} if layout.name in ("full_width_digits", "thousands") else set()
        assert [finding.text() for finding in findings if finding.rule.code not in DESERVED | spelled] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_was_lost_on_the_way_is_no_error(layout: Layout) -> None:
    for seed in range(3):
        draft = sample(FORMATS["2021"], layout, seed)
        assert [finding.text() for finding in _errors(draft, layout)] == []


@pytest.mark.parametrize("layout", EXACT, ids=lambda layout: layout.name)
def test_a_missing_row_is_found_in_every_layout(layout: Layout) -> None:
    draft = without_row(blank_report(FORMATS["2021"]), "table_requests.not_processed.duplicate")
    found = _errors(draft, layout)
    assert [finding.rule.code for finding in found] == ["CN301"]
    assert found[0].where.row == "not_processed.duplicate"


def test_rules_know_no_format_by_name() -> None:
    """The sums hold in every format, so they must have been made: none of them is undecided."""
    for form in FORMATS.values():
        result = _session().check(document_of(PIPES.render(_balanced(form, 1)), PIPES.kind)).result
        assert result is not None
        assert {"CN305", "CN306", "CN307", "CN402"} <= set(result.coverage.passed)
        assert result.coverage.undecided == ()


def test_two_wrong_cells_are_two_findings() -> None:
    draft = _balanced(FORMATS["2021"], 3)
    addresses = ["table_requests.denied.state_secret.natural_person", "table_disputes.reconsideration.total"]
    for address in addresses:
        draft = with_cell(draft, address, str(int(draft.cells()[address]) + 2))
    assert {_place(finding) for finding in _errors(draft)} == {
        ("CN305", addresses[0]),
        ("CN402", addresses[1]),
    }


@pytest.mark.parametrize(
    ("name", "powerless"),
    [
        ("云泽县财政局", True),
        ("望川市市场监督管理局", True),
        ("江北省发展和改革委员会", True),
        ("望川市城北区人民政府", True),
        ("云泽县府办", True),
        ("青岭镇人民政府", True),
        ("城东街道办事处", True),
        ("望川经济技术开发区管理委员会", True),
        ("云泽县", True),
        ("望川市人民政府", False),
        ("望川市人民政府办公室", False),
        ("江北省人民政府办公厅", False),
        ("云岭自治州人民政府", False),
        ("江北自治区人民政府", False),
        ("望川市司法局", False),
        ("国家税务总局云泽县税务局", False),
        ("望川市", False),
    ],
)
def test_power_to_make_regulations(name: str, *, powerless: bool) -> None:
    assert lacks_rulemaking_power(name) is powerless


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("青岭镇人民政府", Level.TOWNSHIP),
        ("云泽县青岭镇人民政府", Level.TOWNSHIP),
        ("云泽县住房和城乡建设局", Level.COUNTY),
        ("望川市城北区市场监督管理局", Level.COUNTY),
        ("望川市市场监督管理局", Level.CITY),
        ("江北省市场监督管理局", Level.PROVINCE),
        ("江北省望川市财政局", Level.CITY),
        ("江北自治区财政厅", Level.PROVINCE),
        ("某局", None),
    ],
)
def test_level_of_a_body(name: str, level: Level | None) -> None:
    assert level_of(name) is level


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("本年度没有其他需要报告的事项。", "逾期未缴费 3 件,第六部分没有写发出收费通知的情况"),
        ("全年收取信息处理费400元。", "逾期未缴费 3 件,第六部分没有写发出收费通知的情况"),
        ("全年发出收费通知2件,总金额300元。", "逾期未缴费 3 件,多于第六部分所写的收费通知 2 件"),
        ("全年未发出收费通知。", "逾期未缴费 3 件,多于第六部分所写的收费通知 0 件"),
        ("全年发出收费通知 5 件,总金额700元。", None),
        ("全年发出5件收费通知。", None),
        ("依法发出收费通知,实际收取信息处理费400元。", None),
    ],
)
def test_unpaid_fees_are_explained_in_part_six(words: str, message: str | None) -> None:
    draft = with_paragraphs(blank_report(FORMATS["2021"]), "other_matters", words)
    for column in ("natural_person", "total"):
        draft = with_cell(draft, f"table_requests.other_processing.fee_unpaid.{column}", "3")
    found = [finding.text() for finding in _findings(draft) if finding.rule.code == "CN310"]
    assert found == ([] if message is None else [message])


def test_names_are_short_and_distinct() -> None:
    for form in FORMATS.values():
        for table in form.tables:
            names = [named(table, row.key) for row in table.rows]
            assert len(set(names)) == len(names)
            assert max(map(len, names)) <= 22
    requests = FORMATS["2021"].table_forms["table_requests"]
    assert named(requests, "partially_granted") == "部分公开"
    assert named(requests, "other_processing.other") == "其他处理·其他"
    assert numbered(requests, "received") == "一、本年新收"
    assert numbered(requests, "outcomes_total") == "(七)总计"
    assert listed(requests, [row.key for row in requests.rows]).endswith("等 25 ")


def test_figures_are_written_as_by_hand() -> None:
    assert [figure(number) for number in (3, 3.0, 0.5, 12.3400)] == ["3", "3", "0.5", "12.34"]
    assert [signed(number) for number in (3, -2, 0)] == ["+3", "-2", "0"]
