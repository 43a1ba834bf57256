"""The extension with a gxlint inside, where there is a Python with nothing in it, and no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.editors import reports, tools
from tests.editors.code_server import CodeServer, opened
from tests.editors.workbench import window


@pytest.mark.editor("vscode-bundled")
def test_the_copy_inside(chromium: Any, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    python = tools.bare_python(tmp_path_factory.mktemp("bare"))
    path = f"{python.parent}:/usr/bin:/bin"
    server = CodeServer(tmp_path_factory.mktemp("home"), tools.HOME / "gxlint-bundled.vsix", path)
    try:
        file = opened(tmp_path, reports.faulty(), reports.NAME, gxlint__province="GS")
        with window(chromium, server, file, "bundled") as workbench:
            workbench.wait_for_verdict("未通过")
            (process,) = server.server_processes()
            words = Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8").split("\0")
            assert words[1].endswith("bundled/start.py")
            workbench.show_problems()
            workbench.problems("CN305").first.wait_for()
            workbench.command("gxlint: New Annual Report")
            workbench.answer("武威市教育局", "机关全称")
            workbench.answer("2025", "报告年度")
            new = workbench.page.locator(".view-line", has_text="武威市教育局2025年政府信息公开工作年度报告")
            new.first.wait_for()
            workbench.shot("inside")
    finally:
        server.close()
