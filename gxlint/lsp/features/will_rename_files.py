"""workspace/willRenameFiles: accepted exceptions of a file go with it under its new name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import to_fs_path

from gxlint.lint.walking import DOCUMENTS, SUFFIXES
from gxlint.lsp.features.feature import Feature
from gxlint.lsp.workspace.configuration import configuration_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server
    from gxlint.lsp.workspace.configuration import Configuration

# A report, or a folder that may hold some.
RENAMED = types.FileOperationRegistrationOptions(
    [
        *(
            types.FileOperationFilter(
                types.FileOperationPattern(f"**/*{suffix}", types.FileOperationPatternKind.File), "file"
            )
            for suffix in SUFFIXES + DOCUMENTS
        ),
        types.FileOperationFilter(
            types.FileOperationPattern("**/*", types.FileOperationPatternKind.Folder), "file"
        ),
    ]
)


def _will_rename_files(server: Server, params: types.RenameFilesParams) -> types.WorkspaceEdit | None:
    from gxlint.lint.acceptance.adding import with_files

    moves = [
        (old, new)
        for file in params.files
        if (old := to_fs_path(file.old_uri)) and (new := to_fs_path(file.new_uri))
    ]
    configurations = {
        found.path: found
        for old, _ in moves
        if (found := configuration_for(server, old)) is not None and found.exists
    }
    edits = [
        configuration.edit(server, changes)
        for configuration in configurations.values()
        if (changes := with_files(configuration.text, configuration.under, _new_name(configuration, moves)))
    ]
    return _joined(edits)


def _new_name(configuration: Configuration, moves: Iterable[tuple[str, str]]) -> Callable[[str], str | None]:
    """What an entry has to say that means one of the files, or something in one of the folders."""
    from gxlint.lint.acceptance.baseline import relative

    folder = configuration.folder
    names = [(relative(old, folder), relative(new, folder)) for old, new in moves]

    def renamed(file: str) -> str | None:
        for old, new in names:
            if (file == old or file.startswith(f"{old}/")) and not new.startswith("../"):
                return new + file[len(old) :]
        return None

    return renamed


def _joined(edits: list[types.WorkspaceEdit]) -> types.WorkspaceEdit | None:
    if not edits:
        return None
    whole = edits[0]
    for edit in edits[1:]:
        if whole.document_changes is not None:
            whole.document_changes = [*whole.document_changes, *(edit.document_changes or ())]
        else:
            whole.changes = {**(whole.changes or {}), **(edit.changes or {})}
    return whole


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.workspace = capabilities.workspace or types.WorkspaceOptions()
    operations = capabilities.workspace.file_operations or types.FileOperationOptions()
    operations.will_rename = RENAMED
    capabilities.workspace.file_operations = operations


FEATURE = Feature(types.WORKSPACE_WILL_RENAME_FILES, _will_rename_files, _announce)
