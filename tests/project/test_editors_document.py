"""What docs/editors.md says of the server is so."""

import json
import re
import tomllib

from gxlint.cli.commands.server import server_parser
from gxlint.lsp.actions.fix_all import FIX_ALL
from gxlint.lsp.interest import LANGUAGE
from gxlint.lsp.notes import CODE
from gxlint.lsp.settings import KEYS, ServerSettings
from tests.project.imports import ROOT

TEXT = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_every_setting_is_there_with_its_default() -> None:
    rows = dict(re.findall(r"^\| (`\w+`(?:、`\w+`)*) \|.*\| (\S+|[^|]+) \|$", TEXT, re.MULTILINE))
    told = {name: default for names, default in rows.items() for name in re.findall(r"\w+", names)}
    assert told.keys() == KEYS.keys()
    defaults = ServerSettings()
    for name in ("detect", "quiet", "maxDiagnostics"):
        assert told[name] == f"`{json.dumps(getattr(defaults, KEYS[name][0]))}`"


def test_every_option_is_there() -> None:
    options = {argument.names.split()[0] for argument in server_parser("zh").options} - {"-h,"}
    assert {option for option in options if f" {option}" in TEXT or f"`{option}`" in TEXT} == options


def test_names_are_right() -> None:
    assert f"`{LANGUAGE}`" in TEXT
    assert f"`{FIX_ALL}`" in TEXT
    assert f"`{CODE}`" in TEXT


def test_configurations_can_be_read() -> None:
    read = [*map(json.loads, _blocks("json")), *map(tomllib.loads, _blocks("toml"))]
    assert len(read) == 2
    assert read[1]["language-server"]["gxlint"] == {"command": "gxlint", "args": ["server"]}
