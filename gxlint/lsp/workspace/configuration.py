"""Edits of the configuration that holds for a file, which may be open, lie on the disk, or not exist yet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types
from pygls.uris import from_fs_path

from gxlint.lint.config.find import OWN_FILE, SHARED_FILE, Finder
from gxlint.lsp.places import Places
from gxlint.lsp.workspace.folders import path_key
from gxlint.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.lint.edits import SourceEdit
    from gxlint.lsp.server import Server

_MOST_BYTES = 1 << 20


class Configuration(NamedTuple):
    """A configuration file.

    Attributes:
        path: where it lies, or would lie.
        uri: the same for the client.
        text: what is in it.
        exists: whether there is such a file.
        version: of the document that it is open as.
    """

    path: str
    uri: str
    text: str = ""
    exists: bool = True
    version: int | None = None

    @property
    def under(self) -> tuple[str, ...]:
        """The keys under which the configuration stands in its file."""
        return ("tool", "gxlint") if os.path.basename(self.path) == SHARED_FILE else ()

    @property
    def folder(self) -> str:
        """What the paths in it start from."""
        return os.path.dirname(os.path.abspath(self.path))

    def edit(self, server: Server, edits: Sequence[SourceEdit]) -> types.WorkspaceEdit:
        """Edits of it in the shape that the client takes. It is created where there is none yet."""
        places = Places(SourceText(self.text), server.client.columns)
        made = [types.TextEdit(places.range(edit.start, edit.end), edit.new_text) for edit in edits]
        if not server.client.versioned or not (self.exists or server.client.creates):
            return types.WorkspaceEdit(changes={self.uri: made})
        document = types.OptionalVersionedTextDocumentIdentifier(self.uri, self.version)
        changes: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
        if not self.exists:
            changes.append(types.CreateFile(self.uri, options=types.CreateFileOptions(ignore_if_exists=True)))
        return types.WorkspaceEdit(document_changes=[*changes, types.TextDocumentEdit(document, made)])


def configuration_for(server: Server, path: str) -> Configuration | None:
    """The configuration that holds for a file; a new one where there is none. None where it cannot be read."""
    asked = server.checkers.settings_of(path).config
    folder = server.folders.of(path)
    root = folder.path if folder is not None else os.path.dirname(path)
    found = os.path.join(root, asked) if asked else Finder().for_file(path)
    return read_configuration(server, found or os.path.join(root, OWN_FILE))


def read_configuration(server: Server, path: str) -> Configuration | None:
    """A configuration file as it stands; none where it cannot be read."""
    uri = from_fs_path(path)
    if uri is None:
        return None
    if (document := server.documents.at(path_key(path))) is not None:
        return Configuration(path, document.uri, str(document.text), version=document.version)
    if not os.path.exists(path):
        return Configuration(path, uri, exists=False)
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > _MOST_BYTES:
            return None
        with open(path, "rb") as file:
            return Configuration(path, uri, file.read().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None
