"""The extension in a real VS Code."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.source.width import display_width
from tests.editors import reports, tools
from tests.editors.code_server import opened
from tests.editors.workbench import window

if TYPE_CHECKING:
    from pathlib import Path

    from tests.editors.code_server import CodeServer

pytestmark = pytest.mark.editor("vscode")


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
        workbench.hover()
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


def test_a_bar_that_is_typed_puts_the_table_in_columns(
    code_server: CodeServer, chromium: Any, tmp_path: Path
) -> None:
    good = reports.clean()
    row = "三、本年度办理结果 | (一)予以公开 | 28 | 1 | 0 | 0 | 0 | 0 | 29 |"
    assert good.count(row) == 1
    file = opened(tmp_path, good.replace(row, row[: row.index(" 29 |")]), reports.NAME)
    with window(chromium, code_server, file, "typing") as workbench:
        page = workbench.page
        workbench.wait_for_verdict("未通过")
        workbench.go_to_line(35, "End")
        page.keyboard.type(" 2")
        page.keyboard.type("9 |")
        workbench.wait_for_verdict("通过")
        workbench.until(lambda: workbench.saved(file) and aligned(file, 35), "the table is not aligned")
        workbench.shot("aligned")
        page.keyboard.type("末")  # the caret has stayed behind the bar
        workbench.until(
            lambda: workbench.saved(file) and lines_of(file)[34].endswith("29 |末"), "the caret was moved"
        )


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
            ".notification-list-item-message", has_text="没有打开的年度报告 1 份:1 个错误"
        ).first.wait_for()
        workbench.problems("CN305").first.wait_for()
        workbench.shot("folder")


def test_a_new_report(code_server: CodeServer, chromium: Any, tmp_path: Path) -> None:
    """It has a name already, and Tab leads from one blank to the next."""
    title = "青岭镇人民政府2024年政府信息公开工作年度报告"
    file = opened(tmp_path, "说明\n", "说明.txt", gxlint__body="青岭镇人民政府")
    with window(chromium, code_server, file, "new") as workbench:
        page = workbench.page
        workbench.command("gxlint: New Annual Report")
        workbench.accept("机关全称")
        workbench.answer("2024", "报告年度")
        page.locator(".view-line", has_text=title).first.wait_for()
        page.locator(".editor-instance .snippet-placeholder").first.wait_for()
        workbench.wait_for_verdict("未通过")
        page.keyboard.type("青岭镇政府网站")
        page.keyboard.press("Tab")
        page.keyboard.type("www.example.org")
        workbench.shot("filling")
        made = tmp_path / f"{title}.gxr.md"
        workbench.until(lambda: workbench.saved(made), "not saved under its name")
        assert "电子版可以在青岭镇政府网站（网址：www.example.org）查阅" in made.read_text(encoding="utf-8")
        page.locator(".tab.active", has_text=made.name).wait_for()


def lines_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split("\n")


def aligned(file: Path, line: int) -> bool:
    """Whether the bars at the end of a row and of the one above stand one below the other."""
    above, here = (cells_width(text) for text in lines_of(file)[line - 2 : line])
    return above == here


def cells_width(text: str) -> int:
    """How far the last bar is from the beginning, as it is seen."""
    return display_width(text[: text.rindex("|")])


def is_aligned(file: Path) -> bool:
    """Whether gxlint has nothing to align in it."""
    ran = subprocess.run([*tools.SERVER, "format", "--check", str(file)], capture_output=True, check=False)
    return ran.returncode == 0
