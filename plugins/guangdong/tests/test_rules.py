"""规则的示例和用例都是测试;规则页和规则一致。"""

from pathlib import Path

import pytest

from gxlint.reporters.pages.folder import stale_pages
from gxlint.testing import Case, verify

PACKAGE = "gxlint-guangdong"
PAGES = Path(__file__).parents[1] / "docs" / "rules"

pytestmark = pytest.mark.gxlint(PACKAGE)


def test_case(gxlint_case: Case) -> None:
    verify(gxlint_case)


def test_pages_are_fresh() -> None:
    stale = stale_pages(PAGES, PACKAGE)
    assert not stale, f"python -m gxlint.reporters.pages docs/rules --package {PACKAGE}"
