"""workspace/didChangeWorkspaceFolders: the client works in other folders, where other settings may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.did_change_configuration import ask_for_settings
from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


def _did_change_workspace_folders(server: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    added, removed = (
        [folder.uri for folder in folders] for folders in (params.event.added, params.event.removed)
    )
    server.move_to(server.folders.changed(added, removed))
    if server.client.configures:
        ask_for_settings(server)


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.workspace = capabilities.workspace or types.WorkspaceOptions()
    capabilities.workspace.workspace_folders = types.WorkspaceFoldersServerCapabilities(
        supported=True, change_notifications=True
    )


FEATURE = Feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, _did_change_workspace_folders, _announce)
