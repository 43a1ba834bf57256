"""What a configuration file may say, and what is said of one that is wrong."""

import datetime
from pathlib import Path

import pytest

from gxlint.lint.config.config import Config, Entry
from gxlint.lint.config.load import load
from gxlint.lint.config.names import checked_choice
from gxlint.lint.config.schema import config_schema
from gxlint.lint.regions import Regions
from gxlint.rules.toml_places import TomlError
from tests.rules.kit import make_rule

FULL = """
province = "GS"
body = "青岭镇人民政府"
year = 2024
select = ["CN3"]
ignore = ["CN305"]
extend-select = ["CN101"]
fail-level = "warning"
packs = ["rules/own.toml"]
exclude = ["草稿"]
baseline = "known.json"
severities = { CN305 = "hint" }

[parameters.CN306]
limit = 5
words = ["甲", "乙"]

[[accept]]
code = "CN305"
file = "a.txt"
address = "table_requests.granted.total"
reason = "口径不同"
author = "云泽县财政局"
until = 2026-12-31

[[accept]]
code = "row-total"
text = "总计"
section = "requests"
reason = "同上"
until = "2026-12-31"
"""
RULES = [
    make_rule("CN305", name="row-total")(),
    make_rule("CN306", parameters={"limit": 1, "words": ("x",)})(),
]


def written(folder: Path, text: str, name: str = "gxlint.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def loaded(folder: Path, text: str) -> Config:
    config = load(written(folder, text))
    assert config is not None
    return config


def problems(folder: Path, text: str) -> list[str]:
    """What is wrong, with line and column, in both languages."""
    with pytest.raises(TomlError) as raised:
        checked_choice(loaded(folder, text), RULES, Regions(()))
    said = [
        f"{problem.place.line}:{problem.place.column} {problem.text()} | {problem.text('en')}"
        for problem in raised.value.problems
        if problem.place
    ]
    assert not any("{" in line for line in said)
    return said


def test_everything_it_may_say(tmp_path: Path) -> None:
    config = loaded(tmp_path, FULL)
    assert config.choice.select == ("CN3",)
    assert config.choice.ignore == ("CN305",)
    assert config.choice.extend_select == ("CN101",)
    assert config.choice.severities == {"CN305": "hint"}
    assert config.choice.parameters == {"CN306": {"limit": 5, "words": ("甲", "乙")}}
    assert (config.province, config.year, config.fail_level) == ("GS", 2024, "warning")
    assert config.body == "青岭镇人民政府"
    assert config.packs == (str(tmp_path / "rules" / "own.toml"),)
    assert config.exclude == ("草稿",)
    assert config.baseline == str(tmp_path / "known.json")
    day = datetime.date(2026, 12, 31)
    first, second = config.accept
    assert first == Entry(
        code="CN305",
        reason="口径不同",
        file="a.txt",
        address="table_requests.granted.total",
        author="云泽县财政局",
        until=day,
        keys=("accept", 0),
    )
    assert (second.file, second.text, second.section, second.until) == ("**", "总计", "requests", day)


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    config = loaded(tmp_path, "")
    assert (config.province, config.accept, config.choice.select) == (None, (), ())


def test_the_shared_file_keeps_it_in_its_own_table(tmp_path: Path) -> None:
    path = written(tmp_path, '[project]\nname = "x"\n[tool.gxlint]\nprovince = "GS"\n', "pyproject.toml")
    config = load(path)
    assert config is not None
    assert (config.province, config.under) == ("GS", ("tool", "gxlint"))


def test_a_shared_file_without_us_is_none_of_ours(tmp_path: Path) -> None:
    path = written(tmp_path, "[tool.ruff]\n", "pyproject.toml")
    assert load(path) is None
    with pytest.raises(TomlError, match=r"tool\.gxlint"):
        load(path, must_be_ours=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('selct = ["CN3"]', "1:1 ~未知的键 selct,是否指 select?"),
        ('fail_level = "info"', "1:1 ~是否指 fail-level?"),
        ("\n\nbanana = 1", "3:1 ~未知的键 banana"),
        ('select = "CN3"', "1:10 ~select 应为方括号列表"),
        ("select = [5]", "1:11 ~select 应为文字"),
        ('fail-level = "warn"', "1:14 ~error, warning, info, hint"),
        ('year = "2024"', "1:8 ~year 应为整数"),
        ("year = 24", "1:8 ~不能小于 1949"),
        ("year = ", "1:8 ~TOML 语法错误"),
        ("province = 5", "1:12 ~province 应为文字"),
        ('[severities]\nCN305 = "fatal"', "2:9 ~off"),
        ('[[accept]]\ncode = "CN305"', "1:1 ~缺少必填的 reason"),
        ('[[accept]]\ncode = "CN305"\nreason = ""', "3:10 ~reason 不能为空"),
        ('[[accept]]\ncode = "CN305"\nreason = "x"\nuntil = "2024-13-01"', "4:9 ~until 应为日期"),
        ('[[accept]]\ncode = "CN305"\nreasn = "x"', "3:1 ~是否指 reason?"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    place, words = expected.split(" ~")
    with pytest.raises(TomlError) as raised:
        load(written(tmp_path, text))
    said = [problem.text() for problem in raised.value.problems]
    assert any(f"gxlint.toml:{place}:" in line and words in line for line in said), said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('select = ["CN305", "CN3O6"]', "1:20 ~是否指 CN306?"),
        ('ignore = ["ZZ"]', "1:11 ~未知规则 ZZ"),
        ('extend-select = ["row-totl"]', "1:18 ~是否指 row-total?"),
        ('[severities]\nCN9 = "hint"', "2:1 ~未知规则 CN9"),
        ("[parameters.CN9]\nlimit = 3", "1:1 ~未知规则 CN9"),
        ("[parameters.CN305]\nlimit = 3", "2:1 ~规则 CN305 没有可设的参数"),
        ("[parameters.CN306]\nlimt = 3", "2:1 ~可设的有 limit、words"),
        ('[parameters.CN306]\nlimit = "3"', "2:9 ~limit 应为整数"),
        ('province = "GX1"', "1:12 ~是否指 CN-GX?"),
        ('province = "鼓楼"', "1:12 ~不止一处"),
    ],
)
def test_names_have_to_exist(tmp_path: Path, text: str, expected: str) -> None:
    place, words = expected.split(" ~")
    (said,) = problems(tmp_path, text)
    assert said.startswith(f"{place} ")
    assert words in said


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, 'select = ["ZZ1", "ZZ2"]\nprovince = "@"')) == 3


def test_parameters_are_handed_on_by_code(tmp_path: Path) -> None:
    rules = [make_rule("CN306", name="outcomes-total", parameters={"limit": 1.0})()]
    config = loaded(tmp_path, "[parameters.outcomes-total]\nlimit = 5\n")
    assert checked_choice(config, rules, Regions(())).parameters == {"CN306": {"limit": 5.0}}


def test_an_unknown_code_in_an_exception_is_no_reason_to_stop(tmp_path: Path) -> None:
    config = loaded(tmp_path, '[[accept]]\ncode = "CN999"\nreason = "x"\n')
    assert checked_choice(config, RULES, Regions(())).parameters == {}


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TomlError, match="UTF-8"):
        load(str(tmp_path / "gxlint.toml"))


def test_the_schema_knows_every_key() -> None:
    schema = config_schema()
    assert set(schema["properties"]) == {
        *(
            "province",
            "body",
            "year",
            "select",
            "ignore",
            "extend-select",
            "fail-level",
            "severities",
            "parameters",
        ),
        *("packs", "exclude", "baseline", "accept"),
    }
    assert schema["additionalProperties"] is False
    entry = schema["$defs"]["AcceptModel"]
    assert entry["required"] == ["code", "reason"]
    assert all(
        value["description"] for value in (*schema["properties"].values(), *entry["properties"].values())
    )
