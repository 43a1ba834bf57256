"""Shows the page of a rule: on the web where there is one, else as a document made for this."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from gxlint.formats import official_formats
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.reporters.basis import web_address
from gxlint.reporters.pages.markdown import blocks_of
from gxlint.reporters.pages.page import page_of
from gxlint.reporters.words import say
from gxlint.rules.selectors import named_rule

if TYPE_CHECKING:
    from gxlint.lsp.server import Server
    from gxlint.rules import RuleInfo

# Some clients never answer.
_PATIENCE = 10.0


async def show_rule(server: Server, name: str) -> dict[str, Any] | None:
    """Show a rule's page; what it says, for clients that show it themselves.

    Args:
        server: whose client is to show it.
        name: code or name of the rule. Nothing is shown where there is none.
    """
    rule = _rule(server, name)
    if rule is None:
        return None
    text = "\n\n".join(blocks_of(page_of(rule, official_formats(), server.settings.lang))) + "\n"
    url = web_address(rule.url)
    shown = await _show(server, rule, url, text)
    return {"code": rule.code, "url": url or None, "markdown": text, "shown": shown}


async def _show(server: Server, rule: RuleInfo, url: str, text: str) -> bool:
    """Whether the client has shown the page. If it cannot, the user is told where it is to be had."""
    uri = url or (server.pages.uri(rule.code, text) if server.client.shows else None)
    if uri and server.client.shows:
        asked = types.ShowDocumentParams(uri, external=bool(url), take_focus=True)
        with suppress(JsonRpcException, TimeoutError):
            shown = await asyncio.wait_for(server.window_show_document_async(asked), _PATIENCE)
            return shown.success
    told = say(
        server.settings.lang,
        "{code}:{summary} 全文见 {where}",
        "{code}: {summary} Read all of it: {where}",
        code=rule.code,
        summary=rule.summary,
        where=url or f"gxlint explain {rule.code}",
    )
    server.window_show_message(types.ShowMessageParams(types.MessageType.Info, told))
    return False


def _rule(server: Server, name: str) -> RuleInfo | None:
    """The rule; those of packs are known by what they have found."""
    found = (
        item.finding.rule
        for document in server.documents
        for item in (document.latest.shown if document.latest is not None else ())
        if item.finding is not None
    )
    installed = server.installed.loaded
    return named_rule(name, (*found, *(installed.rules if installed is not None else ()), *TOOL_RULES))
