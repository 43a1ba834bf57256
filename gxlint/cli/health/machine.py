"""Versions, encodings and the terminal. Nothing that tells whose machine it is: no paths, no names."""

from __future__ import annotations

import locale
import os
import platform
import re
import shutil
import sys
from typing import TYPE_CHECKING

from gxlint import __version__
from gxlint.cli.health.parts import Line, Part
from gxlint.reporters.words import say
from gxlint.rules.marker import SPEC_VERSION
from gxlint.rules.watch import VARIABLE, seconds_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
_VARIABLES = (
    "GXLINT_LANG",
    VARIABLE,
    "GXLINT_DEBUG",
    "PYTHONUTF8",
    "PYTHONIOENCODING",
    "LANG",
    "LC_ALL",
    "NO_COLOR",
)


def versions(lang: str) -> Part:
    """gxlint, Python, the system, and the packages gxlint stands on."""
    spec = ".".join(map(str, SPEC_VERSION))
    python = f"{platform.python_version()} ({platform.python_implementation()}, {platform.machine()})"
    return Part(
        "versions",
        say(lang, "版本", "Versions"),
        (
            Line("gxlint", "gxlint", __version__),
            Line("interface", say(lang, "插件接口", "plugin interface"), spec),
            Line("python", "Python", python),
            Line("system", say(lang, "操作系统", "system"), f"{platform.system()} {platform.release()}"),
            *_packages(lang),
        ),
    )


def environment(lang: str) -> Part:
    """Encodings, locale, terminal, and the variables that change what gxlint does."""
    columns = shutil.get_terminal_size().columns
    limit = _time_limit(lang)
    return Part(
        "environment",
        say(lang, "环境", "Environment"),
        (
            Line("stdout", say(lang, "标准输出编码", "encoding of standard output"), _stream(sys.stdout)),
            Line("stderr", say(lang, "错误输出编码", "encoding of standard error"), _stream(sys.stderr)),
            Line("files", say(lang, "文件名编码", "encoding of file names"), sys.getfilesystemencoding()),
            Line(
                "locale", say(lang, "区域设置", "locale"), ".".join(filter(None, locale.getlocale())) or "C"
            ),
            Line("columns", say(lang, "终端宽度", "terminal width"), str(columns)),
            Line("libreoffice", "LibreOffice", _libreoffice(lang)),
            Line("rule_seconds", say(lang, "规则时限", "time limit of a rule"), limit),
            Line("caches", say(lang, "缓存", "caches"), say(lang, "没有缓存", "gxlint keeps none")),
            *(Line(name, name, os.environ[name]) for name in _VARIABLES if name in os.environ),
        ),
    )


def places(lang: str) -> Part:
    """Where things lie; only on request, because paths bear names."""
    from pathlib import Path

    return Part(
        "places",
        say(lang, "位置", "Places"),
        (
            Line("python", "Python", sys.executable),
            Line("gxlint", "gxlint", str(Path(__file__).parents[2])),
            Line("folder", say(lang, "当前文件夹", "current folder"), str(Path.cwd())),
        ),
    )


def own_folders() -> list[str]:
    """Folders that say whose machine this is, the innermost first."""
    folders = {sys.prefix, sys.base_prefix, os.getcwd(), os.path.expanduser("~")}
    return sorted(folders - {"/", "~"}, key=len, reverse=True)


def _stream(stream: TextIO) -> str:
    return f"{stream.encoding} ({stream.errors})"


def _time_limit(lang: str) -> str:
    import signal

    if not hasattr(signal, "setitimer"):
        return say(lang, "本系统不支持", "not on this system")
    seconds = seconds_allowed()
    if not seconds:
        return say(lang, "不限", "none")
    return say(lang, "{seconds:g} 秒", "{seconds:g} s", seconds=seconds)


def _libreoffice(lang: str) -> str:
    from gxlint.readers.libreoffice import find

    if find() is not None:
        return say(lang, "已安装", "installed")
    return say(
        lang,
        "没有找到,.doc、.wps、.odt 等文件读不了",
        "not found: .doc, .wps, .odt and the like cannot be read",
    )


def _packages(lang: str) -> Iterator[Line]:
    from importlib import metadata

    try:
        required = metadata.requires("gxlint") or []
    except metadata.PackageNotFoundError:
        note = say(
            lang,
            "gxlint 没有安装为软件包,找不到插件。请运行 pip install gxlint",
            "gxlint is not installed as a package, so no plugin is found. Run pip install gxlint",
        )
        yield Line("package", "gxlint", note, problem=True)
        return
    for requirement in required:
        if "extra ==" in requirement:
            continue
        found = _REQUIREMENT.match(requirement)
        name = found.group() if found else requirement
        try:
            yield Line(name, name, metadata.version(name))
        except metadata.PackageNotFoundError:
            note = say(
                lang, "未安装。请运行 pip install {name}", "not installed. Run pip install {name}", name=name
            )
            yield Line(name, name, note, problem=True)
