"""Mistakes in a handler: they are logged, answered in a line without a traceback, and end nothing."""

from __future__ import annotations

import asyncio
import logging
from functools import wraps
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcException, JsonRpcInternalError

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)


def guarded(method: str, handle: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The handler, whose mistakes are logged and answered in a line, without a traceback."""
    if not asyncio.iscoroutinefunction(handle):

        @wraps(handle)
        def answer(params: Any) -> Any:
            try:
                return handle(params)
            except JsonRpcException:
                raise
            except Exception as error:
                raise _failure(method, error) from None

        return answer

    @wraps(handle)
    async def answer_later(params: Any) -> Any:
        try:
            return await handle(params)
        except JsonRpcException:
            raise
        except Exception as error:
            raise _failure(method, error) from None

    return answer_later


def _failure(method: str, error: Exception) -> JsonRpcInternalError:
    _log.exception("%s failed", method)
    return JsonRpcInternalError(f"{method}: {type(error).__name__}: {error}")
