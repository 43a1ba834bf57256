"""``python -m gxlint.reporters.pages.hooks docs/hooks.md``: the reference of hooks, from their specification."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.rules import SPEC_VERSION, failures, hookspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_MAKE = "python -m gxlint.reporters.pages.hooks docs/hooks.md"
_ADDED = re.compile(r"\s*\.\. versionadded:: (\S+)\s*")
_CHINESE = {
    "gxlint_rules": "程序写的规则,给出规则的类。编号必须以本规则包的前缀开头。",
    "gxlint_formats": "官方格式,用 `gxlint.formats.load_format` 从规则包自己的 TOML 文件读出。先于规则询问,因为规则会提到格式。",
    "gxlint_provisions": "依据的法规和通知逐条要求什么,供 `gxlint rules --by-source` 列出哪些条款有规则、哪些没有。只在列出时询问。",
    "gxlint_laws": "报告常引用的法规和通知:名称、文号、日期、条数,供编辑器补全和说明。名称相同的以先载入的为准。",
    "gxlint_links": (
        "函数:收一份报告,给出正文里的数字各与表格的哪些格核对(`Link`)。"
        "编辑器据此在两处之间跳转,并说明是否一致。"
    ),
    "gxlint_profiles": (
        "适用的省、市、县:启用、停用、替换哪些规则,调整哪些级别和参数,承认哪些标题写法。"
        "带有它的规则包,规则只在这些地方运行。"
    ),
    "gxlint_packs": "不写程序的规则:规则包内 TOML 文件的路径。其中的规则和省市配置算作本规则包的。",
}


def page() -> str:
    """The reference as Markdown."""
    version = ".".join(map(str, SPEC_VERSION))
    blocks = [
        f"<!-- 本页由接口的定义生成,请勿直接修改;改后运行 {_MAKE} -->",
        "# 规则包的接口",
        f"接口版本 {version},定义在 `gxlint/rules/hookspec.py`。怎样写规则见[编写规则](rule-authors.md),"
        "什么时候会变见[什么会变](stability.md)。",
        *_DECLARATIONS,
        "接口只收集,不检查:读任何报告之前,对每个规则包各问一次,一个出错不影响其他。"
        "函数用 `gxlint.rules` 的 `hookimpl` 标记,名称写错的规则包不载入。",
    ]
    for name, hook in _hooks():
        blocks += _section(name, hook)
    blocks += ["## 不能用时的提示", _PREFACE, "\n".join(_failure_lines())]
    return "\n\n".join(blocks) + "\n"


_DECLARATIONS = (
    "入口组 `gxlint` 指向的模块写明:",
    "| 名称 | 含义 |\n|---|---|\n"
    f"| `GXLINT_SPEC = {SPEC_VERSION}` | 为哪一版接口编写。主号不同的不载入 |\n"
    '| `GXLINT_PREFIX = "GS"` | 规则编号的前缀,两到三个大写字母;没有规则的可以不写。一个前缀只属于一个软件包 |',
    "两者都没有、而文件夹里有 `gxlint-pack.toml` 的,是一个不写程序的规则包:前缀和接口版本写在该文件里。",
)
_PREFACE = "`{ }` 里是填进去的内容;前面总写明规则包、软件包和版本。"


def _hooks() -> Iterator[tuple[str, Callable[..., object]]]:
    for name, hook in vars(hookspec).items():
        if name.startswith("gxlint_"):
            yield name, hook


def _section(name: str, hook: Callable[..., object]) -> list[str]:
    text = inspect.getdoc(hook) or ""
    added = _ADDED.search(text)
    signature = str(inspect.signature(hook)).replace("'", "")
    since = f"自接口 {added.group(1)} 版。" if added else ""
    return [
        f"## {name}",
        f"```python\n@hookimpl\ndef {name}{signature}\n```",
        f"{_CHINESE[name]}{since}",
        "\n".join(f"> {line}".rstrip() for line in _ADDED.sub("", text).strip().split("\n")),
    ]


def _failure_lines() -> Iterator[str]:
    yield "| 发生了什么 | 怎么办 |"
    yield "|---|---|"
    for kind in vars(failures).values():
        if isinstance(kind, failures.Kind):
            yield f"| {_cell(kind.what.zh)} | {_cell(kind.cure.zh)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{seconds:g}", "{seconds}")


def main(words: Sequence[str]) -> int:
    """Write the page into the file that is named; 2 when none is."""
    if len(words) != 1:
        print("用法:python -m gxlint.reporters.pages.hooks 文件", file=sys.stderr)
        return 2
    Path(words[0]).write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
