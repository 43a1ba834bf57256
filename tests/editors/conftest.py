"""Editors are skipped, with the reason, where they are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.editors import tools

if TYPE_CHECKING:
    from collections.abc import Iterable


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "editor(name): needs an editor that python -m tests.editors installs")


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    for item in items:
        for mark in item.iter_markers("editor"):
            if (reason := tools.missing().get(mark.args[0])) is not None:
                item.add_marker(pytest.mark.skip(reason=f"{mark.args[0]}: {reason}"))
