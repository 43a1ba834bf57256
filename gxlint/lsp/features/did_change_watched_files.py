"""workspace/didChangeWatchedFiles: a configuration has changed, or something that one names, or a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


def _did_change_watched_files(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    server.watching.changed(event.uri for event in params.changes)


FEATURE = Feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _did_change_watched_files)
