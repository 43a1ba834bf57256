"""Two provinces' wheels beside gxlint: their rules work together, and go when their package goes."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gxlint.cli.scaffold.names import names_of
from gxlint.cli.scaffold.writing import write_plugin
from tests.cli.running import write
from tests.installed.environment import Environment, built
from tests.project.imports import ROOT

# The packages that are published from here, the national rules apart.
PUBLISHED = sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))
NEW = "two new ones"

pytestmark = pytest.mark.slow


class Provinces:
    """gxlint and the wheels of some projects in an environment of their own."""

    def __init__(self, folder: Path, projects: Sequence[Path]) -> None:
        self.environment = Environment(folder)
        self.environment.install(built(ROOT, folder), *(built(project, folder) for project in projects))
        write(folder, "report.txt")

    def rules(self) -> dict[str, set[str]]:
        """The codes of each province, by its package."""
        made = self._json("plugins")
        assert [item["reason"] for item in made["failures"]] == []
        codes: dict[str, set[str]] = {}
        for item in made["plugins"]:
            codes.setdefault(item["package"], set()).update(item["rules"])
        del codes["gxlint"]
        return codes

    def listed(self) -> set[str]:
        """The codes of all rules there are, the national ones and the tool's own apart."""
        codes = {rule["code"] for rule in self._json("rules")["rules"]}
        return {code for code in codes if not code.startswith(("CN", "GXL"))}

    def checked(self, codes: set[str]) -> set[str]:
        """Those of the rules that came to an end over a report, however it was."""
        made = self._json("check", "report.txt", "--select", ",".join(sorted(codes)))
        (file,) = made["files"]
        coverage = file["coverage"]
        assert not [item for item in file["diagnostics"] if item["code"] == "GXL002"]
        undecided = {item["code"] for item in coverage["undecided"]}
        return {*coverage["passed"], *coverage["failed"], *coverage["not_applicable"], *undecided}

    def _json(self, *words: str) -> Any:
        ran = self.environment.gxlint(*words, "--output-format", "json")
        assert ran.err == ""
        return json.loads(ran.out)


def _new(folder: Path) -> list[Path]:
    made = []
    for province in ("GS", "SD"):
        target = str(folder / f"gxlint-{province.lower()}")
        names = names_of(target, prefix="", province=province, title="", lang="zh")
        write_plugin(names)
        made.append(names.folder)
    return made


@pytest.mark.parametrize(
    "projects",
    [pytest.param([], id=NEW), *(pytest.param(PUBLISHED, id="all published") for _ in PUBLISHED[:1])],
)
def test_they_work_together_and_go_alone(tmp_path: Path, projects: list[Path]) -> None:
    provinces = Provinces(tmp_path, projects or _new(tmp_path))
    rules = provinces.rules()
    assert len(rules) == len(projects or "GS")
    everything = set().union(*rules.values())
    assert provinces.listed() == everything
    assert provinces.checked(everything) == everything
    assert provinces.environment.gxlint("doctor").code == 0

    gone = next(package for package, codes in rules.items() if codes)
    kept = rules.keys() - {gone}
    provinces.environment.uninstall(gone)
    left = set().union(*(rules[package] for package in kept))
    assert provinces.listed() == left
    assert provinces.checked(left) == left
    unknown = provinces.environment.gxlint("check", "report.txt", "--select", min(rules[gone]))
    assert (unknown.code, unknown.out) == (2, "")
    assert f"未知规则 {min(rules[gone])}" in unknown.err
