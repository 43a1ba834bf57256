"""What tidying a document changes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.edits import difference
from gxlint.lsp.places import Places
from gxlint.source import SourceText

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


async def tidying(
    server: Server, uri: str, lines: tuple[int, int] | None = None
) -> list[types.TextEdit] | None:
    """The edits of a document that tidy it, or the tables that some lines touch; none for what is none of ours."""
    document = server.documents.get(uri)
    if document is None:
        return None
    snapshot = document.snapshot
    after = await server.tidied(snapshot, lines)
    if after is None or document.edition != snapshot.edition:
        return None  # it has been changed in the meantime: the edits would go astray
    places = Places(SourceText(str(snapshot.text)), server.client.columns)
    return [
        types.TextEdit(places.range(start, end), new) for start, end, new in difference(snapshot.text, after)
    ]
