"""Every room imports only from rooms to its left, and what is heavy is imported when it is needed."""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.project.imports import ROOT, Import, imports

ROOMS = (
    "source",
    "formats",
    "readers",
    "syntax",
    "model",
    "facts",
    "formatting",
    "rules",
    "forms",
    "lint",
    "testing",
    "reporters",
    "writeback",
    "lsp",
    "web",
    "cli",
)
# Beside the rooms: module → the rooms that it may import from, and why it is none itself.
BESIDE = {
    "__init__": (),  # the version, which anyone may ask for
    "__main__": ("cli",),  # python -m gxlint
    "resources": (),  # where the package data lies: knows nothing, so that any room may ask it
    "prepare": (
        "formats",
        "syntax",
        "rules",
        "lint",
    ),  # a developer's command that writes package data; no room imports it
}
FOR_ALL = ("__version__", "resources")
# What a rule may use: the report, what it is made of and read from, and the way to say what is wrong with it.
FOR_RULES = ("source", "formats", "readers", "model", "facts", "rules")
# What only the language server, and the page that it serves, may import, at any time: half a second.
SERVER_ONLY = {"pygls", "lsprotocol", "websockets"}
SERVING = ("lsp", "web")
# Who may have them imported, and when: the commands that start them, once they are to start.
STARTS_THEM = tuple(ROOT / "gxlint" / "cli" / "commands" / name for name in ("server.py", "web.py"))
# What may be imported only by the function that needs it; rich draws what only some commands show.
LATE = {
    "asyncio",
    "difflib",
    "importlib.metadata",
    "lark",
    "opencc",
    "pydantic",
    "pypdfium2",
    "rich",
    "selectolax",
    "tomllib",
    "watchfiles",
}
DRAWS_WITH_RICH = (
    ROOT / "gxlint" / "cli" / "views"
)  # one module per way to show a report, imported when asked for
# Made of pydantic models: whoever needs them imports them late, too, and among themselves they are free.
MODELLED = (
    "gxlint.rules.toml_models",
    "gxlint.rules.packs",
    "gxlint.lint.config.model",
    "gxlint.lint.config.schema",
    "gxlint.cli.receipts",
    "gxlint.testing.packs",
)
# What developers need to write package data with; users get what it wrote.
BUILD_TIME = {"lark"}
# What the test kit needs beyond the rest, the extra ``testing``; nothing else may import it.
TESTING_ONLY = {"pytest", "yaml"}
# What is imported under another name than that of its package.
IMPORTED_AS = {"python-docx": "docx"}
OURS = {"gxlint", *(path.name for path in (ROOT / "plugins").glob("*/gxlint_*"))}

GXLINT = tuple(imports(ROOT / "gxlint"))
PLUGINS = tuple(item for package in (ROOT / "plugins").glob("*/gxlint_*") for item in imports(package))


def test_the_rooms_are_the_package() -> None:
    found = {path.stem for path in (ROOT / "gxlint").iterdir() if path.suffix == ".py" or _is_package(path)}
    assert found == {*ROOMS, *BESIDE}


def test_rooms_import_only_from_their_left() -> None:
    wrong = [str(item) for item in GXLINT if _room(item.name) not in (*_allowed(_place(item.file)), None)]
    assert not wrong


def test_imports_are_absolute() -> None:
    # The tests above see no others, and a reader sees at once which room a name comes from.
    assert not [str(item) for item in (*GXLINT, *PLUGINS) if item.name.startswith(".")]


def test_rules_import_what_is_for_rules() -> None:
    wrong = [str(item) for item in PLUGINS if _room(item.name) not in (*FOR_RULES, None)]
    assert not wrong


def test_only_the_server_imports_the_server_libraries() -> None:
    outside = [item for item in (*GXLINT, *PLUGINS) if _place(item.file) not in SERVING]
    assert not [str(item) for item in outside if item.name.split(".")[0] in SERVER_ONLY]


def test_only_its_command_imports_the_server() -> None:
    outside = [
        item
        for item in (*GXLINT, *PLUGINS)
        if _place(item.file) not in SERVING and _room(item.name) in SERVING
    ]
    assert {item.file for item in outside} == {*STARTS_THEM}
    assert not [str(item) for item in outside if not (item.late or item.typing)]


def test_one_method_one_module() -> None:
    features = ROOT / "gxlint" / "lsp" / "features"
    modules = {path.stem for path in features.glob("*.py")} - {"__init__", "feature"}
    listed = [item.name for item in GXLINT if item.file == features / "__init__.py"]
    assert modules == {name.rpartition(".")[2] for name in listed} - {"features"}


def test_only_the_test_kit_imports_what_tests_need() -> None:
    outside = [item for item in (*GXLINT, *PLUGINS) if _place(item.file) != "testing"]
    assert not [str(item) for item in outside if item.name.split(".")[0] in TESTING_ONLY]


def test_pytest_loads_nothing_of_gxlint_before_a_test_asks_for_it() -> None:
    entry = [item for item in GXLINT if item.file.parent.name == "testing" and item.file.stem == "plugin"]
    early = [item for item in entry if not (item.late or item.typing)]
    assert {item.name.split(".")[0] for item in early} == {"collections", "pathlib", "typing", "pytest"}


def test_heavy_modules_are_imported_late() -> None:
    assert not [str(item) for item in _at_start((*GXLINT, *PLUGINS))]


@pytest.mark.parametrize("word", ["lark", "rich"])
def test_late_imports_are_seen_at_all(word: str) -> None:
    # The test above would pass, too, if the search for imports found nothing.
    assert any(item.name.startswith(word) for item in GXLINT)


def test_dependencies_are_those_imported() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        dependencies: list[str] = tomllib.load(file)["project"]["dependencies"]
    declared = {re.split(r"[<>=~!;\[ ]", dependency)[0] for dependency in dependencies}
    foreign = {item.name.split(".")[0] for item in (*GXLINT, *PLUGINS)} - sys.stdlib_module_names - OURS
    assert foreign - BUILD_TIME - TESTING_ONLY == {IMPORTED_AS.get(name, name) for name in declared}


def _at_start(items: tuple[Import, ...]) -> Iterator[Import]:
    for item in items:
        heavy = _is_in(item.name, (*LATE, *MODELLED))
        if _is_in(_module(item.file), MODELLED):
            heavy = _is_in(item.name, LATE - {"pydantic"})
        # The server needs what it needs from its first moment on, and nobody else imports it.
        serving = item.name.startswith("asyncio") and _place(item.file) in SERVING
        drawing = item.name.startswith("rich.") and item.file.parent == DRAWS_WITH_RICH
        if heavy and not (item.late or item.typing or drawing or serving):
            yield item


def _is_in(name: str, modules: Iterable[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def _module(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


def _is_package(path: Path) -> bool:
    return (path / "__init__.py").is_file()


def _place(file: Path) -> str:
    """The room, or the module beside the rooms, that a file belongs to."""
    return file.relative_to(ROOT).parts[1].removesuffix(".py")


def _room(name: str) -> str | None:
    """The room an imported name belongs to; none for what is not ours."""
    first, _, rest = name.partition(".")
    return rest.split(".")[0] if first == "gxlint" else None


def _allowed(place: str) -> tuple[str, ...]:
    if place in BESIDE:
        return (*BESIDE[place], *FOR_ALL)
    return (*ROOMS[: ROOMS.index(place) + 1], *FOR_ALL)
