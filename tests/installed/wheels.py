"""Wheels made by hand: quick, and free to be as broken as a test wants them."""

import zipfile
from pathlib import Path

_WHEEL = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def tiny_wheel(folder: Path, province: str, module: str, *, pack: str = "", version: str = "1.2") -> Path:
    """A wheel ``gxlint-<province>`` with the package ``gxlint_<province>``, named under the group ``gxlint``.

    Args:
        folder: where it is put.
        province: its name.
        module: the package's own module.
        pack: the rule pack beside it, if there is to be one.
        version: of the package.
    """
    info = f"gxlint_{province}-{version}.dist-info"
    files = {
        f"gxlint_{province}/__init__.py": module,
        **({f"gxlint_{province}/gxlint-pack.toml": pack} if pack else {}),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: gxlint-{province}\nVersion: {version}\n",
        f"{info}/WHEEL": _WHEEL,
        f"{info}/entry_points.txt": f"[gxlint]\n{province} = gxlint_{province}\n",
    }
    record = "".join(f"{name},,\n" for name in (*files, f"{info}/RECORD"))
    path = folder / f"gxlint_{province}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(name, text)
    return path


def module_with(code: str, check: str, *, name: str = "", prefix: str = "", spec: str = "(1, 0)") -> str:
    """The module of a plugin with one rule; ``check`` is the body of its function, ``self`` and ``report`` in reach."""
    body = "\n".join(f"        {line}" for line in check.split("\n"))
    return _MODULE.format(
        code=code, body=body, name=name or f"defect-{code.lower()}", prefix=prefix or code[:-3], spec=spec
    )


_MODULE = '''
import re
import time

from gxlint.rules import Message, Rule, Severity, Source, hookimpl

GXLINT_SPEC = {spec}
GXLINT_PREFIX = "{prefix}"


class Made(Rule):
    """报告写明培训次数。

    Wrong:
        ⟦一、总体情况⟧
    Right:
        一、总体情况
        组织培训3次。
    """

    code, name, severity = "{code}", "{name}", Severity.WARNING
    source = Source("关于编制年度报告的通知", "云政办〔2024〕1号", "2024-01-02")
    messages = {{"default": Message("没有写明培训次数", "no number of trainings")}}

    def check(self, node, report):
{body}


@hookimpl
def gxlint_rules():
    return [Made]
'''
