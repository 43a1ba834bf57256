"""Every scenario file, as it stands."""

from pathlib import Path

import pytest

from tests.cli.running import gxlint
from tests.cli.scenario import matches, read

FILES = sorted((Path(__file__).parent / "scenarios").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = read(path)
    assert scenario.steps
    for name, content in scenario.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content.encode("utf-8"))
    monkeypatch.chdir(tmp_path)
    for step in scenario.steps:
        stdin = (tmp_path / step.stdin).read_bytes() if step.stdin else b""
        ran = gxlint(monkeypatch, *step.words, stdin=stdin)
        assert ran.code == step.code, ran
        for said, expected in ((ran.out, step.out), (ran.err, step.err)):
            assert matches(expected, said), (
                f"$ gxlint {' '.join(step.words)}\n{said}\n-- expected --\n" + "\n".join(expected)
            )
