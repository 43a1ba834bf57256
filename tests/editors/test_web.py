"""The page of ``gxlint web`` in a real browser."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from gxlint.readers import read_path
from tests.editors import reports, tools
from tests.editors.web_page import Page, Program, opened
from tests.editors.workbench import browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.editor("web")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    started = Program(tmp_path_factory.mktemp("home"))
    yield started
    started.kill()


@pytest.mark.parametrize("script", ["check", "test"])
def test_its_own_checks(script: str) -> None:
    ran = subprocess.run(["npm", "run", script], cwd=tools.PAGE, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_faulty_report_is_mended(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "mending") as shown:
        page = shown.page
        shown.wait_for_verdict("还没有文字")
        shown.shot("empty")
        shown.write(reports.faulty())
        shown.wait_for_verdict("未通过")
        wrong = shown.problems("CN305")
        assert "第 35 行" in wrong.inner_text()
        wrong.locator(".message").click()
        squiggle = page.locator(".squiggly-error").first
        squiggle.wait_for()
        shown.until(lambda: is_under(page, squiggle, "30"), "the squiggle is not where it should be")
        fix = wrong.get_by_role("button", name="改为“29”")
        fix.wait_for()
        shown.shot("problem")

        squiggle.hover(force=True)
        page.locator(".monaco-hover .hover-row h3, .monaco-hover .hover-row h4").first.wait_for()
        shown.shot("hover")
        page.mouse.move(5, 5)

        fix.click()
        shown.until(lambda: wrong.count() == 0, "the finding did not vanish")
        shown.wait_for_verdict("通过")
        shown.press("全部修正")
        shown.until(lambda: shown.problems("CN302").count() == 0, "not all is fixed")
        assert shown.text() == reports.clean()
        shown.shot("mended")


def test_the_lamp_offers_the_same(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "lamp") as shown:
        page = shown.page
        shown.write(reports.faulty())
        shown.problems("CN302").locator(".message").click()
        item = page.locator(".action-widget .monaco-list-row", has_text="改为“2.重复申请”").first
        shown.until(lambda: pressed(shown, "Control+Period", item), "nothing is offered")
        shown.shot("offered")
        page.keyboard.press("Enter")
        shown.until(lambda: shown.problems("CN302").count() == 0, "not fixed")
        assert reports.RARE not in shown.text()


def test_the_tables_show_what_is_wrong_and_nothing_is_markup(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "tables") as shown:
        page = shown.page
        shown.write(reports.faulty().replace(reports.RARE, "<b>", 1))
        shown.show("表格")
        pane = page.locator("#pane-preview")
        cell = pane.locator("td.off.found.error")
        cell.first.wait_for()
        assert cell.first.inner_text().startswith("30")
        assert pane.locator("table").count() == 3
        assert pane.locator("b").count() == 0
        assert pane.locator("th.found.hint", has_text="2.重复申请<b>").count() == 1
        cell.first.click()
        shown.shot("wrong")
        page.keyboard.insert_text("29")
        shown.until(lambda: cell.count() == 0, "the mark did not vanish")


def test_the_page_of_a_rule(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "rule") as shown:
        shown.write(reports.faulty())
        shown.problems("CN305").get_by_role("button", name="CN305").click()
        shown.page.locator("#pane-rule h1", has_text="CN305").wait_for()
        shown.shot("rule")


def test_a_province_and_back(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "province") as shown:
        shown.write(reports.of_2025())
        shown.wait_for_verdict("通过")
        assert shown.problems("GS103").count() == 0
        choice = shown.page.get_by_label("地区")
        choice.locator("option", has_text="武威市").wait_for(state="attached")
        choice.select_option(label="\u3000武威市")
        shown.problems("GS103").first.wait_for()
        shown.shot("provincial")
        choice.select_option("")
        shown.until(lambda: shown.problems("GS103").count() == 0, "the province still holds")


def test_everything_stays_here(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "staying") as shown:
        shown.write(reports.faulty())
        shown.wait_for_verdict("未通过")
        shown.show("表格")
        asked = shown.asked
        assert {urlsplit(url).scheme for url in asked} >= {"http", "ws"}
        own = {f"127.0.0.1:{program.port}"}
        assert {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))} == own
        assert "token" not in shown.page.url


def test_the_text_is_kept(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "keeping") as shown:
        shown.write(reports.clean())
        shown.wait_for_verdict("通过")
        shown.page.reload()
        shown.wait_for_verdict("通过")
        assert shown.text() == reports.clean()
        # Another page does not write into the same text; when this one has gone, the next one takes it up.
        context = shown.page.context
        other = Page(context.new_page(), "keeping-other")
        other.open(f"http://127.0.0.1:{program.port}/")
        other.wait_for_verdict("还没有文字")
        other.page.close()
        shown.page.close()
        again = Page(context.new_page(), "keeping-again")
        again.open(f"http://127.0.0.1:{program.port}/")
        again.wait_for_verdict("通过")
        again.page.locator('[data-bar="found"]').wait_for()
        again.shot("found")
        assert again.text() == reports.clean()
        again.page.get_by_role("button", name="不用它,从空白开始").click()
        again.wait_for_verdict("还没有文字")
        again.press("以前的文字")
        again.page.locator("dialog .drafts .message").first.wait_for()
        again.shot("drafts")
        again.page.locator("dialog .drafts .message").first.click()
        again.wait_for_verdict("通过")


def test_the_program_ends_and_comes_back(chromium: Any, tmp_path: Path) -> None:
    program = Program(tmp_path)
    with opened(chromium, program, "ending") as shown:
        page = shown.page
        shown.write(reports.faulty())
        shown.wait_for_verdict("未通过")
        assert program.interrupt() == 0
        bar = page.locator('[data-bar="lost"]')
        bar.wait_for()
        shown.wait_for_verdict("没有检查")
        shown.shot("lost")
        shown.focus()
        page.keyboard.press("Control+End")
        page.keyboard.insert_text("清理XX件。")
        program = Program(tmp_path, program.port)
        try:
            # The page is let in with the word of the new run, which the user's browser has from opening it.
            other = page.context.new_page()
            other.goto(program.address)
            other.locator('[data-bar="elsewhere"]', has_text="云泽县财政局2024年").wait_for()
            bar.wait_for(state="detached")
            shown.problems("CN804").first.wait_for()
            shown.wait_for_verdict("未通过")
            assert "清理XX件。" in shown.text()
        finally:
            program.kill()


def test_a_new_report(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "new") as shown:
        shown.wait_for_verdict("还没有文字")
        shown.press("新建")
        shown.page.get_by_label("机关全称").fill("青岭镇人民政府")
        shown.page.get_by_label("报告年度").fill("2024")
        shown.shot("asked")
        shown.page.get_by_role("button", name="新建").last.click()
        shown.page.locator(".standing", has_text="青岭镇人民政府 · 2024 年度").wait_for()
        assert "青岭镇人民政府2024年政府信息公开工作年度报告" in shown.text()
        shown.shot("made")
        shown.press("整理")


def test_files_come_in_and_go_out(program: Program, chromium: Any, tmp_path: Path) -> None:
    draft = tmp_path / "旧报告.txt"
    draft.write_text(reports.clean(), encoding="gb18030")
    with opened(chromium, program, "files") as shown:
        page = shown.page
        shown.wait_for_verdict("还没有文字")
        page.locator("input[type=file]").set_input_files(str(draft))
        shown.wait_for_verdict("通过")
        assert shown.text() == reports.clean()
        with page.expect_download() as downloading:
            shown.press("下载 Word")
        assert downloading.value.suggested_filename == "旧报告.docx"
        word = tmp_path / "旧报告.docx"
        downloading.value.save_as(str(word))
        assert "云泽县财政局" in read_path(str(word)).text

        page.locator("input[type=file]").set_input_files(str(word))
        shown.until(lambda: shown.text().startswith("# 云泽县财政局"), "the document was not opened")
        shown.wait_for_verdict("通过")
        broken = tmp_path / "坏的.docx"
        broken.write_bytes(b"PK\x03\x04word/document")
        page.locator("input[type=file]").set_input_files(str(broken))
        page.locator('[data-bar="problem"]', has_text="坏的.docx").wait_for()
        shown.shot("refused")
        shown.wait_for_verdict("通过")


@pytest.mark.parametrize(("width", "dark"), [(800, False), (1280, True), (800, True)])
def test_what_it_looks_like(program: Program, chromium: Any, width: int, dark: bool) -> None:
    with opened(chromium, program, f"{width}{'-dark' * dark}", width=width, dark=dark) as shown:
        shown.write(reports.faulty())
        shown.wait_for_verdict("未通过")
        shown.problems("CN305").locator(".message").click()
        shown.problems("CN305").get_by_role("button", name="改为“29”").wait_for()
        shown.shot("problem")
        shown.show("表格")
        shown.page.locator("#pane-preview td.off").first.wait_for()
        shown.shot("tables")
        assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert shown.page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_by_keyboard_alone(program: Program, chromium: Any) -> None:
    with opened(chromium, program, "keyboard") as shown:
        page = shown.page
        shown.write(reports.faulty())
        shown.problems("CN305").wait_for()
        page.keyboard.press("Tab")  # out of the text
        page.locator('[role="tab"][aria-selected="true"]:focus').wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.locator(".problem-row .message:focus").wait_for()
        page.keyboard.press("Enter")
        page.locator(".monaco-editor.focused").wait_for()
        fix = shown.problems("CN305").get_by_role("button", name="改为“29”")
        fix.wait_for()
        fix.focus()
        page.keyboard.press("Enter")
        shown.wait_for_verdict("通过")
        with page.expect_download() as downloading:
            page.keyboard.press("Control+KeyS")
        assert downloading.value.suggested_filename == "云泽县财政局2024年政府信息公开工作年度报告.gxr.md"


def test_in_english(chromium: Any, tmp_path: Path) -> None:
    program = Program(tmp_path, 0, "--lang", "en")
    try:
        with opened(chromium, program, "english") as shown:
            shown.page.locator(".standing strong", has_text="No text yet").wait_for()
            shown.write(reports.faulty())
            shown.problems("CN305").wait_for()
            shown.shot("problems")
            said = shown.page.locator(
                ".toolbar button, .toolbar h1, .toolbar label > span, .tabs, .standing strong, .severity, .where"
            ).all_inner_texts()
            assert not re.search(r"[一-鿿]", " ".join(said))
    finally:
        program.kill()


def is_under(page: Any, squiggle: Any, text: str) -> bool:
    """Whether a squiggle stands under just this text: it begins there, and is as wide, but for some pixels."""
    script = """([box, wanted]) => {
        const at = document.caretRangeFromPoint(box.x + 1, box.y + box.height / 2);
        const end = at.startOffset + wanted.length;
        if (at.startContainer.textContent.slice(at.startOffset, end) !== wanted) return false;
        const words = document.createRange();
        words.setStart(at.startContainer, at.startOffset);
        words.setEnd(at.startContainer, end);
        const place = words.getBoundingClientRect();
        return Math.abs(place.left - box.x) < 3 && Math.abs(place.width - box.width) < 6;
    }"""
    box = squiggle.bounding_box()  # none while it is drawn anew
    return box is not None and bool(page.evaluate(script, [box, text]))


def pressed(shown: Page, key: str, wanted: Any) -> bool:
    """Whether something is there after a key."""
    if wanted.count() and wanted.is_visible():
        return True
    shown.focus()
    shown.problems("CN302").locator(".message").click()
    shown.page.keyboard.press(key)
    shown.page.wait_for_timeout(1000)
    return bool(wanted.count() and wanted.is_visible())
