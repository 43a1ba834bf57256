"""Builds the page of ``gxlint web`` where it is not there yet, so that a wheel made from a checkout holds it.

Needs npm; where there is none, or it has no packages to install, the wheel is made without the page, and ``gxlint web``
says so. A source distribution holds the page as it was built, so that a wheel made from that needs no npm.
"""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PATIENCE = 600  # seconds
_STEPS = (("ci", "--no-audit", "--no-fund", "--fetch-retries=1"), ("run", "build"))


class Page(BuildHookInterface):
    """The hook."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Have the page built. An editable install does without: ``gxlint web`` tells how to."""
        root = Path(self.root)
        sources, built = root / "editors" / "web", root / "gxlint" / "web" / "assets" / "main.js"
        if version == "editable" or built.exists() or not (sources / "package-lock.json").is_file():
            return
        npm = shutil.which("npm")
        if npm is None:
            self.app.display_warning("npm is not installed: gxlint web will have no page")
            return
        try:
            for step in _STEPS:
                subprocess.run([npm, *step], cwd=sources, check=True, capture_output=True, timeout=_PATIENCE)
        except (OSError, subprocess.SubprocessError) as error:
            self.app.display_warning(f"the page was not built, gxlint web will have none: {error}")
