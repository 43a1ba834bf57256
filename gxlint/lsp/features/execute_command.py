"""workspace/executeCommand: what the user has chosen from a menu, or what an action or a code lens stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from gxlint.lsp.commands import COMMANDS
from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _execute_command(server: Server, params: types.ExecuteCommandParams) -> object:
    run = COMMANDS.get(params.command)
    if run is None:
        raise JsonRpcInvalidParams(f"no command {params.command}")
    return await run(server, params)


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.execute_command_provider = types.ExecuteCommandOptions([*COMMANDS], work_done_progress=True)


FEATURE = Feature(types.WORKSPACE_EXECUTE_COMMAND, _execute_command, _announce)
