"""The examples inside a pack are its tests."""

import pytest

from gxlint.rules.packs import load_pack
from gxlint.testing.packs import run_examples
from tests.project.imports import ROOT
from tests.rules.packs.kit import HEAD, RULE, failing, pack_of

EXAMPLE = ROOT / "examples" / "packs" / "yunze.toml"
KINDS = {
    *("required", "forbidden", "length", "figure", "wording"),
    *("heading", "attachment", "contact", "deadline", "formula"),
}


def test_the_example_pack_holds_and_shows_every_kind() -> None:
    pack = load_pack(EXAMPLE)
    assert not [result for result in run_examples(pack) if result.faults]
    shown = {kind for rule in pack.rules for kind in KINDS if getattr(rule.entry, kind) is not None}
    assert shown == KINDS


def examples(fail: str, check: str = '[rule.forbidden]\nsection = "overview"\nany = ["乙"]') -> str:
    return HEAD + RULE.replace('fail = ["乙。"]', fail) + check


@pytest.mark.parametrize(
    ("fail", "said"),
    [
        ('fail = ["⟦乙⟧。"]', []),
        ('fail = ["乙。"]', []),
        ('fail = ["⟦乙。"]', ["⟦ 和 ⟧ 没有成对"]),
        ('fail = ["乙⟧。"]', ["⟦ 和 ⟧ 没有成对"]),
        ('fail = ["甲。"]', ["应当报告问题,却没有报告"]),
        ('fail = ["⟦甲⟧乙。"]', ["指向的地方不对:应为“甲”,实为“乙”"]),
        ('fail = ["⟦乙⟧和乙。"]', ["指向的地方不对:应为“乙”,实为“乙”、“乙”"]),
        ('fail = [{ text = "乙。", message = "…不应出现…" }]', []),
        (
            'fail = [{ text = "乙。", message = "别的" }]',
            ["提示不同:应为“别的”,实为““总体情况”不应出现“乙””"],
        ),
        ('fail = [{ text = "乙。", in = "problems" }]', ["应当报告问题,却没有报告"]),
        ('fail = [{ text = "乙。", in = "nowhere" }]', ["不能放在 nowhere"]),
        (
            'fail = [{ text = "乙。", cells = { "table_requests.x.y" = 1 } }]',
            ["没有这一格:table_requests.x.y"],
        ),
    ],
)
def test_what_is_said_of_a_fail_example(fail: str, said: list[str]) -> None:
    assert failing(pack_of(examples(fail))) == said


def test_a_pass_example_that_is_reported() -> None:
    text = examples('fail = ["乙。"]').replace('pass = ["甲。"]', 'pass = ["甲和乙。"]')
    assert failing(pack_of(text)) == ["不应报告,却报告了:“总体情况”不应出现“乙”"]


def test_an_example_that_cannot_be_told_is_no_success() -> None:
    check = '[rule.formula]\ncheck = "table_requests.granted.total = 0"'
    blank = '{ cells = { "table_requests.granted.total" = "" } }'
    text = examples(f"fail = [{blank}]", check).replace('pass = ["甲。"]', f"pass = [{blank}]")
    assert [said.startswith("没有能够检查:") for said in failing(pack_of(text))] == [True, True]


def test_the_cell_that_must_be_blamed() -> None:
    check = '[rule.formula]\ncheck = "table_requests.granted.total = 0"'
    fail = 'fail = [{ cells = { "table_requests.granted.total" = 1 }, at = "table_requests.received.total" }]'
    text = examples(fail, check).replace('pass = ["甲。"]', "pass = [{}]")
    assert failing(pack_of(text)) == [
        "应指向 table_requests.received.total,实际指向 table_requests.granted.total"
    ]
