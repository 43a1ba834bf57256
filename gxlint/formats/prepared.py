"""The official formats, read from their TOML files beforehand.

TOML is what people write a format in; reading it takes longer than all else at start-up. So the contents also lie in
``grammars/formats.json``; ``python -m gxlint.prepare`` writes it and a test holds that it is fresh.
"""

import json
import os
from typing import Any

from gxlint.formats.form import Catalogue
from gxlint.formats.load import parse_format
from gxlint.resources import GRAMMARS

_FILE = os.path.join(GRAMMARS, "formats.json")


def prepared_formats() -> Catalogue:
    """The official formats, oldest first."""
    with open(_FILE, encoding="utf-8") as file:
        data: dict[str, dict[str, Any]] = json.load(file)
    formats = [parse_format(contents, name) for name, contents in data.items()]
    return Catalogue(tuple(sorted(formats, key=lambda form: form.first_year)))


def formats_text() -> str:
    """What the prepared file has to hold: the contents of every TOML file by name."""
    import tomllib
    from pathlib import Path

    files = sorted(Path(GRAMMARS, "formats").glob("*.toml"))
    data = {file.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=False) + "\n"
