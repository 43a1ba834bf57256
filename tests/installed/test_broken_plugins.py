"""Plugins that are broken in every way, installed side by side: each is named with its cure, all else goes on."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.cli.running import write
from tests.installed.environment import Environment, built
from tests.installed.wheels import module_with, tiny_wheel
from tests.project.imports import ROOT

pytestmark = pytest.mark.slow

SPEAKING = "yield self.at(report.sections[0])"
SILENT = "yield from ()"
UNKNOWN_HOOK = "\n\n@hookimpl\ndef gxlint_ruels():\n    return []\n"
# province → its module
MODULES = {
    "good": module_with("GA101", SPEAKING),
    "import": "import gxlint_that_does_not_exist\n",
    "hook": module_with("GB101", SILENT) + UNKNOWN_HOOK,
    "spec": module_with("GC101", SILENT, spec="(2, 0)"),
    "prefix": module_with("CN999", SILENT),
    "name": module_with("GD101", SILENT, name="row-total"),
    "twice": module_with("GI101", SILENT).replace("return [Made]", "return [Made, Made]"),
    "raise": module_with("GE101", "yield from ()\nraise KeyError('total')"),
    "loop": module_with("GF101", "while True:\n    pass\nyield"),
    "regex": module_with("GH101", "re.match('(a+)+b', 'a' * 60)\nyield from ()"),
    "waits": "import time\n\nwhile True:\n    time.sleep(1)\n",
    "exits": "import sys\n\nsys.exit('bye')\n",
}
# A rule pack alone, with a pattern that would never end.
HOSTILE = """
[pack]
name = "hostile"
version = "1.2"
prefix = "GJ"

[[rule]]
code = "GJ101"
name = "hostile-words"
summary = "不写空话。"
severity = "hint"
source = { title = "关于编制年度报告的通知", number = "云政办〔2024〕1号" }
forbidden = { any = ['/(a+)+b/'] }
pass = "好"
fail = "坏"
"""
# province → what is said of it, or of one of its rules: the reason and the cure
NOT_LOADED = {
    "import": ("gxlint_that_does_not_exist", "请升级该软件包"),
    "hook": ("不存在的接口 gxlint_ruels,是否指 gxlint_rules?", "请改正名称"),
    "spec": ("需要接口 2.0", "请升级 gxlint"),
    "prefix": ("前缀 CN 属于软件包 gxlint", "请卸载两者之一"),
    "name": ("row-total 已被软件包 gxlint 的 <CN305 row-total> 使用", "请卸载两者之一"),
    "hostile": ("gxlint-pack.toml:13:28:括号后面只能用 ?", "请按行号改正规则包"),
    "twice": ("GI101 已被软件包 gxlint-twice 的 <GI101 defect-gi101> 使用", "请卸载两者之一"),
    "waits": ("载入时运行超过 3 秒仍未结束,已停止", "请升级该软件包"),
    "exits": ("SystemExit: bye", "请升级该软件包"),
}
FAILING = {
    "GE101": ("gxlint-raise 1.2", "KeyError: 'total'(gxlint_raise:"),
    "GF101": ("gxlint-loop 1.2", "运行 1 秒仍未结束,已停止"),
    "GH101": ("gxlint-regex 1.2", "运行 1 秒仍未结束,已停止"),
}
# What can be run, with or without success.
WORKING = {"national", "good", "twice", "raise", "loop", "regex"}
IMPATIENT = {"GXLINT_RULE_SECONDS": "1"}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    folder = tmp_path_factory.mktemp("broken")
    environment = Environment(folder)
    wheels = [tiny_wheel(folder, name, module) for name, module in MODULES.items()]
    hostile = tiny_wheel(folder, "hostile", '"""一个规则包。"""\n', pack=HOSTILE)
    environment.install(built(ROOT, folder), hostile, *wheels)
    for name in ("a.txt", "b.txt"):
        write(folder, name, ("28 | 1 | 0", "29 | 1 | 0"))
    return environment


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_check_goes_on(environment: Environment, jobs: str) -> None:
    words = ("check", "a.txt", "b.txt", "--output-format", "json", "--jobs", jobs)
    ran = environment.gxlint(*words, **IMPATIENT)
    assert ran.code == 1
    complaints = ran.err.splitlines()
    assert len(complaints) == len(NOT_LOADED)
    for name in NOT_LOADED:
        _is_named(name, next(line for line in complaints if f"(gxlint-{name} 1.2)" in line))
    for file in json.loads(ran.out)["files"]:
        _is_checked(file)


def _is_checked(file: Mapping[str, Any]) -> None:
    found = [item["code"] for item in file["diagnostics"]]
    assert sorted(found) == ["CN305", "GA101", "GXL002", "GXL002", "GXL002"]
    crashes = [item["message"] for item in file["diagnostics"] if item["code"] == "GXL002"]
    for code, said in FAILING.items():
        (crash,) = (message for message in crashes if code in message)
        assert all(words in crash for words in (*said, f"--ignore {code}", "请升级 gxlint-"))
    assert {item["code"] for item in file["coverage"]["undecided"]} >= FAILING.keys()
    assert "CN101" in file["coverage"]["passed"]


def _is_named(name: str, said: str) -> None:
    for words in (f"插件 {name}(gxlint-{name} 1.2)", *NOT_LOADED[name]):
        assert words in said


def test_plugins_lists_them(environment: Environment) -> None:
    made = json.loads(environment.gxlint("plugins", "--output-format", "json", **IMPATIENT).out)
    assert {item["name"] for item in made["plugins"] if item["rules"]} == WORKING
    failures = {item["name"]: item for item in made["failures"]}
    assert failures.keys() == NOT_LOADED.keys()
    for name, (reason, cure) in NOT_LOADED.items():
        failure = failures[name]
        assert (failure["package"], failure["version"]) == (f"gxlint-{name}", "1.2")
        assert reason in failure["reason"]
        assert cure in failure["cure"]


def test_doctor_finds_them(environment: Environment) -> None:
    ran = environment.gxlint("doctor", "--output-format", "json", **IMPATIENT)
    made = json.loads(ran.out)
    assert ran.code == 1
    ill = {item["name"]: item["value"] for item in made["plugins"] if item["problem"]}
    assert ill.keys() == NOT_LOADED.keys()
    for name in NOT_LOADED:
        _is_named(name, ill[name])
    runs = {item["name"]: item for item in made["smoke"]}
    assert {name for name, item in runs.items() if item["problem"]} == {"raise", "loop", "regex"}
    assert runs.keys() == WORKING
    assert made["problems"] == len(NOT_LOADED) + len(FAILING)
    assert str(environment.folder) not in ran.out


def test_without_them_all_is_well(environment: Environment) -> None:
    environment.uninstall(*(f"gxlint-{name}" for name in ("hostile", *MODULES) if name != "good"))
    assert environment.gxlint("doctor").code == 0
    ran = environment.gxlint("check", "a.txt")
    assert ran.err == ""
    assert "GA101" in ran.out
