"""workspace/didChangeWatchedFiles: a configuration, or something that one names, has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server

# Rule packs and baselines may have any name, but are of this kind.
WATCHED = ("**/*.toml",)


def _did_change_watched_files(server: Server, _params: types.DidChangeWatchedFilesParams) -> None:
    server.check_anew()


FEATURE = Feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _did_change_watched_files)
