"""What may be written at a place, as the client takes it."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types

from gxlint.formats import official_formats
from gxlint.forms.layout import MARKDOWN, PLAIN
from gxlint.forms.wording import BLANK, narrow
from gxlint.lint.advising import regional_advice
from gxlint.lsp.completion import PROVIDERS
from gxlint.lsp.completion.asked import NO_LAWS, Asked
from gxlint.lsp.completion.blank import may_be_blank
from gxlint.lsp.completion.matching import begins
from gxlint.lsp.interest import HTML, interest_in, may_be_report
from gxlint.lsp.text import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from gxlint.lint.session import Session
    from gxlint.lsp.client import Client
    from gxlint.lsp.completion.offer import Offer
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.server import Server

T = TypeVar("T")
_PATIENCE = 0.5  # seconds for which nobody minds waiting for a whole report


async def completed(server: Server, params: types.CompletionParams) -> types.CompletionList | None:
    """What may be written at a place; none in a document that is none of ours."""
    document = server.documents.get(params.text_document.uri)
    if document is None or not _is_ours(server, document):
        return None
    columns = server.client.columns
    place = Place(params.position.line, params.position.character)
    line, column = document.text.clipped(place, columns)
    context, loaded = params.context, server.installed.loaded
    asked = Asked(
        document.text.lines,
        line,
        column,
        catalogue=official_formats().with_formats(loaded.formats) if loaded is not None else None,
        laws=server.installed.law_book if loaded is not None else NO_LAWS,
        report=document.latest.report if document.latest is not None else None,
        layout=PLAIN if document.path.lower().endswith(".txt") else MARKDOWN,
        explicit=context is None or context.trigger_kind is not types.CompletionTriggerKind.TriggerCharacter,
        last_year=date.today().year - 1,
        lang=server.settings_of(document).lang,
    )
    if may_be_blank(asked.lines, line):
        asked.body = await _soon(server, document, lambda session: _body(session, document)) or ""
        form, filling, folder = asked.form, asked.filling, os.path.dirname(document.path)
        advice = await _soon(
            server, document, lambda session: regional_advice(session, form, filling, folder)
        )
        asked.advice = advice or ()
    offers = [offer for provide in PROVIDERS for offer in provide(asked)]
    offers.sort(key=lambda offer: (not begins(offer.typed(asked), offer.label), offer.rank))
    items = [_item(server.client, asked, offer, place) for place, offer in enumerate(offers)]
    # What fits is found here, where 1 and 一 are the same: every character typed may change it.
    return types.CompletionList(is_incomplete=True, items=items)


async def _soon(server: Server, document: OpenDocument, ask: Callable[[Session], T]) -> T | None:
    """What is known where a document lies, such as what its region asks of it; none where that takes long."""
    checker = server.checkers.of(document.path)

    def work() -> T | None:
        session = checker.opened(document.path)
        return ask(session) if session is not None else None

    with suppress(TimeoutError):
        return await asyncio.wait_for(asyncio.shield(server.worker.submit(work)), _PATIENCE)
    return None


def _body(session: Session, document: OpenDocument) -> str:
    scope = session.scope(document.path)
    return (scope.body if scope is not None else None) or ""


def _is_ours(server: Server, document: OpenDocument) -> bool:
    settings = server.settings_of(document)
    if document.language == HTML or document.path.lower().endswith((".html", ".htm")):
        return False  # what is offered is no markup
    interest = interest_in(document.path, document.language, detect=settings.detect)
    return interest == "always" or (interest == "report" and may_be_report(str(document.text)))


def _item(client: Client, asked: Asked, offer: Offer, place: int) -> types.CompletionItem:
    columns, line = client.columns, asked.lines[asked.line]
    start, end = (
        types.Position(asked.line, columns.outward(line[:column])) for column in (offer.start, offer.end)
    )
    typed = offer.typed(asked)
    is_snippet = client.snippets and BLANK in offer.text
    text = offer.text if asked.layout.wide else narrow(offer.text)
    return types.CompletionItem(
        label=offer.label,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=_documentation(client, offer.about),
        deprecated=True if offer.outdated else None,
        sort_text=f"{place:04}",
        # Editors filter by what stands before the caret, and know nothing of numbers written in two ways.
        filter_text=offer.label if offer.label.startswith(typed) else typed + offer.label,
        insert_text_format=types.InsertTextFormat.Snippet if is_snippet else None,
        text_edit=types.TextEdit(types.Range(start, end), _snippet(text) if is_snippet else text),
    )


def _documentation(client: Client, text: str) -> types.MarkupContent | str | None:
    if not text or not client.marked_up:
        return text or None
    return types.MarkupContent(types.MarkupKind.Markdown, text)


def _snippet(text: str) -> str:
    """The text as a snippet: what is to be filled in comes up one after the other."""
    pieces = text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}").split(BLANK)
    stops = (f"${{{number}:{BLANK}}}" for number in range(1, len(pieces)))
    return "".join(piece + stop for piece, stop in zip(pieces, [*stops, ""], strict=True))
