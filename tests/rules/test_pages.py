"""The page of a rule: what stands on it, and that the files written from rules are fresh."""

import re
from pathlib import Path

import pytest

from gxlint.formats import official_formats
from gxlint.lint.tool_rules import NOT_A_REPORT
from gxlint.reporters.pages.__main__ import main
from gxlint.reporters.pages.folder import pages, stale_pages, write_pages
from gxlint.reporters.pages.markdown import markdown
from gxlint.reporters.pages.page import page_of
from gxlint.reporters.pages.terminal import terminal
from gxlint.reporters.pages.topics import by_topic, topic_of
from gxlint.rules import Rule, Source
from gxlint.rules.plugins import load_plugins
from tests.rules.kit import DOCSTRING, make_plugin, make_rule

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
COMMAND = "python -m gxlint.reporters.pages docs/rules"


def _rule(**head: object) -> Rule:
    return make_rule(**head)()  # type: ignore[arg-type]


def _markdown(rule: Rule) -> str:
    return markdown(page_of(rule, official_formats(), version=False))


def test_files_are_fresh() -> None:
    stale = stale_pages(FOLDER)
    assert not stale, f"run {COMMAND}"


def test_every_page_is_in_the_index() -> None:
    made = pages()
    linked = set(re.findall(r"\]\((\w+\.md)\)", made["README.md"]))
    assert linked == made.keys() - {"README.md"}


def test_a_page_says_everything() -> None:
    rule = _rule(
        __doc__="总计*等于*各列之和。\n\n第一行说明,\n第二行说明。\n" + DOCSTRING.split("\n", 1)[1],
        source=(
            Source(
                "关于《办法》的通知", "云政办〔2024〕1号", "2024-01-02", "https://example.org/a b", "第三条"
            ),
        ),
        formats=("2021+",),
        status="preview",
        aliases=("old-name",),
    )
    made = _markdown(rule)
    assert made.split("\n\n")[1:] == [
        "# ZZ101 defect-zz101",
        "总计\\*等于\\*各列之和。",
        "第一行说明,第二行说明。",
        "- 级别:错误\n- 适用:2021 年格式\n- 状态:试用(自 0.1 版)\n- 来自:gxlint\n- 又称:old-name",
        "## 依据",
        "- 《关于〈办法〉的通知》(云政办〔2024〕1号,2024-01-02)第三条:<https://example.org/a%20b>",
        "## 错误写法",
        "```text\n| 1 | ⟦3⟧ |\n```",
        "`⟦ ⟧` 之间是 gxlint 指出的位置,报告中没有这两个符号。",
        "## 正确写法",
        "```text\n| 1 | 1 |\n```",
        "## 怎样修改",
        "没有自动修改,也没有改法建议:怎样改要由编写人核对原始数据和文件后决定。",
        "## 例外",
        "确有理由而不改的,在报告所在文件夹的 `gxlint.toml` 中写一项 `[[accept]]`:code 写 ZZ101,file、address 或 text "
        "指明是哪一处,reason 写明原因。Markdown 草稿也可在该行末尾写 `<!-- gxlint: ignore ZZ101 原因 -->`。",
        "整条规则都不用的:`gxlint check --ignore ZZ101 报告.txt`,或写入 `gxlint.toml` 的 ignore。\n",
    ]


def test_a_page_tells_where_a_rule_runs_and_what_can_be_set() -> None:
    rule = _rule(parameters={"limit": 1000, "words": ("甲", "乙"), "none": (), "strict": True})
    assert "- 参数:limit = 1000、words = 甲、乙、none = (空)、strict = true\n" in _markdown(rule)
    assert "启用:" not in _markdown(rule)
    assert "由省市规则包或 --extend-select ZZ101 点名启用" in _markdown(_rule(default_on=False))
    rule.regional = True
    assert "在规则包所说的省、市、县" in _markdown(rule)


@pytest.mark.parametrize(
    ("fix", "said", "unsaid"),
    [
        ("safe", ("`gxlint check --fix 报告.txt`", "`--unsafe-fixes`", "`--diff`"), "没有自动修改"),
        ("suggested", ("`gxlint check --fix --unsafe-fixes 报告.txt`", "建议"), "没有自动修改"),
        ("none", ("没有自动修改",), "--fix"),
    ],
)
def test_what_can_be_mended(fix: str, said: tuple[str, ...], unsaid: str) -> None:
    part = _markdown(_rule(fix=fix)).partition("## 怎样修改")[2].partition("##")[0]
    assert all(text in part for text in said)
    assert unsaid not in part


def test_terminal_and_markdown_say_the_same() -> None:
    rule = _rule()
    page = page_of(rule, official_formats())
    plain = terminal(page)
    for part in page.parts:
        assert part.heading in plain
        assert all(line.strip() in plain for line in part.lines)
    assert "来自:gxlint 0." in plain


def test_english_labels() -> None:
    plain = terminal(page_of(_rule(fix="safe"), official_formats(), "en"))
    for label in (
        "Severity: error",
        "Rests on",
        "Wrong",
        "Right",
        "How to mend it",
        "Exceptions",
        "--fix report.txt",
    ):
        assert label in plain


def test_topics() -> None:
    wanted = {"CN115": "版本与依据", "CN112": "结构", "CN305": "表格", "CN501": "正文与表", "CN601": "引用"}
    wanted |= {"CN807": "文字", "CN905": "网页与隐私", "GS101": "其他"}
    assert {code: topic_of(_rule(code=code)) for code in wanted} == wanted
    assert topic_of(NOT_A_REPORT) == "工具"
    listed = by_topic([NOT_A_REPORT, _rule(code="CN305"), _rule(code="CN101"), _rule(code="CN202")])
    assert [(topic, [rule.code for rule in rules]) for topic, rules in listed] == [
        ("结构", ["CN101"]),
        ("表格", ["CN202", "CN305"]),
        ("工具", ["GXL006"]),
    ]


def test_the_folder_is_brought_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "rules")]) == 0
    gone = tmp_path / "rules" / "ZZ999.md"
    gone.write_text((tmp_path / "rules" / "CN305.md").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "rules" / "notes.md").write_text("手写的说明", encoding="utf-8")
    (tmp_path / "rules" / "CN305.md").write_text("旧", encoding="utf-8")
    capsys.readouterr()
    assert main([str(tmp_path / "rules")]) == 0
    assert capsys.readouterr().out.split() == ["CN305.md", "ZZ999.md"]
    assert not gone.exists()
    assert (tmp_path / "rules" / "notes.md").exists()
    assert not stale_pages(tmp_path / "rules")


def test_the_folder_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "文件夹" in capsys.readouterr().err


def test_a_plugin_has_pages_of_its_own(tmp_path: Path) -> None:
    plugins = load_plugins([("gxlint-zz", make_plugin(make_rule()))], installed=False)
    made = pages("gxlint-zz", plugins)
    assert made.keys() == {"README.md", "ZZ101.md"}
    assert all("gxlint.reporters.pages docs/rules --package gxlint-zz -->" in page for page in made.values())
    assert "gxlint explain ZZ101" in made["README.md"]
    assert write_pages(tmp_path, "gxlint-zz", plugins) == ["README.md", "ZZ101.md"]
    assert not stale_pages(tmp_path, "gxlint-zz", plugins)


def test_a_stale_page_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--check"]) == 1
    assert not list(tmp_path.iterdir())
    assert main([str(tmp_path), "--package", "gxlint"]) == 0
    assert main([str(tmp_path), "--check"]) == 0
    capsys.readouterr()
    assert main([str(tmp_path), "--package", "gxlint-atlantis"]) == 2
    assert "没有安装带有规则的软件包 gxlint-atlantis" in capsys.readouterr().err
