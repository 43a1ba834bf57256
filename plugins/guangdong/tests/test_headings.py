"""第四部分标题的另一种写法在本省可用,在外省仍要提示。"""

import pytest

from gxlint.lint.session import Session, Settings
from gxlint.testing import blank_report, report_text

OFFICIAL = "四、政府信息公开行政复议、行政诉讼情况"
USUAL_HERE = "四、政府信息公开行政复议及行政诉讼情况"


@pytest.mark.parametrize(("province", "codes"), [("GD", []), ("广东", []), ("CN", ["CN103"])])
def test_usual_heading(province: str, codes: list[str]) -> None:
    text = report_text(blank_report())
    assert OFFICIAL in text
    session = Session(Settings(select=("CN103",), province=province))
    result = session.check_bytes(text.replace(OFFICIAL, USUAL_HERE).encode(), "report.txt").result
    assert result is not None
    assert [finding.rule.code for finding in result.findings] == codes
