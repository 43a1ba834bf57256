"""textDocument/onTypeFormatting: after a bar, the table around the caret is put in columns; after a line break, the one above.

Answered from the lines as they stand, without waiting for an analysis: the user goes on typing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.places import Places
from gxlint.lsp.spacing import spacing
from gxlint.lsp.text import Place
from gxlint.source import SourceText

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.server import Server

_LINE_BREAK = "\n"
_WIDE_BAR = "\uff5c"


def _format_on_type(
    server: Server, params: types.DocumentOnTypeFormattingParams
) -> list[types.TextEdit] | None:
    from gxlint.formatting.tidy import tidied_around

    document = server.documents.get(params.text_document.uri)
    if document is None or not _is_ours(document):
        return None
    text, columns = document.text, server.client.columns
    line, column = text.clipped(Place(params.position.line, params.position.character), columns)
    row = _row(document, line, column, params.ch)
    if row is None:
        return None
    texts = [text.body(number) for number in range(len(text.lines))]
    first, rows = tidied_around(texts, row, growing=row == line)
    source = SourceText(str(text))
    places = Places(source, columns)
    return [
        types.TextEdit(places.range(start, end), new)
        for number, after in enumerate(rows, first)
        for start, end, new in spacing(texts[number], after, source.line_starts[number])
    ]


def _row(document: OpenDocument, line: int, column: int, typed: str) -> int | None:
    """The row that has been typed; none where it was something else."""
    from gxlint.formatting.bars import BarLine, has_bar, read_line

    body = document.text.body(line)
    if typed == _LINE_BREAK:
        return line - 1 if line and not body.strip() else None
    typed_bar = has_bar(body[max(0, column - 1) : column])
    return line if typed_bar and isinstance(read_line(body), BarLine) else None


def _is_ours(document: OpenDocument) -> bool:
    latest = document.latest
    return latest is not None and latest.document is not None and latest.document.kind == "text"


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.document_on_type_formatting_provider = types.DocumentOnTypeFormattingOptions(
        "|", [_WIDE_BAR, _LINE_BREAK]
    )


FEATURE = Feature(types.TEXT_DOCUMENT_ON_TYPE_FORMATTING, _format_on_type, _announce)
