"""Rules by what they rest on: article by article, those without a rule too."""

import json

import pytest

from gxlint.rules import Provision, RuleInfo, Source
from gxlint.rules.basis import ArticleBasis, bases
from gxlint.rules.plugins import load_plugins
from tests.cli.running import gxlint
from tests.rules.kit import make_plugin, make_rule

LAW = ("信息公开条例", "国务院令第1号")
NOTICE = ("关于编制年度报告的通知", "云政办〔2024〕1号")


def _on(title: str, number: str, article: str = "") -> Source:
    return Source(title, number, article=article)


def _rule(code: str, *sources: Source) -> RuleInfo:
    return make_rule(code, source=sources)()


def _shown(articles: tuple[ArticleBasis, ...]) -> list[tuple[str, list[str]]]:
    return [(item.article, [rule.code for rule in item.rules]) for item in articles]


def test_articles_with_their_rules() -> None:
    rules = [
        _rule("ZZ101", _on(*LAW, article="第五条、第九条")),
        _rule("ZZ102", _on(*LAW, article="第五条第二款"), _on(*NOTICE)),
        _rule("ZZ103", _on(*LAW, article="第七条")),
    ]
    provisions = [
        Provision(_on(*LAW, article="第五条第一款"), "甲"),
        Provision(_on(*LAW, article="第五条第二款"), "乙"),
        Provision(_on(*LAW, article="第六条"), "丙", verified=False),
        Provision(_on(*LAW, article="第七条"), "丁"),
    ]
    law, notice = bases(rules, provisions)
    assert (law.source.title, law.source.article) == (LAW[0], "")
    assert _shown(law.articles) == [
        ("第五条第一款", ["ZZ101"]),
        ("第五条第二款", ["ZZ101", "ZZ102"]),
        ("第六条", []),
        ("第七条", ["ZZ103"]),
        ("第九条", ["ZZ101"]),
    ]
    assert [item.verified for item in law.articles] == [True, True, False, True, True]
    assert _shown(notice.articles) == [("", ["ZZ102"])]


def test_a_part_is_listed_with_its_article() -> None:
    (law,) = bases(
        [_rule("ZZ101", _on(*LAW, article="第五条第一款第二项"))],
        [Provision(_on(*LAW, article="第五条"), "甲")],
    )
    assert _shown(law.articles) == [("第五条", ["ZZ101"])]


def test_a_rule_is_listed_once_at_an_article() -> None:
    (law,) = bases([_rule("ZZ101", _on(*LAW, article="第五条第一款、第五条第二款"))], [])
    assert _shown(law.articles) == [("第五条第一款", ["ZZ101"]), ("第五条第二款", ["ZZ101"])]
    (law,) = bases(
        [_rule("ZZ101", _on(*LAW, article="第五条第一款、第五条第二款"))],
        [Provision(_on(*LAW, article="第五条"), "甲")],
    )
    assert _shown(law.articles) == [("第五条", ["ZZ101"])]


def test_a_plugin_brings_provisions() -> None:
    given = Provision(_on(*NOTICE, article="第一条"), "甲")
    loaded = load_plugins(
        [
            (
                "yunze",
                make_plugin(
                    make_rule(), gxlint_provisions=lambda: [given, "第二条", Provision(_on(*NOTICE), "乙")]
                ),
            )
        ],
        installed=False,
        provisions=True,
    )
    assert loaded.provisions == (given,)
    assert [rule.code for rule in loaded.rules] == ["ZZ101"]
    assert ["gxlint_provisions 给出的不是" in failure.text() for failure in loaded.failures] == [True, True]


def test_the_listing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = gxlint(monkeypatch, "rules", "--by-source").out
    assert "  第五十条第一款第四项" in shown
    assert "没有专门的规则" in shown
    assert "(待核)" in shown
    english = gxlint(monkeypatch, "rules", "--by-source", "--lang", "en").out
    assert "no rule of its own" in english
    assert "(to be verified)" in english


def test_the_listing_for_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    made = json.loads(gxlint(monkeypatch, "rules", "--by-source", "--output-format", "json").out)
    by_number = {source["number"]: source for source in made["sources"]}
    assert set(made["sources"][0]) == {"title", "number", "date", "url", "articles"}
    articles = {item["article"]: item for item in by_number["国办公开办函〔2021〕30号"]["articles"]}
    assert "CN305" in articles["附件 表三"]["rules"]
    assert articles["附件 表三"]["verified"] is True
    assert articles[None]["rules"]
    assert any(not item["rules"] and not item["verified"] for item in articles.values())
    listed = {code for source in made["sources"] for item in source["articles"] for code in item["rules"]}
    rules = json.loads(gxlint(monkeypatch, "rules", "--output-format", "json").out)["rules"]
    assert listed == {rule["code"] for rule in rules}


def test_only_selected_rules_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = gxlint(monkeypatch, "rules", "--by-source", "--select", "CN305").out
    assert "CN305" in shown
    assert "CN306" not in shown
