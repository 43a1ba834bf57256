"""Kate on a screen that nobody sees. It cannot be asked what it shows: what it and the server say to each other is."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.editors import reports, tools
from tests.editors.code_server import PATIENCE, SHOTS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.editor("kate")


def test_kate(tmp_path: Path) -> None:
    file, log = tmp_path / reports.NAME, tmp_path / "gxlint.log"
    file.write_text(reports.faulty(), encoding="utf-8")
    configured(tmp_path, [*tools.SERVER, "server", "--log-file", str(log), "--verbose"])
    end = time.monotonic() + PATIENCE
    with subprocess.Popen(
        [
            *("xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--", "sh", "-c"),
            'kate -n -l 35 "$0" & while [ ! -e "$1" ]; do sleep 0.2; done; sleep 2; scrot -o "$2"; kill $!; wait',
            *(str(file), str(tmp_path / "seen"), str(SHOTS / "kate.png")),
        ],
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_RUNTIME_DIR": str(tmp_path),
            "LANG": "C.UTF-8",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as kate:
        try:
            while not (log.exists() and "CN305" in log.read_text(encoding="utf-8", errors="replace")):
                assert time.monotonic() < end, "nothing is said of the report"
                time.sleep(0.1)
            (tmp_path / "seen").touch()
            kate.wait(PATIENCE)
        finally:
            if kate.poll() is None:
                os.killpg(kate.pid, signal.SIGKILL)
    said = log.read_text(encoding="utf-8", errors="replace")
    assert "textDocument/didOpen" in said
    assert "textDocument/publishDiagnostics" in said


def configured(home: Path, command: list[str]) -> None:
    """A home in which Kate is set up as the README says, and has been allowed to run the server."""
    settings = json.loads((tools.ROOT / "editors" / "kate" / "settings.json").read_text(encoding="utf-8"))
    assert settings["servers"]["gxreport"]["command"] == ["gxlint", "server"]
    settings["servers"]["gxreport"]["command"] = command
    folder = home / "config" / "kate" / "lspclient"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    (home / "config" / "katerc").write_text(
        f"[Kate Plugins]\nlspclientplugin=true\n[lspclient]\nAllowedServerCommandLines={' '.join(command)}\n",
        encoding="utf-8",
    )
    SHOTS.mkdir(parents=True, exist_ok=True)
