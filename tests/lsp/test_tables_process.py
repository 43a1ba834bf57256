"""What concerns tables, over the real process, with the capabilities of editors, in every position encoding."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from gxlint.formatting.tidy import tidied
from gxlint.source import Position, SourceText
from tests.lsp.applying import applied
from tests.lsp.bench import changed_text
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.editors import Editor, editor
from tests.support.reading import report_of

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable

URI = "untitled:报告.gxr.md"
GRANTED = "(一)予以公开"
# The characters outside the basic plane stand before the places that count.
TEXT = changed_text((f"{GRANTED} | 28 | 1 |", f"{GRANTED}(𠮷𠮷) | 29 | 1 |"), ("| 规章 |", "| 规 章(𠮷) |"))
RIGHT = TEXT.replace("| 29 | 1 | 0 | 0 | 0 | 0 | 29 |", "| 29 | 1 | 0 | 0 | 0 | 0 | 30 |").replace(
    "| (七)总计 | 30 | 2 | 0 | 0 | 0 | 0 | 32 |", "| (七)总计 | 31 | 2 | 0 | 0 | 0 | 0 | 33 |"
)
LINE = TEXT[: TEXT.index(GRANTED)].count("\n")
EDITORS = {
    "vscode-utf-16": VSCODE,
    "neovim-utf-8": NEOVIM,
    "emacs-utf-16": EMACS,
    "utf-32": {**VSCODE, "general": {"positionEncodings": ["utf-32"]}},
}
OPTIONS = types.FormattingOptions(4, insert_spaces=True)
DOCUMENT = types.TextDocumentIdentifier(URI)
EVERYTHING = types.Range(types.Position(0, 0), types.Position(9999, 0))

every_editor = pytest.mark.parametrize("name", EDITORS)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def offset(client: Editor, position: types.Position) -> int:
    return SourceText(TEXT).offset(Position(*client.place(TEXT, position)))


def after(client: Editor, edits: Iterable[types.TextEdit] | None) -> str:
    """The text after edits, whatever the editor counts in."""
    return applied(
        TEXT,
        [
            {
                "range": {
                    name: dict(zip(("line", "character"), client.place(TEXT, place), strict=True))
                    for name, place in (("start", edit.range.start), ("end", edit.range.end))
                },
                "newText": edit.new_text,
            }
            for edit in edits or ()
        ],
    )


def edits_of(edit: types.WorkspaceEdit | None) -> list[types.TextEdit]:
    assert edit is not None
    if edit.changes is not None:
        (edits,) = edit.changes.values()
        return [*edits]
    assert edit.document_changes is not None
    (change,) = edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 1
    return [each for each in change.edits if isinstance(each, types.TextEdit)]


@every_editor
def test_formatting(name: str) -> None:
    async def work() -> None:
        async with editor(EDITORS[name]) as client:
            client.open(URI, TEXT)
            edits = await client.client.text_document_formatting_async(
                types.DocumentFormattingParams(DOCUMENT, OPTIONS)
            )
            assert after(client, edits) == tidied(report_of(TEXT), report_of) != TEXT
            line = types.Range(types.Position(LINE, 0), types.Position(LINE, 1))
            edits = await client.client.text_document_range_formatting_async(
                types.DocumentRangeFormattingParams(DOCUMENT, line, OPTIONS)
            )
            assert after(client, edits) == tidied(report_of(TEXT), report_of, (LINE, LINE))
            assert "规 章(𠮷)" in after(client, edits)

    run(work())


@every_editor
def test_formatting_on_type(name: str) -> None:
    async def work() -> None:
        async with editor(EDITORS[name]) as client:
            client.open(URI, TEXT)
            await client.diagnostics(URI)
            row = TEXT.split("\n")[LINE]
            column = row.index("| 29") + 1
            place = next(
                types.Position(LINE, at)
                for at in range(400)
                if client.place(TEXT, types.Position(LINE, at)) == _utf16(row, column)
            )
            edits = await client.client.text_document_on_type_formatting_async(
                types.DocumentOnTypeFormattingParams(DOCUMENT, place, "|", OPTIONS)
            )
            lines = after(client, edits).split("\n")
            assert lines[LINE].split("|")[2].strip() == f"{GRANTED}(𠮷𠮷)"
            assert lines[LINE].index("| 29") > row.index("| 29")
            assert lines[: LINE - 8] == TEXT.split("\n")[: LINE - 8]

    run(work())


def _utf16(row: str, column: int) -> tuple[int, int]:
    return LINE, len(row[:column].encode("utf-16-le")) // 2


@every_editor
def test_hints_lenses_folds_and_selections(name: str) -> None:
    async def work() -> None:
        async with editor(EDITORS[name]) as client:
            client.open(URI, TEXT)
            hints = await client.client.text_document_inlay_hint_async(
                types.InlayHintParams(DOCUMENT, EVERYTHING)
            )
            assert hints is not None
            assert [hint.label for hint in hints] == ["= 30", "= 31"]
            assert TEXT[: offset(client, hints[0].position)].endswith("| 0 | 29")
            lenses = await client.client.text_document_code_lens_async(types.CodeLensParams(DOCUMENT))
            assert lenses is not None
            assert [lens.command.title for lens in lenses if lens.command] == [
                "表二:没有问题",
                "表三:差 2 处",
                "表四:平衡",
            ]
            folds = await client.client.text_document_folding_range_async(types.FoldingRangeParams(DOCUMENT))
            assert folds is not None
            assert len(folds) > 10
            selections = await client.client.text_document_selection_range_async(
                types.SelectionRangeParams(DOCUMENT, [hints[0].position])
            )
            assert selections is not None
            row = selections[0].parent
            assert row is not None
            found = TEXT[offset(client, row.range.start) : offset(client, row.range.end)]
            assert found == TEXT.split("\n")[LINE]

    run(work())


@every_editor
def test_totals(name: str) -> None:
    async def work() -> None:
        async with editor(EDITORS[name]) as client:
            asked: list[types.ApplyWorkspaceEditParams] = []

            def apply_edit(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
                asked.append(params)
                return types.ApplyWorkspaceEditResult(applied=True)

            client.client.protocol.fm.features[types.WORKSPACE_APPLY_EDIT] = apply_edit
            client.open(URI, TEXT)
            caret = types.Range(types.Position(LINE, 3), types.Position(LINE, 3))
            context = types.CodeActionContext([], [types.CodeActionKind.RefactorRewrite])
            (action,) = (
                await client.client.text_document_code_action_async(
                    types.CodeActionParams(DOCUMENT, caret, context)
                )
                or ()
            )
            assert isinstance(action, types.CodeAction)
            assert after(client, edits_of(action.edit)) == RIGHT
            command = types.ExecuteCommandParams("gxlint.recomputeTotals", [URI, "table_requests"])
            assert await client.client.workspace_execute_command_async(command) == 3
            async with asyncio.timeout(20):
                while not asked:
                    await asyncio.sleep(0.01)
            assert after(client, edits_of(asked[0].edit)) == RIGHT

    run(work())
