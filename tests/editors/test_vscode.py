"""The extension in a real VS Code."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.editors import reports, tools
from tests.editors.code_server import CodeServer, opened
from tests.editors.workbench import browser, window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.editor("vscode")


@pytest.fixture(scope="module")
def code_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CodeServer]:
    server = CodeServer(tmp_path_factory.mktemp("home"), tools.HOME / "gxlint.vsix")
    yield server
    server.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


def test_a_faulty_report_is_mended(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    file = opened(tmp_path, reports.faulty(), reports.NAME)
    with window(chromium, code_server, file, "mending") as workbench:
        page = workbench.page
        page.locator(".squiggly-error").first.wait_for()
        workbench.wait_for_verdict("未通过")
        workbench.show_problems()
        wrong = workbench.problems("CN305")
        wrong.first.wait_for()
        assert "[Ln 35, Col 50]" in wrong.first.inner_text().replace("\n", " ")
        workbench.shot("problems")

        workbench.jump_to("CN305")
        page.keyboard.press("Control+KeyK")
        page.keyboard.press("Control+KeyI")
        hover = page.locator(".monaco-hover .hover-row h3, .monaco-hover .hover-row h4")
        hover.first.wait_for()
        workbench.shot("hover")
        page.keyboard.press("Escape")

        workbench.choose_fix("改为“29”", picture="fixes")
        workbench.until(lambda: wrong.count() == 0, "the finding did not vanish")
        workbench.wait_for_verdict("通过")
        workbench.go_to_line(49, *["ArrowRight"] * 3)  # hints are not in the list of problems
        workbench.choose_fix("改为“2.重复申请”")
        workbench.save()
        workbench.until(
            lambda: file.read_text(encoding="utf-8") == reports.clean(), "not saved as it should be"
        )
        workbench.shot("mended")


def test_a_province_and_back(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    file = opened(tmp_path, reports.of_2025(), reports.NAME)
    with window(chromium, code_server, file, "province") as workbench:
        workbench.wait_for_verdict("通过")
        workbench.show_problems()
        assert workbench.problems("GS103").count() == 0
        workbench.configure(gxlint__province="武威市")
        workbench.problems("GS103").first.wait_for()
        workbench.shot("provincial")
        workbench.configure()
        workbench.until(lambda: workbench.problems("GS103").count() == 0, "the province still holds")


def test_the_preview_shows_what_is_wrong_and_nothing_in_it_is_markup(
    code_server: CodeServer, chromium: Any, tmp_path: Path
) -> None:
    file = opened(tmp_path, reports.faulty().replace(reports.RARE, "<b>", 1), reports.NAME)
    with window(chromium, code_server, file, "preview") as workbench:
        page = workbench.page
        page.locator(".squiggly-error").first.wait_for()
        workbench.command("gxlint: Preview Tables to the Side")
        inside = page.frame_locator("iframe.webview").frame_locator("iframe")
        cell = inside.locator("td.off.found.error")
        cell.first.wait_for()
        assert cell.first.inner_text().startswith("30")
        assert inside.locator("table").count() == 3
        assert inside.locator("b").count() == 0
        assert inside.locator("th.found.hint", has_text="2.重复申请<b>").count() == 1
        workbench.shot("wrong")
        cell.first.click()
        page.locator(".editor-instance .monaco-editor.focused").wait_for()
        page.locator(".statusbar-item", has_text="Ln 35, Col 52 (2 selected)").wait_for()
        page.keyboard.type("29")
        workbench.until(lambda: cell.count() == 0, "the mark did not vanish")
        workbench.shot("right")


def test_a_server_that_is_killed_comes_back(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    file = opened(tmp_path, reports.faulty(), reports.NAME)
    with window(chromium, code_server, file, "killed") as workbench:
        page = workbench.page
        page.locator(".squiggly-error").first.wait_for()
        (process,) = code_server.server_processes()
        os.kill(process, signal.SIGKILL)
        workbench.until(lambda: code_server.server_processes() not in ([], [process]), "not started again")
        workbench.show_problems()
        workbench.problems("CN305").first.wait_for()
        workbench.wait_for_verdict("未通过")


def test_a_wrong_path_is_named_and_mending_it_is_enough(
    code_server: CodeServer, chromium: Any, tmp_path: Path
) -> None:
    file = opened(tmp_path, reports.faulty(), reports.NAME, gxlint__command=["/nowhere/gxlint"])
    with window(chromium, code_server, file, "wrong-path") as workbench:
        said = workbench.page.locator(".notification-list-item-message", has_text="/nowhere/gxlint")
        said.first.wait_for()
        assert "gxlint.command" in said.first.inner_text()
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
    with window(chromium, code_server, file, "environment") as workbench:
        workbench.wait_for_verdict("未通过")
        program.unlink()
        for process in code_server.server_processes():
            os.kill(process, signal.SIGKILL)
        workbench.page.locator(".notification-list-item-message", has_text="不存在").first.wait_for()
        workbench.shot("gone")
        tools.starter(program)
        workbench.command("gxlint: Restart Server")
        workbench.wait_for_verdict("未通过")


def test_on_saving_alone(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    file = opened(tmp_path, reports.clean(), reports.NAME, gxlint__run="onSave")
    with window(chromium, code_server, file, "on-saving") as workbench:
        workbench.wait_for_verdict("通过")
        workbench.show_problems()
        workbench.go_to_line(5, "End")
        workbench.page.keyboard.insert_text("清理XX件。")
        workbench.page.wait_for_timeout(3000)  # nothing is to happen, which cannot be waited for
        assert workbench.problems("CN804").count() == 0
        workbench.save()
        workbench.problems("CN804").first.wait_for()


def test_a_heading_is_completed_and_tables_are_aligned(
    code_server: CodeServer, chromium: Any, tmp_path: Path
) -> None:
    heading = "六、其他需要报告的事项"
    lines = reports.clean().split("\n")
    number = lines.index(heading)
    lines[number] = "六"
    file = opened(tmp_path, "\n".join(lines), reports.NAME)
    with window(chromium, code_server, file, "writing") as workbench:
        workbench.wait_for_verdict("未通过")
        workbench.go_to_line(number + 1, "End")
        offered = workbench.suggestions().filter(has_text=heading)
        offered.first.wait_for()
        workbench.shot("completion")
        offered.first.click()
        workbench.wait_for_verdict("通过")
        workbench.command("Format Document")
        workbench.until(lambda: workbench.saved(file) and is_aligned(file), "the tables are not aligned")
        assert file.read_text(encoding="utf-8").split("\n")[number] == heading
        workbench.go_to_line(29)
        workbench.shot("aligned")


def test_commands(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    file = opened(tmp_path, reports.faulty(), reports.NAME)
    (tmp_path / "另一份.gxr.md").write_text(reports.faulty(), encoding="utf-8")
    with window(chromium, code_server, file, "commands") as workbench:
        page = workbench.page
        workbench.wait_for_verdict("未通过")
        workbench.go_to_line(35, "End", "ArrowLeft", "ArrowLeft")
        workbench.command("gxlint: Show Rule Page")
        page.locator(".tab", has_text="CN305").wait_for()
        inside = page.frame_locator("iframe.webview").frame_locator("iframe")
        inside.locator("h1", has_text="CN305 row-total").wait_for()
        workbench.shot("rule")
        page.locator(".tab", has_text=file.name).click()
        page.locator(".view-line", has_text=reports.RARE).wait_for()
        workbench.command("gxlint: Fix All That Is Certain")
        rare = page.locator(".view-line", has_text=reports.RARE)
        workbench.until(lambda: rare.count() == 0, "not fixed")
        workbench.command("gxlint: Recompute Totals")
        workbench.wait_for_verdict("通过")
        workbench.until(
            lambda: workbench.saved(file) and file.read_text(encoding="utf-8") == reports.clean(),
            "not mended",
        )
        workbench.command("gxlint: Copy Diagnosis")
        page.locator(".notification-list-item-message", has_text="诊断信息已复制").first.wait_for()
        workbench.command("gxlint: Check All Reports of the Folder")
        page.locator(
            ".notification-list-item-message", has_text="没有打开的报告 1 份:1 个错误"
        ).first.wait_for()
        workbench.show_problems()
        workbench.problems("CN305").first.wait_for()
        workbench.shot("folder")
        workbench.command("gxlint: New Annual Report")
        workbench.answer("青岭镇人民政府", "机关全称")
        workbench.answer("2024", "报告年度")
        page.locator(".view-line", has_text="青岭镇人民政府2024年政府信息公开工作年度报告").first.wait_for()
        workbench.shot("new")


def is_aligned(file: Path) -> bool:
    """Whether gxlint has nothing to align in it."""
    ran = subprocess.run([*tools.SERVER, "format", "--check", str(file)], capture_output=True, check=False)
    return ran.returncode == 0
