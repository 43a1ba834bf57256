"""Package data that is made from other files is as those files say."""

from pathlib import Path

import pytest

from gxlint.prepare import prepared_files

PREPARED = list(prepared_files())


@pytest.mark.parametrize(("path", "text"), PREPARED, ids=[path.name for path, _ in PREPARED])
def test_prepared_file_is_fresh(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run: python -m gxlint.prepare"
