"""Where the files that are not code lie: in the wheel beside the package, in a checkout at the top."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "grammars"
GRAMMARS = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parent.parent / "grammars"
