"""Edits of a document, in the shape that the client takes, for one version of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from lsprotocol import types

from gxlint.lint.edits import SourceEdit
from gxlint.lsp.client import Client
from gxlint.lsp.places import Places
from gxlint.lsp.text import Text


def workspace_edit(
    client: Client, uri: str, version: int, places: Places, edits: Iterable[SourceEdit]
) -> types.WorkspaceEdit:
    """Edits of a document; refused by the client, if it can tell, where that has changed in the meantime."""
    made = [types.TextEdit(places.range(edit.start, edit.end), edit.new_text) for edit in edits]
    if not client.versioned:
        return types.WorkspaceEdit(changes={uri: made})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made)])


def difference(before: Text, after: str) -> list[SourceEdit]:
    """Edits that make one text of another and leave alone what stays, so that carets and marks keep their places."""
    old, new = before.lines, Text.of(after).lines
    head = _alike(old, new)
    rest = min(len(old), len(new)) - head
    tail = min(rest, _alike(old[::-1], new[::-1]))
    start = sum(map(len, old[:head]))
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(old) != len(new):
        return [_change(start, "".join(old), "".join(new))]
    return list(_line_by_line(start, old, new))


def _line_by_line(start: int, old: Sequence[str], new: Sequence[str]) -> Iterator[SourceEdit]:
    for was, becomes in zip(old, new, strict=True):
        if was != becomes:
            yield _change(start, was, becomes)
        start += len(was)


def _change(start: int, was: str, becomes: str) -> SourceEdit:
    """One edit, of no more than what differs."""
    head = _alike(was, becomes)
    tail = min(min(len(was), len(becomes)) - head, _alike(was[::-1], becomes[::-1]))
    return SourceEdit(start + head, start + len(was) - tail, becomes[head : len(becomes) - tail])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items both have in common at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
