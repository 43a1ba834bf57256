"""The tools of the corpus: figures in prose, and differences between two sets of findings."""

from dataclasses import replace

from gxlint.formats import official_formats
from gxlint.testing.corpus import differences, parsed
from tests.corpus.figures import full_tables
from tests.corpus.plan import entries
from tests.corpus.voices import filling

FIGURES = {
    "table_requests": {
        "received": [8, 2],
        "carried_over": 2,
        "granted": [5, 1],
        "denied.state_secret": 1,
        "denied.internal_affairs": [1, 1],
    }
}
BEFORE = """\
a.txt:3:1 error CN305 总计 4 ≠ 各列之和 5
a.txt:9:2 hint CN103 标题
b.txt:1:1 hint CN103 标题
"""
AFTER = """\
a.txt:9:2 hint CN103 标题
a.txt:9:2 warning CN103 标题
c.txt:7:4 error CN305 总计 1 ≠ 各列之和 2
"""


def test_differences_rule_by_rule() -> None:
    assert list(differences(parsed(BEFORE), parsed(AFTER))) == [
        "CN103: 1 new, 1 gone",
        "  - b.txt:1:1 hint 标题",
        "  + a.txt:9:2 warning 标题",
        "CN305: 1 new, 1 gone",
        "  - a.txt:3:1 error 总计 4 ≠ 各列之和 5",
        "  + c.txt:7:4 error 总计 1 ≠ 各列之和 2",
    ]
    assert list(differences(parsed(BEFORE), parsed(BEFORE))) == []


def test_figures_in_prose_are_those_of_the_tables() -> None:
    entry = replace(entries()[0], figures=FIGURES, last_year={"去年新收": 8})
    tables = full_tables(official_formats().latest, FIGURES)
    assert tables["table_requests"]["outcomes_total"]["total"] == "9"
    assert tables["table_requests"]["carried_forward"]["natural_person"] == "3"
    fill = filling(entry, tables)
    assert fill("新收{新收}件,应办{新收+上年结转}件") == "新收10件,应办12件"
    assert fill("予以公开占{%1 予以公开/办结}%,增长{^2 新收/去年新收}%") == "予以公开占66.7%,增长25.00%"
    assert fill("不予公开{不予公开}件,{year}年,{last}年") == f"不予公开3件,{entry.year}年,{entry.year - 1}年"
