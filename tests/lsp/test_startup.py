"""What is loaded before the client has been answered for the first time: editors wait for that."""

import subprocess
import sys

_ASK = "import gxlint.lsp.serve, sys; print(*(name for name in sys.modules if name.startswith(('gxlint', 'pydantic'))))"


def test_nothing_is_loaded_that_only_documents_need() -> None:
    ran = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, check=True)
    loaded = {".".join(name.split(".")[:2]) for name in ran.stdout.split()}
    later = {"syntax", "facts", "forms", "formatting", "testing", "annotating", "cli"}
    assert not loaded & {f"gxlint.{room}" for room in later}
    assert not any(name.startswith("pydantic") for name in loaded)
    assert "gxlint.lint.session" not in ran.stdout.split()
