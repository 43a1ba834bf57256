"""What formulas say of reports."""

import pytest

from gxlint.rules.formula import Unknown, shown
from tests.rules.formula.kit import check, faults, holds, reason, report

RECEIVED, GRANTED = "table_requests.received", "table_requests.granted"
REPORT = report(
    {
        f"{RECEIVED}.natural_person": 5,
        f"{RECEIVED}.commercial_enterprise": 2,
        f"{RECEIVED}.total": 7,
        f"{GRANTED}.total": 3,
        "table_requests.denied.state_secret.total": 1,
        "table_requests.denied.internal_affairs.total": 2,
        "table_proactive.administrative_fees.fee_amount_wan": "0.3",
    },
    "2024年,本局收到政府信息公开申请6件。",
)


@pytest.mark.parametrize(
    "formula",
    [
        f"{RECEIVED}.total = 7",
        f"{RECEIVED}.total == 7",
        f"{RECEIVED}.total != 8",
        f"{RECEIVED}.total ≠ 8",
        f"{RECEIVED}.total >= 7 and {RECEIVED}.total ≤ 7",
        f"{RECEIVED}.total ＝ {RECEIVED}.natural_person ＋ {RECEIVED}.commercial_enterprise",
        f"{RECEIVED}.total - {GRANTED}.total * 2 = 1",
        f"{RECEIVED}.total - ({GRANTED}.total - 1) = 5",
        f"-{RECEIVED}.total + 7 = 0",
        f"{RECEIVED}.total / 2 = 3.5",
        f"sum({RECEIVED}.*) = 14",
        f"sum({RECEIVED}.total, {GRANTED}.total, 1) = 11",
        "sum(table_requests.denied.*.total) = 3",
        "table_requests.denied.total = 3",
        f"max({RECEIVED}.*) = 7 and min({RECEIVED}.*) = 0 and abs(3 - {RECEIVED}.total) = 4",
        f"not {RECEIVED}.total = 8",
        f"not ({RECEIVED}.total = 8 or {GRANTED}.total = 8)",
        f"{RECEIVED}.total = 8 or {GRANTED}.total = 3",
        f"when {RECEIVED}.total = 0 then {GRANTED}.total = 99",
        f"when {RECEIVED}.total > 0 then each column: {RECEIVED}.* >= {GRANTED}.* - 0",
        f"each column: when {GRANTED}.* > 0 then {RECEIVED}.* > {GRANTED}.*",
        "each row: table_requests.*.natural_person <= table_requests.*.total",
        "each row: table_proactive.*.issued <= table_proactive.*.in_force",
        "each row: each column: table_requests.*.* >= 0",
        "table_proactive.administrative_fees.fee_amount_wan + 0.1 + 0.2 = 0.6  # 没有舍入误差",
        "fact.received + 1 = table_requests.received.total",
    ],
)
def test_it_holds(formula: str) -> None:
    assert holds(formula, REPORT)


@pytest.mark.parametrize(
    ("formula", "left", "right"),
    [
        (f"{RECEIVED}.total = 8", "一、本年新收政府信息公开申请数量 总计 7", "8"),
        (f"{GRANTED}.total = 1 + 1", "(一)予以公开 总计 3", "2(1 + 1)"),
        ("table_requests.denied.total = 1", "(三)不予公开 总计 3", "1"),
        ("sum(table_requests.denied.*.total) = 1", "3(8 格之和 3)", "1"),
        (
            f"sum({GRANTED}.total, {RECEIVED}.total) < 10",
            "10((一)予以公开 总计 3 + 一、本年新收政府信息公开申请数量 总计 7)",
            "10",
        ),
        (f"fact.received = {GRANTED}.total", "正文“收到政府信息公开申请6件”", "(一)予以公开 总计 3"),
        (f"not {GRANTED}.total = 3", "(一)予以公开 总计 3", "3"),
    ],
)
def test_both_sides_are_named(formula: str, left: str, right: str) -> None:
    (fault,) = faults(formula, REPORT)
    assert (fault.failure.left_words, fault.failure.right_words) == (left, right)


def test_the_first_cell_is_blamed_and_the_others_attached() -> None:
    (fault,) = faults(f"{GRANTED}.total = {RECEIVED}.total", REPORT)
    assert fault.blamed is not None
    assert fault.blamed.cell is REPORT.cell(f"{GRANTED}.total")
    assert [term.cell for term in fault.others] == [REPORT.cell(f"{RECEIVED}.total")]


def test_the_author_may_say_which_cell_is_blamed() -> None:
    (fault,) = faults(f"{GRANTED}.total = {RECEIVED}.total", REPORT, at=f"{RECEIVED}.total")
    assert fault.blamed is not None
    assert fault.blamed.cell is REPORT.cell(f"{RECEIVED}.total")


def test_the_number_in_the_prose_is_blamed() -> None:
    (fault,) = faults(f"fact.received = {RECEIVED}.total", REPORT)
    assert fault.blamed is not None
    assert REPORT.document.slice(fault.blamed.span) == "6"


def test_each_says_which_row() -> None:
    blamed = [fault.blamed for fault in faults("each row: table_requests.*.total = 0", REPORT)]
    assert [term.cell.row for term in blamed if term and term.cell] == [
        "received",
        "granted",
        "denied.state_secret",
        "denied.internal_affairs",
    ]


def test_at_goes_along_with_each() -> None:
    (fault,) = faults(f"each column: {RECEIVED}.* + 0 <= 6", REPORT, at=f"{RECEIVED}.*")
    assert fault.blamed is not None
    assert fault.blamed.cell is REPORT.cell(f"{RECEIVED}.total")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "表三“(一)予以公开”行“总计”格没有填数,未核对"),
        ("/", "表三“(一)予以公开”行“总计”格没有填数,未核对"),
        ("若干", "表三“(一)予以公开”行“总计”格(“若干”)不是数,未核对"),
    ],
)
def test_what_is_not_there_is_not_guessed(value: str, said: str) -> None:
    held = report({f"{GRANTED}.total": value})
    assert reason(f"{GRANTED}.total = 0", held) == said


def test_blank_may_count_as_zero() -> None:
    held = report({f"{GRANTED}.total": ""})
    assert check(f"{GRANTED}.total = 0", held, blank_as_zero=True) == []


def test_what_decides_without_the_unknown_part_is_decided() -> None:
    held = report({f"{GRANTED}.total": "", f"{RECEIVED}.total": 1})
    assert check(f"{RECEIVED}.total = 1 or {GRANTED}.total = 0", held) == []
    assert len(faults(f"{RECEIVED}.total = 2 and {GRANTED}.total = 0", held)) == 1
    (verdict,) = check(f"{RECEIVED}.total = 2 or {GRANTED}.total = 0", held)
    assert isinstance(verdict, Unknown)
    assert check(f"not ({RECEIVED}.total = 2 and {GRANTED}.total = 0)", held) == []


def test_division_by_zero_is_not_told() -> None:
    assert reason(f"{RECEIVED}.total / {GRANTED}.natural_person = 1", REPORT) == "除数为 0,未核对"


def test_a_number_the_prose_does_not_give_is_nothing_to_check() -> None:
    (verdict,) = check("fact.reconsideration = 3", report(requests="本年度工作平稳。"))
    assert isinstance(verdict, Unknown)
    assert verdict.unsaid


def test_prose_that_contradicts_itself_is_not_told() -> None:
    held = report(requests="2024年,本局收到政府信息公开申请6件。全年共收到政府信息公开申请8件。")
    assert "不同的数" in reason(f"fact.received = {RECEIVED}.total", held)


def test_last_year() -> None:
    formula = "table_requests.carried_over.total = previous.table_requests.carried_forward.total"
    held = report({"table_requests.carried_over.total": 2})
    assert reason(formula, held) == "没有上年的报告,未核对"
    held.previous = report({"table_requests.carried_forward.total": 3}, year=2023)
    (fault,) = faults(formula, held)
    assert fault.failure.right_words == "上年四、结转下年度继续办理 总计 3"
    assert fault.others == ()  # last year's cell is in another document


def test_last_year_in_the_format_of_its_time() -> None:
    held = report(year=2021)
    held.previous = report(year=2020)
    assert held.previous.format.key == "2019"
    formula = "table_requests.granted.total = previous.table_requests.other_processing.fee_unpaid.total"
    assert "上年报告的格式里没有" in reason(formula, held)


def test_a_missing_table_and_a_broken_row_say_so() -> None:
    held = report()
    del held.tables["table_requests"].rows["granted"]
    assert reason(f"{GRANTED}.total = 0", held) == "表三没有找到“(一)予以公开”行,未核对"
    held.tables["table_requests"].rows["received"].problem = "short"
    assert reason(f"{RECEIVED}.total = 0", held).endswith("行的格数不对,未核对")
    del held.tables["table_requests"]
    assert reason(f"{RECEIVED}.total = 0", held) == "没有找到表三,未核对"


@pytest.mark.parametrize(("value", "text"), [(3, "3"), (-4, "-4")])
def test_numbers_are_shown_plainly(value: int, text: str) -> None:
    assert shown(value) == text
