"""What the page on configuration shows is what there is."""

import re
from pathlib import Path

import pytest

from gxlint.lint.config.load import load
from gxlint.lint.config.schema import config_schema
from gxlint.lint.session import Session, Settings
from tests.project.imports import ROOT

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


def test_the_example_is_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "gxlint.toml"
    path.write_text(example, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    scope = Session(Settings()).scopes.default
    assert scope.config is not None
    assert scope.config.accept[0].code == "CN305"
    assert load(str(path)) is not None


@pytest.mark.parametrize(("model", "heading"), [(None, "各项"), ("AcceptModel", "接受例外")])
def test_every_key_is_explained(model: str | None, heading: str) -> None:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    explained = set(
        re.findall(r"`\[*([a-z-]+)\]*`", "\n".join(re.findall(r"^\| ([^|]*) \|", section, re.MULTILINE)))
    )
    schema = config_schema()
    keys = set((schema["$defs"][model] if model else schema)["properties"])
    assert explained == keys


def test_every_link_leads_somewhere() -> None:
    headings = {re.sub(r"[、,:]", "", line.strip()) for line in re.findall(r"^## (.*)$", PAGE, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]*)\)", PAGE)) <= headings
    for target in re.findall(r"\]\(([^#)][^)]*)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
