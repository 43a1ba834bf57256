"""Sums that a workbook holds as formulas only."""

import pytest

from gxlint.readers.office.excel import formulas
from gxlint.readers.office.excel.formulas import Formulas, NoResultError, Value

NUMBERS = {(1, 1): 1.0, (1, 2): 2.5, (2, 1): -4.0, (3, 28): 100.0}


def result(formula: str, **others: str) -> Value:
    """What a formula in Z9 comes to; the others stand in row 9 under their letters."""
    cells = {(9, ord(letter) - ord("A") + 1): text for letter, text in others.items()}
    return Formulas(NUMBERS, {**cells, (9, 26): formula}).result((9, 26))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1+2*3-4/2", 5),
        ("-(1+2)*-2", 6),
        ("A1+$B$1", 3.5),
        ("C7", 0),
        ("SUM(A1:B2)", -0.5),
        ("SUM($B$2:$A$1)", -0.5),
        ("SUM(A1,B1,10,AB3)", 113.5),
        ("COUNT(A1:C7)", 3),
        ("SUM( A1 , B1 )", 3.5),
        ('IF(COUNT(C1:C9)=0,"",SUM(C1:C9))', ""),
        ('IF(COUNT(A1:B1)=0,"",SUM(A1:B1))', 3.5),
        ("IF(A1<>B1,1,2)", 1),
        ("A2>=0", False),
        ('"说""明"', '说"明'),
    ],
)
def test_what_totals_are_made_of(formula: str, expected: Value) -> None:
    assert result(formula) == expected


def test_a_formula_may_stand_on_another() -> None:
    assert result("A9+B9", A="SUM(A1:B1)", B="A9*2") == 10.5
    assert result("COUNT(A9:B9)", A='IF(1=1,"","x")', B="1") == 1


@pytest.mark.parametrize(
    "formula",
    [
        *("", "1+", "(1", "1)", "1 2", "SUM(", "SUM()", "SUM(A1", "A1:B2", "IF(1,2)"),
        *("Sheet2!A1", "'表二'!A1", "SUM(A:A)", "VLOOKUP(1,A1:B2,2)", "A1&B1", "#REF!", "A1%", "{1,2}"),
        *("1/0", "1/C7", '"甲"+1', "SUM(IF(1=1,2,3)", "sum(A1)", "SUMA(1)", "A0", "XFDD1"),
    ],
)
def test_what_is_not_understood_has_no_result(formula: str) -> None:
    with pytest.raises(NoResultError):
        result(formula)


def test_circles_chains_and_sizes_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoResultError):
        result("A9", A="B9", B="A9")
    with pytest.raises(NoResultError):
        result("Z9")
    with pytest.raises(NoResultError):
        result("(" * 3000 + "1" + ")" * 900)
    with pytest.raises(NoResultError):
        result("1+" * 5000 + "1")
    chain = {(number, 1): f"A{number + 1}" for number in range(1, 200)}
    with pytest.raises(NoResultError):
        Formulas({}, chain).result((1, 1))
    monkeypatch.setattr(formulas, "_MOST_WRITTEN", 10)
    many = Formulas({}, {(1, 1): "1+1+1+1", (2, 1): "2+2+2+2"})
    assert many.result((1, 1)) == 4
    with pytest.raises(NoResultError):
        many.result((2, 1))
    monkeypatch.undo()
    monkeypatch.setattr(formulas, "_MOST_LOOKS", 1000)
    with pytest.raises(NoResultError):
        result("SUM(A1:ZZ9999999)")
