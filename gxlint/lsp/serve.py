"""Runs the server: messages on one thread, the rules on the main thread, where one that never ends can be stopped."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine
from threading import Thread
from typing import Any

from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.transports import stdio, tcp, websocket
from gxlint.lsp.worker import Worker

Serve = Callable[[Worker, ServerSettings], Coroutine[Any, Any, int]]
# While rules run, messages are taken up after this many seconds at the latest.
_SWITCH = 0.001


def serve_stdio(settings: ServerSettings) -> int:
    """Serve the client that started this process; return the exit code."""
    return run(stdio.serve, settings)


def serve_tcp(settings: ServerSettings, host: str, port: int) -> int:
    """Listen for clients; return the exit code.

    Raises:
        OSError: nothing can listen there.
    """
    return run(lambda worker, wanted: tcp.serve(worker, wanted, host, port), settings)


def serve_websocket(settings: ServerSettings, host: str, port: int) -> int:
    """Listen for clients in browsers; return the exit code.

    Raises:
        OSError: nothing can listen there.
    """
    return run(lambda worker, wanted: websocket.serve(worker, wanted, host, port), settings)


def run(serve: Serve, settings: ServerSettings) -> int:
    """Serve in a way of one's own until that ends; return the exit code it ends with.

    Args:
        serve: talks to clients, on a thread with an event loop; handed the worker and the settings.
        settings: what the user wants.

    Raises:
        Exception: whatever ``serve`` raises.
    """
    worker = Worker()
    codes: list[int] = []
    errors: list[BaseException] = []

    def talk() -> None:
        try:
            codes.append(asyncio.run(serve(worker, settings)))
        except BaseException as error:
            errors.append(error)
        finally:
            if codes and worker.busy:  # nobody waits for what it does any more
                logging.shutdown()
                os._exit(codes[0])
            worker.finish()

    sys.setswitchinterval(_SWITCH)
    Thread(target=talk, name="gxlint-messages", daemon=True).start()
    worker.run()
    if errors:
        raise errors[0]
    return codes[0] if codes else 1
