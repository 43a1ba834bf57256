"""The commands that a client may have the server execute, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from gxlint.lsp.recomputing import recompute
from gxlint.lsp.workspace.pushing import SEVERITIES
from gxlint.reporters.words import count_of, enumeration, say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from gxlint.lsp.server import Server

CHECK_WORKSPACE = "gxlint.checkWorkspace"
OPEN_RULE = "gxlint.openRule"
RECOMPUTE_TOTALS = "gxlint.recomputeTotals"


async def _check_workspace(server: Server, params: types.ExecuteCommandParams) -> dict[str, Any]:
    """Check all folders, and show what is found in files that are not open.

    Takes nothing. The answer is ``{"complete", "reports", "error", "warning", "info", "hint"}``: how many there are.
    """
    counts = await server.pushing.check(params.work_done_token)
    server.window_show_message(
        types.ShowMessageParams(types.MessageType.Info, _told(counts, server.settings.lang))
    )
    return counts


def _told(counts: dict[str, Any], lang: str) -> str:
    """How the check of all folders has ended, in a line."""
    found = [count_of(counts[name], name, lang) for name in SEVERITIES if counts[name]]
    text = say(
        lang,
        "没有打开的年度报告 {n} 份:{found}",
        "annual reports that are not open: {n}; {found}",
        n=counts["reports"],
        found=enumeration(found, lang) or say(lang, "没有问题", "nothing found"),
    )
    return (
        text if counts["complete"] else text + say(lang, "(已取消,没有查完)", " (called off before the end)")
    )


async def _open_rule(server: Server, params: types.ExecuteCommandParams) -> dict[str, Any] | None:
    """Show the page of a rule.

    Takes its code. The answer is null for a rule that does not exist, else ``{"code", "url", "markdown", "shown"}``.
    """
    from gxlint.lsp.rule_page import show_rule

    return await show_rule(server, argument(params))


async def _recompute_totals(server: Server, params: types.ExecuteCommandParams) -> int:
    """Have the client put the totals of a document right that are not what their terms come to.

    Takes the document's URI, and the key of a table unless all are meant. The answer is how many cells change.
    """
    table = params.arguments[1] if params.arguments and len(params.arguments) > 1 else None
    if table is not None and not isinstance(table, str):
        raise JsonRpcInvalidParams(f"{params.command} takes the key of a table")
    return await recompute(server, argument(params), table)


def argument(params: types.ExecuteCommandParams) -> str:
    """The first argument, which is a text.

    Raises:
        JsonRpcInvalidParams: it is none.
    """
    given = (params.arguments or [None])[0]
    if not isinstance(given, str):
        raise JsonRpcInvalidParams(f"{params.command} takes a text")
    return given


COMMANDS: Mapping[str, Callable[[Server, types.ExecuteCommandParams], Awaitable[object]]] = {
    CHECK_WORKSPACE: _check_workspace,
    OPEN_RULE: _open_rule,
    RECOMPUTE_TOTALS: _recompute_totals,
}
