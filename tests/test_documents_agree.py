"""One report in every kind of file: the same findings, each at the place where that kind of file has it."""

from collections.abc import Callable

import pytest

from gxlint.lint.session import Session
from gxlint.reporters.places import spoken_place
from gxlint.rules import Finding
from gxlint.testing.forms import (
    Draft,
    blank_report,
    rename_label,
    with_cell,
    with_paragraphs,
    without_row,
    without_section,
)
from gxlint.testing.pages import report_text
from tests.support.excel_files import xlsx
from tests.support.layouts import BY_NAME
from tests.support.pdf_files import pdf
from tests.support.word_files import docx, plain

KINDS: dict[str, Callable[[Draft], bytes]] = {
    "报告.md": lambda draft: BY_NAME["markdown_plain"].render(draft).encode(),
    "报告.html": lambda draft: BY_NAME["html"].render(draft).encode(),
    "报告.docx": docx,
    "无自动编号.docx": lambda draft: docx(draft, plain),
    "报告.xlsx": xlsx,
    "分表.xlsx": lambda draft: xlsx(draft, sheets=True),
    "报告.pdf": pdf,
}


def _wrong_sums() -> Draft:
    draft = with_cell(blank_report(), "table_requests.granted.total", "5")
    draft = with_cell(draft, "table_requests.received.natural_person", "３")
    return with_cell(draft, "table_disputes.reconsideration.total", "1")


def _wrong_shape() -> Draft:
    draft = without_row(blank_report(), "table_requests.denied.internal_affairs")
    draft = rename_label(draft, "table_requests", "denied.prohibited_by_law", "2.其他法律行政规禁止公开")
    return without_section(draft, "problems")


def _wrong_words() -> Draft:
    draft = with_cell(blank_report(), "table_requests.received.natural_person", "2")
    draft = with_cell(draft, "table_requests.received.total", "2")
    draft = with_paragraphs(draft, "overview", "2024年共收到政府信息公开申请5件,予以公开3件,同比增长200%。")
    return with_paragraphs(draft, "problems", "存在的问题:一是XX不足,,二是有待提高。下一步将加强培训。")


REPORTS = {"sums": _wrong_sums, "shape": _wrong_shape, "words": _wrong_words, "clean": blank_report}
SESSION = Session()


def findings(data: bytes, name: str) -> list[Finding]:
    checked = SESSION.check_bytes(data, name)
    assert checked.error is None
    assert checked.result is not None
    return list(checked.result.findings)


def said(found: list[Finding]) -> list[tuple[str, str, object]]:
    return sorted((finding.rule.code, finding.text(), str(finding.where)) for finding in found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("report", REPORTS)
def test_the_same_findings(report: str, kind: str) -> None:
    draft = REPORTS[report]()
    wanted = said(findings(report_text(draft).encode(), "报告.txt"))
    assert bool(wanted) == (report != "clean")
    assert said(findings(KINDS[kind](draft), kind)) == wanted


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("报告.docx", "第 2 个表第 6 行第 9 格"),
        ("报告.xlsx", "工作表“Sheet” J35"),
        ("分表.xlsx", "工作表“表三” J7"),
        ("报告.pdf", "第 1 页第 2 个表第 6 行第 9 格"),
    ],
)
def test_each_at_its_place(kind: str, place: str) -> None:
    checked = SESSION.check_bytes(KINDS[kind](_wrong_sums()), kind)
    assert checked.report is not None
    assert checked.result is not None
    document = checked.report.document
    places = [
        spoken_place(found, "zh")
        for finding in checked.result.findings
        if finding.where.row == "granted" and (found := document.place(finding.span)) is not None
    ]
    assert places == [place]
