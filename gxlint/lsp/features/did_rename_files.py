"""workspace/didRenameFiles: files are somewhere else now, where something else may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.features.will_rename_files import RENAMED

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


def _did_rename_files(server: Server, params: types.RenameFilesParams) -> None:
    server.watching.changed(uri for file in params.files for uri in (file.old_uri, file.new_uri))


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.workspace = capabilities.workspace or types.WorkspaceOptions()
    operations = capabilities.workspace.file_operations or types.FileOperationOptions()
    operations.did_rename = RENAMED
    capabilities.workspace.file_operations = operations


FEATURE = Feature(types.WORKSPACE_DID_RENAME_FILES, _did_rename_files, _announce)
