"""Completion and insertion over the real process, posing as editors."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from lsprotocol import types

from gxlint.lsp.columns import COLUMNS
from gxlint.testing.forms import blank_report, without_table
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.editors import Editor, editor
from tests.support.layouts import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

EDITORS = {"vscode": VSCODE, "neovim": NEOVIM, "emacs": EMACS}
URI = "untitled:报告.gxr.md"
TITLE = "云泽县𠮷财政局2024年政府信息公开工作年度报告\n"

every_editor = pytest.mark.parametrize("name", EDITORS)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def place(client: Editor, text: str, line: int, column: int) -> types.Position:
    return types.Position(line, COLUMNS[client.encoding].outward(text.split("\n")[line][:column]))


def after(client: Editor, text: str, edit: types.TextEdit) -> str:
    """The text after an edit inside one line."""
    lines = text.split("\n")
    line = lines[edit.range.start.line]
    inward = COLUMNS[client.encoding].inward
    start, end = (inward(line, at.character) for at in (edit.range.start, edit.range.end))
    lines[edit.range.start.line] = line[:start] + edit.new_text + line[end:]
    return "\n".join(lines)


async def completed(
    client: Editor, text: str, line: int, column: int, version: int
) -> list[types.CompletionItem]:
    if version == 1:
        client.open(URI, text)
    else:
        client.change(URI, version, types.TextDocumentContentChangeWholeDocument(text))
    asked = types.CompletionParams(types.TextDocumentIdentifier(URI), place(client, text, line, column))
    found = await client.client.text_document_completion_async(asked)
    assert isinstance(found, types.CompletionList)
    return sorted(found.items, key=lambda item: item.sort_text or "")


@every_editor
def test_completion(name: str) -> None:
    async def work() -> None:
        async with editor(EDITORS[name]) as client:
            # Before anything has been analysed, and in text that is no report yet.
            items = await completed(client, "", 0, 0, 1)
            assert items[0].label.startswith("空白报告")
            assert (items[0].insert_text_format is types.InsertTextFormat.Snippet) is (name != "emacs")
            # The laws come with the plugins, which load meanwhile.
            text = f"{TITLE}𠮷𠮷根据《公开条例》要求\n"
            await completed(client, text, 1, 9, 2)
            await client.diagnostics(URI, 2)
            items = await completed(client, text, 1, 9, 3)
            taken = next(item for item in items if item.label == "中华人民共和国政府信息公开条例")
            assert isinstance(taken.text_edit, types.TextEdit)
            assert (
                after(client, text, taken.text_edit)
                == f"{TITLE}𠮷𠮷根据《中华人民共和国政府信息公开条例》要求\n"
            )
            text = f"{TITLE}三、收到和处理政府信息公开申请情况\n| 𠮷 | (一\n"
            (item, *_) = await completed(client, text, 2, len("| 𠮷 | (一"), 4)
            assert isinstance(item.text_edit, types.TextEdit)
            assert after(client, text, item.text_edit).endswith("| 𠮷 | （一）予以公开\n")

    run(work())


@every_editor
def test_insertion(name: str) -> None:
    text = (
        BY_NAME["markdown"]
        .render(without_table(blank_report(), "table_disputes"))
        .replace("财政局", "𠮷财政局")
    )
    line = text[: text.index("## 四、")].count("\n")

    async def work() -> None:
        async with editor(EDITORS[name]) as client:
            client.open(URI, text)
            asked = types.CodeActionParams(
                types.TextDocumentIdentifier(URI),
                types.Range(types.Position(line, 3), types.Position(line, 3)),
                types.CodeActionContext([]),
            )
            actions = await client.client.text_document_code_action_async(asked)
            (action,) = [item for item in actions or () if "空白的表四" in item.title]
            assert isinstance(action, types.CodeAction)
            assert action.edit is not None
            changes = action.edit.document_changes or [
                types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), [*edits])
                for uri, edits in (action.edit.changes or {}).items()
            ]
            (change,) = changes
            assert isinstance(change, types.TextDocumentEdit)
            (edit,) = change.edits
            assert isinstance(edit, types.TextEdit)
            made = after(client, text, edit)
            client.change(URI, 2, types.TextDocumentContentChangeWholeDocument(made))
            assert {item.code for item in await client.diagnostics(URI, 2)} - {"GXL"} == {"CN311"}

    run(work())
