"""VS Code, served by code-server."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from tests.editors import tools

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 120.0  # a busy machine is no mistake
SHOTS = tools.HOME / "shots"
# Nothing that asks, moves or fetches.
_QUIET = {
    "security.workspace.trust.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": False,
    "extensions.ignoreRecommendations": True,
    "chat.disableAIFeatures": True,
    "files.autoSave": "off",
    "editor.minimap.enabled": False,
    # The tests type settings in.
    "workbench.editor.useModal": "off",
    "workbench.editor.enablePreview": False,
    "[jsonc]": {"editor.autoClosingBrackets": "never", "editor.autoClosingQuotes": "never"},
    "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
}


class CodeServer:
    """A running code-server with the extension, in a home of its own."""

    def __init__(self, home: Path, vsix: Path, path: str | None = None) -> None:
        """Start it; ``path`` is where programs are looked for, gxlint among them, which is named unless it is given."""
        self._home, self._command, self._path = home, tools.code_server(), path
        named = {} if path is not None else {"gxlint.command": [*tools.SERVER]}
        # What names a program belongs to the machine that runs it, which is not the browser's.
        for kind, settings in (("User", _QUIET), ("Machine", named)):
            file = home / "data" / kind / "settings.json"
            file.parent.mkdir(parents=True)
            file.write_text(json.dumps(settings), encoding="utf-8")
        (home / "config.yaml").write_text("auth: none\n", encoding="utf-8")
        installed = subprocess.run(
            [*self._command, *self._where(), "--install-extension", str(vsix)],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert installed.returncode == 0, installed.stderr
        self.port = _free_port()
        SHOTS.mkdir(parents=True, exist_ok=True)
        with (SHOTS / "code-server.log").open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *self._command,
                    *self._where(),
                    *("--auth", "none", "--bind-addr", f"127.0.0.1:{self.port}"),
                    *("--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"),
                ],
                env=self._environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

    def address(self, file: Path) -> str:
        """Where the workbench opens on a file and its folder."""
        opened = f"vscode-remote://127.0.0.1:{self.port}{quote(str(file))}"
        payload = quote(json.dumps([["openFile", opened]]), safe="")
        return f"http://127.0.0.1:{self.port}/?folder={quote(str(file.parent), safe='')}&payload={payload}"

    def server_processes(self) -> list[int]:
        """The language servers that were started from here."""
        found = []
        for name in os.listdir("/proc"):
            if name.isdigit() and _session(int(name)) == self._process.pid:
                words = _words(int(name))
                if words[1:4] == ["-m", "gxlint", "server"] or words[2:3] == ["server"]:
                    found.append(int(name))
        return found

    def close(self) -> None:
        """End it with all that it started."""
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        logs = self._home / "data" / "logs"
        if logs.is_dir():
            shutil.copytree(logs, SHOTS / "logs", dirs_exist_ok=True)

    def _where(self) -> list[str]:
        home = self._home
        return [
            *("--config", str(home / "config.yaml")),
            *("--user-data-dir", str(home / "data")),
            *("--extensions-dir", str(home / "extensions")),
        ]

    def _environment(self) -> dict[str, str]:
        """The rules of a province can be imported, though they are not installed where the tests run."""
        found = {**os.environ, "HOME": str(self._home), "PYTHONPATH": str(tools.HOME / "province")}
        return found if self._path is None else {**found, "PYTHONPATH": "", "PATH": self._path}

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=1) as answer:
                    if answer.status == 200:
                        return
            except (URLError, OSError):
                time.sleep(0.2)
        raise AssertionError("code-server did not start; see code-server.log")


def opened(folder: Path, text: str, name: str, **settings: object) -> Path:
    """A document in a folder with settings of its own."""
    (folder / ".vscode").mkdir()
    (folder / ".vscode" / "settings.json").write_text(folder_settings(settings), encoding="utf-8")
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def folder_settings(settings: dict[str, object]) -> str:
    """Settings as VS Code keeps them."""
    return json.dumps(
        {name.replace("__", "."): value for name, value in settings.items()}, ensure_ascii=False
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _session(process: int) -> int:
    try:
        return os.getsid(process)
    except OSError:
        return -1


def _words(process: int) -> list[str]:
    try:
        with open(f"/proc/{process}/cmdline", "rb") as file:
            return file.read().decode(errors="replace").split("\0")
    except OSError:
        return []
