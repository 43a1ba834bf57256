"""``python -m tests.web.probe PROGRAM FOLDER``: does an installed gxlint serve its page, parts and socket, and end well?"""

from __future__ import annotations

import asyncio
import json
import re
import signal
import subprocess
import sys
from typing import Any
from urllib.request import Request, urlopen

_PATIENCE = 30


def main(program: str, folder: str) -> None:
    """Start it in a folder, look at everything that a browser would fetch, and interrupt it."""
    with subprocess.Popen(
        [program, "web", "--no-browser", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=\S+", process.stdout.readline())
            assert found is not None, "no address was printed"
            own = f"http://127.0.0.1:{found[1]}"
            with urlopen(found[0], timeout=_PATIENCE) as answer:
                page, cookie = answer.read().decode(), answer.headers["Set-Cookie"].partition(";")[0]
            parts = re.findall(r'(?:src|href)="(/assets/[^"]+)"', page)
            for path in (*parts, "/assets/editor.worker.js", "/assets/codicon.ttf"):
                with urlopen(Request(own + path, headers={"Cookie": cookie}), timeout=_PATIENCE) as answer:
                    size = len(answer.read())
                assert size > 0, path
                print(f"{path}: {size} bytes")
            assert "/assets/main.js" in parts
            print(asyncio.run(_greeted(own, cookie)))
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(_PATIENCE) == 0, process.returncode


async def _greeted(own: str, cookie: str) -> str:
    """What the server says of itself."""
    from websockets.asyncio.client import connect

    origin: Any = own
    address = f"ws{own.removeprefix('http')}/socket"
    async with connect(address, origin=origin, additional_headers={"Cookie": cookie}) as client:
        params: dict[str, Any] = {"processId": None, "capabilities": {}}
        await client.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}))
        about: dict[str, str] = json.loads(await client.recv())["result"]["serverInfo"]
    return f"{about['name']} {about['version']}"


if __name__ == "__main__":
    main(*sys.argv[1:])
