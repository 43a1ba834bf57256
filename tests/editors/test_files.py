"""What the editors' files say of the server is so. Needs no editor."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from gxlint import __version__
from gxlint.lsp.commands import COMMANDS
from gxlint.lsp.features import preview, verdict
from gxlint.lsp.interest import LANGUAGE
from gxlint.lsp.settings import KEYS, ServerSettings
from tests.editors.tools import EXTENSION, ROOT

if TYPE_CHECKING:
    from pathlib import Path

EDITORS = ROOT / "editors"
# Editors of which the file that sets them up is all there is.
CONFIGURED = {"neovim", "emacs", "vim", "helix", "kate", "sublime"}
# What the extension itself looks at.
OWN_SETTINGS = {"command", "interpreter", "source", "trace.server"}


def read(name: str) -> Any:
    return json.loads((EXTENSION / name).read_text(encoding="utf-8"))


def contributes(what: str) -> Any:
    return read("package.json")["contributes"][what]


def source(name: str) -> str:
    return (EXTENSION / "src" / name).read_text(encoding="utf-8")


def properties() -> dict[str, Any]:
    return {
        name.removeprefix("gxlint."): value
        for name, value in contributes("configuration")["properties"].items()
    }


def test_every_setting_of_the_server_can_be_set() -> None:
    assert properties().keys() - OWN_SETTINGS == set(KEYS)


@pytest.mark.parametrize("name", KEYS)
def test_nothing_set_means_what_the_server_means(name: str) -> None:
    field, take, _ = KEYS[name]
    default = properties()[name]["default"]
    expected = getattr(ServerSettings(), field)
    if default is not None:
        assert take(default) == (expected or ("error" if name == "failLevel" else expected))
    else:
        assert expected is None


def test_a_folder_that_is_not_trusted_names_no_programs_and_files() -> None:
    restricted = read("package.json")["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    named = {"command", "interpreter", "source", "config", "baseline", "previous"}
    assert {name.removeprefix("gxlint.") for name in restricted} == named


def test_both_languages_have_every_text() -> None:
    english, chinese = read("package.nls.json"), read("package.nls.zh-cn.json")
    used = set(re.findall(r'"%([^%"]+)%"', (EXTENSION / "package.json").read_text(encoding="utf-8")))
    assert english.keys() == chinese.keys() == used
    for name in used:
        assert re.search(r"[一-鿿]", chinese[name]), name


def test_names_of_commands() -> None:
    shown = {command["command"] for command in contributes("commands")}
    registered = set(re.findall(r'^  "(gxlint\.\w+)":', source("commands/index.ts"), re.MULTILINE))
    assert registered == shown
    assert not registered & set(COMMANDS)  # these the client registers by itself
    assert set(re.findall(r'"(gxlint\.\w+)"', source("server/executing.ts"))) == set(COMMANDS)
    menu = set(re.findall(r'"(gxlint\.\w+)"\)', source("commands/menu.ts")))
    assert menu
    assert menu <= registered


def test_requests_of_our_own() -> None:
    asked = set(re.findall(r'"(gxlint/\w+)"', source("server/asking.ts")))
    assert asked == {verdict.METHOD, preview.METHOD}


def test_the_language() -> None:
    (language,) = contributes("languages")
    assert language["id"] == LANGUAGE
    assert language["extensions"] == [".gxr.md", ".gxr.txt"]
    for part in (
        language["configuration"],
        contributes("grammars")[0]["path"],
        contributes("snippets")[0]["path"],
    ):
        assert (EXTENSION / part).is_file()


def test_snippets_are_those_of_the_form() -> None:
    made = runpy.run_path(str(EXTENSION / "scripts" / "snippets.py"))["snippets"]()
    assert read("snippets/gxreport.json") == made


def test_the_version() -> None:
    assert read("package.json")["version"] == __version__
    assert read("package-lock.json")["version"] == __version__


def test_the_lock_file_names_no_host() -> None:
    for package in read("package-lock.json")["packages"].values():
        assert "resolved" not in package


def test_every_editor_is_told_of() -> None:
    page = (EDITORS / "README.md").read_text(encoding="utf-8")
    for folder in EDITORS.iterdir():
        if folder.is_dir() and folder.name != "common":  # what several of them share
            assert (folder / "README.md").is_file(), folder.name
            assert f"{folder.name}/README.md" in page


def test_configurations_can_be_read() -> None:
    helix = tomllib.loads((EDITORS / "helix" / "languages.toml").read_text(encoding="utf-8"))
    assert helix["language"][0]["language-id"] == LANGUAGE
    kate = json.loads((EDITORS / "kate" / "settings.json").read_text(encoding="utf-8"))
    sublime = json.loads((EDITORS / "sublime" / "LSP-gxlint.sublime-settings").read_text(encoding="utf-8"))
    commands = [
        [helix["language-server"]["gxlint"]["command"], *helix["language-server"]["gxlint"]["args"]],
        kate["servers"]["gxreport"]["command"],
        sublime["clients"]["gxlint"]["command"],
    ]
    assert commands == [["gxlint", "server"]] * 3


def test_every_editor_knows_reports_by_the_same_names() -> None:
    (language,) = contributes("languages")
    names = {f"*{ending}" for ending in language["extensions"]}
    pages = (f"{name}/README.md" for name in CONFIGURED)
    files = ("neovim/ftdetect/gxreport.lua", "vim/ftdetect/gxreport.vim", "helix/languages.toml")
    for path in (*files, *pages):
        text = (EDITORS / path).read_text(encoding="utf-8")
        assert set(re.findall(r"\*\.gxr\.\w+", text)) == names, path
    emacs = (EDITORS / "emacs" / "gxlint.el").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"auto-mode-alist '\(\"([^\"]+)\"", emacs)
    # A regular expression of Emacs in a string of Lisp: groups and choices are written with backslashes.
    written = {r"\\(": "(", r"\\)": ")", r"\\|": "|", r"\\'": r"\Z", r"\\.": r"\."}
    for old, new in written.items():
        pattern = pattern.replace(old, new)
    assert all(re.search(pattern, name) for name in names)
    assert not re.search(pattern, "a.gxr.md.bak")


def test_what_sublime_text_is_told() -> None:
    """By the schema of its LSP package: a client of these keys, settings by dotted names, scopes in a selector."""
    text = (EDITORS / "sublime" / "LSP-gxlint.sublime-settings").read_text(encoding="utf-8")
    client = json.loads(text)["clients"]["gxlint"]
    assert client.keys() == {"enabled", "command", "selector", "settings"}
    assert set(client["selector"].split(" | ")) == {"text.plain", "text.html.markdown"}
    assert {name.removeprefix("gxlint.") for name in client["settings"]} <= set(KEYS)


def test_what_kate_is_told() -> None:
    settings = json.loads((EDITORS / "kate" / "settings.json").read_text(encoding="utf-8"))
    server = settings["servers"]["gxreport"]
    assert server.keys() == {"command", "rootIndicationFileNames", "highlightingModeRegex", "settings"}
    for mode in ("Markdown", "Normal"):
        assert re.search(server["highlightingModeRegex"], mode)
    assert set(server["settings"]["gxlint"]) <= set(KEYS)


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """The extension's starter beside an invented gxlint, whose parts lie as those of a real one do."""
    starter = tmp_path / "start.py"
    starter.write_bytes((EXTENSION / "bundled" / "start.py").read_bytes())
    own = f"cp{sys.version_info.major}{sys.version_info.minor}"
    package = tmp_path / "wheels" / "common" / "gxlint" / "cli"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    (package / "main.py").write_text(
        "import compiled\ndef run() -> None: print(compiled.NAME)\n", encoding="utf-8"
    )
    (tmp_path / "wheels" / own).mkdir()
    (tmp_path / "wheels" / own / "compiled.py").write_text(f"NAME = '{own}'\n", encoding="utf-8")
    (tmp_path / "wheels" / "machine").write_text("linux x86_64 aarch64\n", encoding="utf-8")
    return starter


def started(starter: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, str(starter)], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the invented parts are for Linux")
def test_the_copy_inside_the_extension(bundled: Path) -> None:
    own = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert started(bundled).stdout == f"{own}\n"
    (bundled.parent / "wheels" / "machine").write_text("win amd64\n", encoding="utf-8")
    ran = started(bundled)
    assert ran.returncode == 3
    assert "win-amd64" in ran.stderr
    (bundled.parent / "wheels" / own).rename(bundled.parent / "wheels" / "cp27")
    ran = started(bundled)
    assert ran.returncode == 3
    assert ran.stderr == f"Python {sys.version_info.major}.{sys.version_info.minor} (gxlint: 2.7)\n"
