"""gxlint as users have it: a wheel, installed into an environment of its own, with compiled bytecode."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).parents[1]


class Installed:
    """An environment with the wheel of this checkout in it. ``python`` and ``gxlint`` are its programs."""

    def __init__(self, folder: Path) -> None:
        """Build and install. The folder must not exist yet."""
        venv.create(folder, with_pip=True)
        programs = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = str(programs / "python")
        self.gxlint = str(programs / "gxlint")
        # The benchmarks themselves stand beside it, away from the checkout, whose gxlint would be found first.
        self._beside = folder / "beside"
        shutil.copytree(Path(__file__).parent, self._beside / "benchmarks")
        self.run("-m", "pip", "install", "--quiet", "--compile", str(_ROOT))
        self._is_the_wheel(folder)

    @property
    def environment(self) -> dict[str, str]:
        """The variables its programs run with."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return {**kept, "PYTHONPATH": str(self._beside), "PYTHONUTF8": "1"}

    def run(self, *words: str) -> str:
        """What its Python prints."""
        return "".join(self.lines(*words))

    def lines(self, *words: str) -> Iterator[str]:
        """What its Python prints, line by line as it comes."""
        command = [self.python, *words]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env=self.environment, cwd=self._beside, encoding="utf-8"
        ) as process:
            assert process.stdout is not None
            yield from process.stdout
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)

    def _is_the_wheel(self, folder: Path) -> None:
        code = (
            "import gxlint.cli.main as main, gxlint_national as rules; "
            "print(main.__file__, main.__cached__, rules.__file__, sep='\\n')"
        )
        module, bytecode, rules = map(Path, self.run("-c", code).splitlines())
        if not (module.is_relative_to(folder) and rules.is_relative_to(folder) and bytecode.is_file()):
            sys.exit(f"not an installed wheel with compiled bytecode: {module}")
