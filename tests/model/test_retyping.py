"""A report in a sentence of which somebody has typed is the report of the new text, or it is read anew."""

from random import Random
from typing import Any

import pytest

from gxlint.formats import official_formats
from gxlint.model import Report
from gxlint.model.retyping import Retyped, retyped
from gxlint.readers.retyping import read_again
from gxlint.source.record import Record
from tests.support.reading import report_of
from tests.support.typing_in import texts, typed

_LEFT_OUT = ("document", "form", "format", "previous")

TEXT = """青岭县水务局2024年政府信息公开工作年度报告
根据《中华人民共和国政府信息公开条例》编制本报告,现予公布。所列数据的统计期限自2024年1月1日起至2024年12月31日止。
一、总体情况
2024年,我局认真贯彻落实有关要求,持续加强重点领域的信息公开,不断提高政务公开工作的质量和水平,全年没有发生因工作不当引起的投诉,也没有收到群众对公开内容的不同意见。
(一)主动公开。全年通过门户网站发布信息120条。
二、主动公开政府信息情况
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 1 | 0 | 4 |
五、存在的主要问题及改进情况
内容还不够丰富。下一步将加强学习。
六、其他需要报告的事项
按照要求,无其他需要报告的事项,也未收取信息处理费。
青岭县水务局
2025年1月20日
"""


def plainly(value: Any) -> Any:
    """All that a record holds, as tuples; what has moved is as good as what was made where it is."""
    if isinstance(value, Record):
        fields = (field for field in type(value)._fields if field[0] != "_" and field not in _LEFT_OUT)
        return type(value).__name__.removeprefix("_Moved"), *(
            plainly(getattr(value, field)) for field in fields
        )
    if isinstance(value, tuple | list):
        return [plainly(item) for item in value]
    return {key: plainly(item) for key, item in value.items()} if isinstance(value, dict) else value


def again(before: Report, text: str) -> Retyped | None:
    read = read_again(before.document, text)
    return read and retyped(before, *read, official_formats())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("持续加强", "持续不断地加强"),
        ("编制本报告", "编制并公布本报告"),
        ("12月31日止。", "12月31日止,特此说明。"),
        ("不同意见。", "不同意见5条。"),
        ("发布信息120条", "发布信息12条"),
        ("按照要求,无", "按照要求,没有"),
        ("下一步将", "下一步,将"),
    ],
)
def test_a_sentence_grows_or_shrinks(old: str, new: str) -> None:
    before = report_of(TEXT)
    text = TEXT.replace(old, new)
    now = again(before, text)
    assert now is not None
    assert plainly(now.report) == plainly(report_of(text))
    assert new in now.paragraph.text
    assert now.report.tables["table_proactive"]["regulations"].label.text == "规章"


def test_what_stands_before_is_the_same_object() -> None:
    before = report_of(TEXT)
    now = again(before, TEXT.replace("下一步将", "下一步要"))
    assert now is not None
    assert now.report.sections[0] is before.sections[0]
    assert now.report.tables["table_proactive"] is before.tables["table_proactive"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024年1月1日", "2023年1月1日"),
        ("2024年,我局", "2022年,我局"),
        ("(一)主动公开", "(一)全面主动公开"),
        ("总体情况", "总体的情况"),
        ("水务局2024", "水利局2024"),
        ("| 4 |", "| 5 |"),
        ("不同意见。", "不同意见"),
        ("内容还不够", "五、内容还不够"),
    ],
)
def test_what_may_mean_more_is_read_anew(old: str, new: str) -> None:
    assert again(report_of(TEXT), TEXT.replace(old, new)) is None


def test_what_stands_among_the_rows_of_a_table_is_read_anew() -> None:
    sentences = "本年度没有制定规章,也没有废止规章,有关情况见本机关门户网站。" * 8
    text = TEXT.replace("| 规章 | 0 | 0 | 0 |\n", f"| 规章 | 0 | 0 | 0 |\n{sentences}\n")
    before = report_of(text)
    assert any("没有制定" in paragraph.text for paragraph in before.prose())
    assert again(before, text.replace("有关情况", "有关的情况", 1)) is None


def test_sections_further_down_are_made_when_they_are_looked_at() -> None:
    before = report_of(TEXT)
    text = TEXT.replace("编制本报告,现予", "编制本报告,现一并予")
    now = again(before, text)
    assert now is not None
    text = text.replace("编制本报告", "编制了本报告")
    later = again(now.report, text)
    assert later is not None
    section, origin = later.report.sections[-1], before.sections[-1]
    assert section.has_prose == origin.has_prose
    assert section.body == report_of(text).sections[-1].body
    assert plainly(later.report) == plainly(report_of(text))


@pytest.mark.parametrize("seed", range(2))
def test_at_random(seed: int) -> None:
    rng = Random(seed)
    taken = 0
    for text in texts()[seed::6]:
        report = report_of(text)
        for _ in range(10):
            after = typed(report, rng)
            now, anew = again(report, after), report_of(after)
            taken += now is not None
            assert now is None or plainly(now.report) == plainly(anew)
            report = now.report if now else anew
    assert taken > 5
