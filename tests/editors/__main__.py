"""``python -m tests.editors [EDITOR ...] [--require EDITOR,...]``: install editors and run the tests in them.

An editor that cannot be had is a skip with its reason, and a failure where it is required. Screenshots and logs of VS
Code are left in ``build/editors/shots``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time

from tests.editors import tools

_FAILED = 1  # of pytest's exit codes


def main() -> int:
    """Install, test, and say what was not tested."""
    parser = argparse.ArgumentParser(prog="python -m tests.editors")
    parser.add_argument("editors", nargs="*", choices=[[], *tools.TOOLS], metavar="EDITOR")
    parser.add_argument("--require", default="", metavar="EDITOR,...")
    parser.add_argument("--install-only", action="store_true")
    options, more = parser.parse_known_args()
    wanted = options.editors or [name for name in tools.TOOLS if name not in tools.ON_DEMAND]
    missing = {
        name: f"tested by python -m tests.editors {name}" for name in tools.TOOLS if name not in wanted
    }
    for name in wanted:
        begun = time.monotonic()
        reason = tools.install(name)
        print(f"{name}: {reason or 'ready'} ({time.monotonic() - begun:.0f}s)", flush=True)
        if reason is not None:
            missing[name] = reason
    required = [name for name in options.require.split(",") if name]
    if absent := [name for name in required if name in missing]:
        print(f"required, but not to be had: {', '.join(absent)}", file=sys.stderr)
        return 1
    if options.install_only:
        return 0
    path = os.pathsep.join(filter(None, [os.environ.get("PYTHONPATH"), str(tools.HOME / "python")]))
    environment = {**os.environ, "GXLINT_EDITORS": json.dumps(missing), "PYTHONPATH": path}
    command = [sys.executable, "-m", "pytest", "-n0", "-rs", "-v", "tests/editors", *more]
    code = _run(command, environment)
    if code == _FAILED:
        # On a busy machine a window may lose a key. What is really broken fails again.
        print("\nwhat failed is tried once more", flush=True)
        code = _run([*command, "--last-failed"], environment)
    return code


def _run(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(command, cwd=tools.ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
