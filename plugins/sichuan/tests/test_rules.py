"""四川省的报告没有写统计期限时,CN112 是警告;外省的仍是提示。"""

import pytest

from gxlint.lint.session import Session, Settings
from gxlint.testing import blank_report, report_text, with_paragraphs


def _severities(province: str, sentence: str) -> list[str]:
    session = Session(Settings(select=("CN112",), province=province))
    draft = with_paragraphs(blank_report(), "preamble", sentence)
    result = session.check_bytes(report_text(draft).encode(), "report.txt").result
    assert result is not None
    return [finding.severity.value for finding in result.findings]


@pytest.mark.parametrize(("province", "severity"), [("SC", "warning"), ("四川", "warning"), ("CN", "hint")])
def test_a_report_without_its_period(province: str, severity: str) -> None:
    assert _severities(province, "现将工作情况报告如下。") == [severity]


def test_a_report_with_its_period() -> None:
    year = blank_report().year
    assert _severities("SC", f"统计期限自{year}年1月1日起至{year}年12月31日止。") == []
