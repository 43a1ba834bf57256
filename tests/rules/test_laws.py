"""Laws and notices that plugins know."""

import pytest

from gxlint.rules import Law
from gxlint.rules.plugins import load_plugins
from tests.rules.kit import make_plugin, make_rule

OURS = Law("云泽县政府信息公开办法", "云政办〔2024〕1号", in_force="2024-02-01")


def test_a_plugin_brings_laws() -> None:
    plugin = make_plugin(make_rule(), gxlint_laws=lambda: [OURS, "条例"])
    loaded = load_plugins([("yunze", plugin)], installed=False, provisions=True)
    assert loaded.laws == (OURS,)
    assert ["gxlint_laws 给出的不是 Law" in failure.text() for failure in loaded.failures] == [True]


def test_they_are_not_asked_for_in_vain() -> None:
    plugin = make_plugin(make_rule(), gxlint_laws=lambda: [OURS])
    assert load_plugins([("yunze", plugin)], installed=False).laws == ()


def test_of_two_with_one_title_the_first_counts() -> None:
    other = OURS.replaced(number="云政办〔2025〕2号")
    plugins = [
        ("yunze", make_plugin(make_rule("ZZ101"), gxlint_laws=lambda: [OURS])),
        ("wangchuan", make_plugin(make_rule("ZZ102"), gxlint_laws=lambda: [other])),
    ]
    assert load_plugins(plugins, installed=False, provisions=True).laws == (OURS,)


@pytest.mark.parametrize(
    ("law", "year", "outdated"),
    [
        (OURS, 2024, False),
        (OURS, None, False),
        (Law("甲", until="2021-09-26"), 2020, False),
        (Law("甲", until="2021-09-26"), 2021, True),
        (Law("甲", until="2021-09-26"), None, True),
        (Law("甲", stale_from=2019), 2018, False),
        (Law("甲", stale_from=2019), 2019, True),
        (Law("甲", stale_from=2019), None, True),
    ],
)
def test_what_is_out_of_date(law: Law, year: int | None, outdated: bool) -> None:
    assert law.out_of_date(year) is outdated


def test_the_national_register() -> None:
    laws = {law.title: law for law in load_plugins(provisions=True).laws}
    regulation = laws["中华人民共和国政府信息公开条例"]
    assert (regulation.number, regulation.articles, regulation.verified) == ("国务院令第711号", 56, True)
    assert regulation.url
    assert any(law.written == "中华人民共和国政府信息公开工作年度报告格式" for law in laws.values())
    assert any(not law.verified for law in laws.values())
    assert any(not law.national for law in laws.values())
