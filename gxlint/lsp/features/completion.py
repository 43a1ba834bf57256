"""textDocument/completion: headings, labels, standard sentences, laws, and the whole blank report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server

# What Chinese is written with is typed by input methods, for which editors do not ask by themselves.
TRIGGERS = (*"《〔（(、|#第", *"一二三四五六七八九")


async def _completion(server: Server, params: types.CompletionParams) -> types.CompletionList | None:
    # It brings the official forms as text, which nobody needs before he writes.
    from gxlint.lsp.completing import completed

    return await completed(server, params)


def _prepare() -> object:
    return import_module("gxlint.lsp.completing")


def _announce(capabilities: types.ServerCapabilities, client: Client) -> None:
    if client.completes:
        capabilities.completion_provider = types.CompletionOptions(trigger_characters=list(TRIGGERS))


FEATURE = Feature(types.TEXT_DOCUMENT_COMPLETION, _completion, _announce, _prepare)
