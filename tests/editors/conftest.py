"""Editors are skipped, with the reason, where they are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.editors import tools
from tests.editors.code_server import CodeServer
from tests.editors.workbench import browser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@pytest.fixture(scope="session")
def code_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CodeServer]:
    """VS Code with the extension, as the tools made it last."""
    server = CodeServer(tmp_path_factory.mktemp("home"), tools.HOME / "gxlint.vsix")
    yield server
    server.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser, for the tests of one module."""
    with browser() as found:
        yield found


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "editor(name): needs an editor that python -m tests.editors installs")


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    for item in items:
        for mark in item.iter_markers("editor"):
            if (reason := tools.missing().get(mark.args[0])) is not None:
                item.add_marker(pytest.mark.skip(reason=f"{mark.args[0]}: {reason}"))
