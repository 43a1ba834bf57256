"""``gxlint doctor``: all that a maintainer asks first, and nothing that is nobody's business."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gxlint import __version__
from gxlint.cli.health.parts import Line, Part
from gxlint.model import Report
from gxlint.rules import Outcome, Rule, plugins
from gxlint.rules.discovery import Installed
from tests.cli.running import gxlint
from tests.rules.kit import make_plugin, make_rule

Fill = Callable[..., None]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Fill:
    """Takes plugins by name that are then the only ones installed."""

    def fill(**modules: object) -> None:
        found = [Installed(name, name, f"gxlint-{name}", "1.2") for name in modules]
        monkeypatch.setattr(plugins, "installed_plugins", lambda: found)
        monkeypatch.setattr(plugins, "import_module", modules.__getitem__)

    return fill


def _crash(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    raise FileNotFoundError(f"{os.path.expanduser('~')}/名单.txt")
    yield


def _remark(rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
    yield rule.at(node.title)


def test_all_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "doctor")
    assert ran.code == 0
    told = re.sub(" +", " ", ran.out)
    for said in (f"gxlint {__version__}", "Python", "标准输出编码", "试运行", "national", "一切正常"):
        assert said in told
    assert "/" not in ran.out.replace("n/a", "")


def test_what_is_wrong_is_marked(monkeypatch: pytest.MonkeyPatch, installed: Fill) -> None:
    installed(
        good=make_plugin(make_rule("GA101", _remark), prefix="GA"),
        bad=make_plugin(make_rule("GB101", _crash), prefix="GB"),
        old=make_plugin(make_rule("GC101"), prefix="GC", spec=(0, 9)),
    )
    ran = gxlint(monkeypatch, "doctor")
    assert ran.code == 1
    (old, bad) = [line for line in ran.out.split("\n") if line.startswith("  !")]
    assert "gxlint-old 1.2" in old
    assert "旧接口 0.9" in old
    assert "规则 GB101" in bad
    assert "名单.txt" in bad
    assert os.path.expanduser("~") not in ran.out
    assert "规则 1 条,样表 2 份" in ran.out
    assert "发现问题 2 个" in ran.out
    assert "有 2 处需要处理" in ran.out


def test_json(monkeypatch: pytest.MonkeyPatch, installed: Fill) -> None:
    installed(bad=make_plugin(make_rule("GB101", _crash), prefix="GB"))
    ran = gxlint(monkeypatch, "doctor", "--output-format", "json", "--lang", "en")
    made = json.loads(ran.out)
    assert (ran.code, made["problems"]) == (1, 1)
    assert made["versions"][0] == {"name": "gxlint", "value": __version__, "problem": False}
    (line,) = made["smoke"]
    assert (line["name"], line["problem"]) == ("bad", True)
    assert line["value"].startswith("rule GB101 defect-gb101 (gxlint-bad 1.2) crashed")


def test_paths_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sys.executable not in gxlint(monkeypatch, "doctor").out
    assert sys.executable in gxlint(monkeypatch, "doctor", "--paths").out


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("from x (/home/li/.venv/lib/x.py)", "from x (…/x.py)"),
        (r"no C:\Users\Li Ming\x.py", "no …/x.py"),
        ("see https://example.org/a/b", "see https://example.org/a/b"),
        ("/srv/李 明/x", "…/x"),
        ("1/2", "1/2"),
    ],
)
def test_paths_are_cut(text: str, left: str) -> None:
    part = Part("a", "a", (Line("a", "a", text),))
    assert part.without_paths(["/srv/李 明"]).lines[0].value == left
