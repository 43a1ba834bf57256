"""Where the program begins: finds the command, imports it alone, and turns every end into an exit code."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from gxlint.cli.errors import UsageError

# name → module, what it does in Chinese and English
COMMANDS = {
    "check": ("gxlint.cli.commands.check", "检查报告并列出问题", "check reports and list what is wrong"),
    "inspect": (
        "gxlint.cli.commands.inspect",
        "显示从一份报告中读出的内容",
        "show what was read from a report",
    ),
    "format": (
        "gxlint.cli.commands.format",
        "整理报告:表格对齐,标签用官方写法",
        "tidy reports: aligned tables, official labels",
    ),
    "annotate": (
        "gxlint.cli.commands.annotate",
        "把问题写成批注,放进文档的副本",
        "write the findings into a copy of the document",
    ),
    "convert": (
        "gxlint.cli.commands.convert",
        "把报告转成另一种文件,表格用统一格式",
        "turn a report into another kind of file, in the official form",
    ),
    "new": ("gxlint.cli.commands.new", "生成一份空白报告", "make a blank report"),
    "verify": ("gxlint.cli.commands.verify", "核对检查回执", "hold files against a receipt"),
    "rules": ("gxlint.cli.commands.rules", "列出全部规则", "list all rules"),
    "explain": ("gxlint.cli.commands.explain", "说明一条规则", "explain one rule"),
    "config": (
        "gxlint.cli.commands.config",
        "显示生效的配置及其来源",
        "show the configuration in force",
    ),
    "plugins": ("gxlint.cli.commands.plugins", "列出已安装的插件", "list installed plugins"),
    "test": ("gxlint.cli.commands.test", "运行规则包里的例子", "run the examples in a rule pack"),
    "plugin": ("gxlint.cli.commands.plugin", "新建规则包", "make a new plugin"),
    "doctor": (
        "gxlint.cli.commands.doctor",
        "检查程序和插件是否正常",
        "see whether program and plugins are well",
    ),
    "completion": (
        "gxlint.cli.commands.completion",
        "生成命令行补全脚本",
        "print a completion script for your shell",
    ),
    "server": (
        "gxlint.cli.commands.server",
        "为编辑器提供语言服务",
        "serve editors, which check while you write",
    ),
    "web": (
        "gxlint.cli.commands.web",
        "在浏览器里校对,一条命令打开网页",
        "proofread in the browser: one command opens a page",
    ),
}

OK, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 2, 130, 141


# Almost all that a start makes stays to the end: so many objects at a time before anyone looks for garbage among them.
_OBJECTS = 100_000


def run() -> NoReturn:
    """The console script. Ends the process at once: to take everything apart again takes as long as to check a report."""
    gc.set_threshold(_OBJECTS)
    code = main()
    try:
        sys.stdout.flush()  # an interrupted run leaves something there
    finally:
        os._exit(code)


def main(words: list[str] | None = None) -> int:
    """Run one command line (without the program's name) and return its exit code; no exception escapes."""
    words = sys.argv[1:] if words is None else words
    lang = "zh"
    try:
        from gxlint.cli.console import language, prepare_streams

        lang = language(words)
        prepare_streams()
        code = _answer(words, lang)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _complain("interrupted" if lang == "en" else "已中断", INTERRUPTED)
    except BrokenPipeError:
        from gxlint.cli.console import silence_stdout

        silence_stdout()
        return PIPE_CLOSED
    except OSError as error:
        from gxlint.cli.console import output_lost, silence_stdout

        silence_stdout()
        return _complain(output_lost(error, lang), USAGE)
    return code


def _answer(words: list[str], lang: str) -> int:
    from gxlint.cli.errors import HelpAsked, UsageError

    rest, name = _command(words)
    try:
        return _dispatch(rest, name, lang)
    except HelpAsked as asked:
        print(asked, end="")
        return OK
    except UsageError as error:
        return _refuse(error, name, lang)
    except BrokenPipeError:
        raise
    except Exception as error:
        from gxlint.cli.console import internal_error, is_output_lost

        if is_output_lost(error):
            raise
        return _complain(internal_error(error, lang), USAGE)


def _command(words: list[str]) -> tuple[list[str], str | None]:
    """Everything else and the command's name. Only ``--lang`` may stand before it with a value."""
    for place, word in enumerate(words):
        if not word.startswith("-") and (place == 0 or words[place - 1] != "--lang"):
            return words[:place] + words[place + 1 :], word
    return words, None


def _dispatch(words: list[str], name: str | None, lang: str) -> int:
    from importlib import import_module

    if name in COMMANDS:
        return int(import_module(COMMANDS[name][0]).run(words, lang))
    from gxlint.cli.overview import overview

    print(overview(words, name, lang, COMMANDS), end="")
    return OK


def _refuse(error: UsageError, name: str | None, lang: str) -> int:
    if not error.show_help:
        return _complain(str(error), USAGE)
    command = f"gxlint {name} --help" if name in COMMANDS else "gxlint --help"
    return _complain(f"{error}\n  {'see' if lang == 'en' else '用法见'} {command}", USAGE)


def _complain(text: str, code: int) -> int:
    from gxlint.cli.console import complain

    complain(text)
    return code
