"""What the sources of the page say of the program is so. Needs no browser and no npm."""

from __future__ import annotations

import json
import re
from typing import Any

from gxlint import __version__
from gxlint.cli.commands.web import web_parser
from gxlint.lsp.actions.fix_all import FIX_ALL
from gxlint.lsp.commands import COMMANDS
from gxlint.lsp.features import preview
from gxlint.lsp.interest import LANGUAGE
from gxlint.lsp.settings import KEYS
from gxlint.web.assets import BUILD
from gxlint.web.features import FEATURES
from gxlint.web.site import SOCKET, USUAL_PORT
from tests.editors.tools import EXTENSION, PAGE, ROOT

DOCUMENT = (ROOT / "docs" / "web.md").read_text(encoding="utf-8")


def read(name: str) -> Any:
    return json.loads((PAGE / name).read_text(encoding="utf-8"))


def source(name: str) -> str:
    return (PAGE / "src" / name).read_text(encoding="utf-8")


def test_requests_of_our_own() -> None:
    asked = set(re.findall(r'"(gxlint/\w+)"', source("asking.ts")))
    assert asked == {preview.METHOD, *(feature.method for feature in FEATURES)}


def test_names() -> None:
    assert f'"{FIX_ALL}"' in source("asking.ts")
    assert f'"{LANGUAGE}"' in source("language.ts")
    assert f"{SOCKET}`" in source("app.ts")
    assert set(re.findall(r'registerCommand\("([^"]+)"', source("app.ts"))) <= set(COMMANDS)
    assert {"province", "year"} <= set(KEYS)


def test_the_version() -> None:
    assert read("package.json")["version"] == read("package-lock.json")["version"] == __version__


def test_the_lock_file_names_no_host() -> None:
    assert not [
        name for name, package in read("package-lock.json")["packages"].items() if "resolved" in package
    ]


def test_tools_are_those_of_the_extension() -> None:
    other = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    own = read("package.json")["devDependencies"]
    shared = own.keys() & other.keys()
    assert {"@biomejs/biome", "esbuild", "typescript"} <= shared
    assert {name: own[name] for name in shared} == {name: other[name] for name in shared}


def test_the_document() -> None:
    for argument in web_parser("zh").options:
        name = argument.names.split(", ")[-1]
        assert name == "--help" or f"`{name}" in DOCUMENT
    assert str(USUAL_PORT) in DOCUMENT
    assert str(USUAL_PORT) in web_parser("zh").format_help()
    assert BUILD in DOCUMENT
    for label in re.findall(r'button\(\s*say\("([^"]+)"', source("toolbar.ts")):
        assert label in DOCUMENT
