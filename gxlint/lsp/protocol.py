"""The protocol as pygls speaks it, with what it leaves open: the order of things, and messages that make no sense."""

from __future__ import annotations

import json
import logging
from contextvars import copy_context
from typing import Any, Literal, NamedTuple

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol

_log = logging.getLogger(__name__)

# What stays with pygls; all else has a module of its own here.
_BUILTIN = (types.SET_TRACE, types.WINDOW_WORK_DONE_PROGRESS_CANCEL)


class _Unreadable(NamedTuple):
    """A request whose parameters are not what its method takes."""

    id: int | str
    method: str
    jsonrpc: str = LanguageServerProtocol.VERSION


class Protocol(LanguageServerProtocol):
    """Hands messages to the server.

    Attributes:
        stage: ``new`` until the client has introduced itself, ``closing`` once it has asked for the end.
    """

    stage: Literal["new", "ready", "closing"] = "new"

    def _register_builtin_features(self) -> None:
        """As pygls does, without the documents that pygls keeps."""
        super()._register_builtin_features()  # type: ignore[no-untyped-call]
        builtin = self.fm.builtin_features
        for method in [*builtin]:
            if method not in _BUILTIN:
                del builtin[method]

    def receive(self, body: bytes | str) -> None:
        """Take a message. Whatever it is, this does not raise."""
        try:
            message = json.loads(body, object_hook=self.structure_message)
        except (ValueError, RecursionError):
            self._refuse(None, JsonRpcParseError())
        except JsonRpcException:
            _log.warning("a message that makes no sense was passed over")
        else:
            self._take(message)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message from its JSON. Requests that make no sense are kept, for they have to be answered."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if isinstance(data.get("id"), int | str) and "method" in data:
                return _Unreadable(data["id"], str(data["method"]))
            raise

    def handle_message(self, message: Any) -> None:
        """As pygls does, which takes ten times as long to find out what kind of message it is."""
        method = getattr(message, "method", None)
        if method is None or message.jsonrpc != self.VERSION:
            super().handle_message(message)
        elif (number := getattr(message, "id", None)) is not None:
            copy_context().run(self._handle_request, number, method, getattr(message, "params", None))
        else:
            copy_context().run(self._handle_notification, method, getattr(message, "params", None))

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification whose parameters are JSON already."""
        self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    def _take(self, message: Any) -> None:
        if not hasattr(message, "jsonrpc"):
            self._refuse(None, JsonRpcInvalidRequest())
            return
        refusal = self._untimely(message)
        if refusal is None and isinstance(message, _Unreadable):
            refusal = JsonRpcInvalidParams()
        if refusal is None:
            self.handle_message(message)
        elif hasattr(message, "id"):
            self._refuse(message.id, refusal)

    def _untimely(self, message: Any) -> JsonRpcException | None:
        """What is wrong with the moment at which a message comes."""
        method = getattr(message, "method", None)
        if method is None or method == types.EXIT:
            return None
        if self.stage == "new" and method != types.INITIALIZE:
            return JsonRpcServerNotInitialized()
        if self.stage == "closing" or (self.stage == "ready" and method == types.INITIALIZE):
            return JsonRpcInvalidRequest()
        return None

    def _refuse(self, request: int | str | None, error: JsonRpcException) -> None:
        _log.info("refused message %s: %s", request, error)
        if request is not None:
            self._send_response(request, error=error.to_response_error())
        else:  # the types of pygls know no answer to nobody
            told = {"code": error.code, "message": error.message}
            self._send_data({"jsonrpc": self.VERSION, "id": None, "error": told})
