"""What is wrong with a formula is said, with the place."""

import time

import pytest

from gxlint.rules.formula import FormulaError, compile_formula
from tests.rules.formula.kit import FORMATS, LATEST


def wrong(formula: str, *, every_format: bool = False, at: str = "") -> tuple[str, str]:
    """What stands from the place on, and what is said."""
    forms = tuple(FORMATS) if every_format else [LATEST]
    with pytest.raises(FormulaError) as caught:
        compile_formula(formula, forms, tuple(FORMATS), at=at)
    assert caught.value.text("en") != caught.value.text()
    return (at or formula)[caught.value.at :], caught.value.text()


@pytest.mark.parametrize(
    ("formula", "place", "said"),
    [
        ("", "", "公式是空的"),
        ("  # 只有说明", "  # 只有说明", "公式是空的"),
        ("received = 1", "received = 1", "不是地址"),
        ("table_requests.granted.total = ", "= ", "没有写完"),
        ("table_requests.granted.total", "table_reques", "应是条件"),
        ("1 = 1 = 1", "= 1", "一次只能比较两边"),
        ("(1 = 1", "1", "括号没有成对"),
        ("1 = 1)", ")", "括号没有成对"),
        ("1 $ 1", "$ 1", "看不懂的字符"),
        ("1 = 1234567890123", "123456789012", "太长"),
        ("(1 = 1) + 1 = 2", "1 = 1) + 1 =", "应是数,不是条件"),
        ("1 = 1 and 2", "2", "应是条件"),
        ("abs(1, 2) = 1", "2) = 1", "只能有一个数"),
        ("1 = when 2 = 2 then 3", "when 2 = 2 t", "when 只能写在"),
        ("1 = 1 and each row: 1 = 1", "each row: 1 ", "each 只能写在"),
        ("table_request.granted.total = 1", "table_reques", "是否指 table_requests?"),
        ("table_requests.grantd.total = 1", "grantd.total", "是否指 granted?"),
        ("table_requests.granted.totl = 1", "totl = 1", "是否指 total?"),
        ("table_requests.total = 1", "table_reques", "不完整"),
        ("table_proactive.regulations.decisions = 1", "decisions = ", "可用的有 issued、repealed、in_force"),
        ("table_requests.*.granted.total = 1", "*.granted.to", "通配符"),
        ("table_requests.*.total = 1", "table_reques", "each row:"),
        ("table_requests.granted.* = 1", "table_reques", "each column:"),
        ("each row: table_requests.granted.total = 1", "each row: ta", "要有以 * 代替行的地址"),
        ("each row: each row: table_requests.*.total = 1", "each row: ta", "不能套用两次"),
        (
            "each row: table_requests.*.total = table_requests.denied.*.total",
            "table_reques",
            "要写成一样的通配符",
        ),
        ("fact.receivd = 1", "receivd = 1", "是否指 received?"),
        ("fact.trainings.issued = 1", "trainings.is", "没有正文数字"),
        ("previous.fact.received = 1", "previous.fac", "上年只能引用表格"),
        ("previous.table_requests.grantd.total = 1", "grantd.total", "是否指 granted?"),
        ("1 = table_requests.granted.(1)", ".(1)", "看不懂的字符"),
    ],
)
def test_it_is_said_where_and_what(formula: str, place: str, said: str) -> None:
    got_place, got = wrong(formula)
    assert said in got
    assert got_place.startswith(place)


def test_tables_may_be_compared_by_the_columns_they_share() -> None:
    compile_formula("each column: table_requests.granted.* >= table_disputes.litigation_direct.*", [LATEST])


def test_an_address_must_exist_in_every_format_the_rule_is_for() -> None:
    formula = "table_requests.other_processing.fee_unpaid.total = 0"
    compile_formula(formula, [LATEST], tuple(FORMATS))
    assert 'formats = ["2021+"]' in wrong(formula, every_format=True)[1]


@pytest.mark.parametrize(
    "at", ["received", "fact.received", "previous.table_requests.granted.total", "1", ""]
)
def test_only_a_cell_can_be_blamed(at: str) -> None:
    if at:
        assert "at 应是一个格子的地址" in wrong("1 = 1", at=at)[1] or "不是地址" in wrong("1 = 1", at=at)[1]


@pytest.mark.parametrize(
    "formula",
    [
        "(" * 500 + "1" + ")" * 500 + " = 1",
        "not " * 300 + "1 = 1",
        "-" * 300 + "1 = 1",
        "when 1 = 1 then " * 100 + "1 = 1",
        "1 = " + " + ".join("1" for _ in range(900)),
        "1 = " + "9" * 3000,
        "each row: " * 200 + "1 = 1",
        "sum(" * 200 + "1" + ")" * 200 + " = 1",
        "a" + ".b" * 900 + " = 1",
    ],
)
def test_hostile_formulas_are_refused_at_once(formula: str) -> None:
    began = time.perf_counter()
    with pytest.raises(FormulaError):
        compile_formula(formula, [LATEST], tuple(FORMATS))
    assert time.perf_counter() - began < 2


def test_what_just_fits_is_taken() -> None:
    compile_formula("(" * 30 + "1" + ")" * 30 + " = " + " + ".join("1" for _ in range(160)), [LATEST])
