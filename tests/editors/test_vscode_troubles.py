"""The extension in a real VS Code, where something is not as it should be: it says what, and comes back."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

import pytest

from tests.editors import reports, tools
from tests.editors.code_server import opened
from tests.editors.workbench import window

if TYPE_CHECKING:
    from pathlib import Path

    from tests.editors.code_server import CodeServer

pytestmark = pytest.mark.editor("vscode")


def test_a_server_that_is_killed_comes_back(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    file = opened(tmp_path, reports.faulty(), reports.NAME)
    others = set(code_server.server_processes())  # of windows that are being closed
    with window(chromium, code_server, file, "killed") as workbench:
        workbench.page.locator(".squiggly-error").first.wait_for()
        (process,) = set(code_server.server_processes()) - others
        os.kill(process, signal.SIGKILL)
        workbench.until(
            lambda: bool(set(code_server.server_processes()) - others - {process}), "not started again"
        )
        workbench.show_problems()
        workbench.problems("CN305").first.wait_for()
        workbench.wait_for_verdict("未通过")


def test_a_wrong_path_is_named_and_mending_it_is_enough(
    code_server: CodeServer, chromium: Any, tmp_path: Path
) -> None:
    file = opened(tmp_path, reports.faulty(), reports.NAME, gxlint__command=["/nowhere/gxlint"])
    with window(chromium, code_server, file, "wrong-path") as workbench:
        said = workbench.told("/nowhere/gxlint")
        said.wait_for()
        assert "gxlint.command" in said.inner_text()
        workbench.wait_for_verdict("未运行")
        workbench.shot("told")
        workbench.configure()
        workbench.page.locator(".squiggly-error").first.wait_for()
        workbench.wait_for_verdict("未通过")


def test_an_environment_that_goes_and_comes_back(
    code_server: CodeServer, chromium: Any, tmp_path: Path
) -> None:
    program = tools.starter(tmp_path / "gxlint")
    file = opened(tmp_path, reports.faulty(), reports.NAME, gxlint__command=[str(program)])
    others = set(code_server.server_processes())
    with window(chromium, code_server, file, "environment") as workbench:
        workbench.wait_for_verdict("未通过")
        program.unlink()
        for process in set(code_server.server_processes()) - others:
            os.kill(process, signal.SIGKILL)
        workbench.told("不存在").wait_for()
        workbench.shot("gone")
        tools.starter(program)
        workbench.command("gxlint: Restart Server")
        workbench.wait_for_verdict("未通过")


def test_an_interpreter_without_gxlint(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    python = tools.bare_python(tmp_path / "bare")
    file = opened(
        tmp_path, reports.faulty(), reports.NAME, gxlint__command=[], gxlint__interpreter=str(python)
    )
    with window(chromium, code_server, file, "without") as workbench:
        workbench.told("里没有 gxlint").wait_for()
        workbench.wait_for_verdict("未运行")
        workbench.shot("told")
        tools.lend_gxlint(python)
        workbench.press("重新启动")
        workbench.wait_for_verdict("未通过")


def test_a_server_that_ends_again_and_again(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    """Its version can be asked for, but it does not serve, as after an update that was broken off."""
    program = tmp_path / "gxlint"
    program.write_text(
        '#!/bin/sh\nif [ "$1" = --version ]; then echo gxlint 0.1.0; else echo 磁盘已满 >&2; exit 1; fi\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    file = opened(tmp_path, reports.faulty(), reports.NAME, gxlint__command=[str(program)])
    with window(chromium, code_server, file, "ends") as workbench:
        said = workbench.told("几次意外结束")
        said.wait_for()
        assert "磁盘已满" in said.inner_text()
        workbench.wait_for_verdict("未运行")
        assert workbench.page.locator(".notification-list-item").count() == 1
        workbench.shot("told")
        tools.starter(program)
        workbench.menu("重新启动", picture="menu")
        workbench.wait_for_verdict("未通过")
