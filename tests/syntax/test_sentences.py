"""Which lines somebody may type in without another line being read differently."""

import pytest

from gxlint.formats import official_formats
from gxlint.readers.document import Document
from gxlint.readers.plain import read_plain
from gxlint.source import SourceText
from gxlint.source.change import change_between
from gxlint.syntax import lexer_for, sentences
from gxlint.syntax.metadata import LABELS
from gxlint.syntax.sentences import stays_prose

LONG = "全年通过门户网站、政务新媒体和公开栏发布各类信息,内容涉及财政预算、重大项目、行政执法和民生保障,方便群众查询。"


def _document(text: str) -> Document:
    return read_plain(SourceText(text), "report.txt")


def _stays(before: str, after: str) -> bool:
    change = change_between(before, after)
    return stays_prose(lexer_for(official_formats()), _document(before), _document(after), change)


def test_a_sentence_stays_one() -> None:
    text = f"一、总体情况\n{LONG}\n"
    assert _stays(text, text.replace("方便", "十分方便"))
    assert _stays(f"  (一){LONG}", f"  (一){LONG}".replace("方便", "十分方便"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("总体情况介绍。", "总体情况。"),
        (f"{LONG}", f"一、{LONG}"),
        (f"{LONG}", f"{LONG}|"),
        (f"{LONG}", f"{LONG}规章"),
        (f"发布机构:\n{LONG}", f"发布机构:\n{LONG}".replace("方便", "十分方便")),
        (
            f"名称:2024年政府信息公开年度报告\n{LONG}",
            f"名称:2024年政府信息公开年度报告\n{LONG}".replace("方便", "便"),
        ),
        ("全年公开信息36条,内容涉及财政预算、重大项目、行政执法和民生保障。", f"全年公开信息36条,{LONG}"),
    ],
    ids=["heading", "number", "bar", "no full stop", "value", "title", "too long for a table"],
)
def test_what_may_change_more(before: str, after: str) -> None:
    assert not _stays(before, after)


def test_every_label_of_a_title_is_one_that_is_looked_for() -> None:
    for label in LABELS["title"]:
        assert sentences.calls_title(" ".join(label))
