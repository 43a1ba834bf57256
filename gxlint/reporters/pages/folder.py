"""The folder of rule pages: what has to be in it, and bringing it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lint.session import Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.reporters.pages.index import index
from gxlint.reporters.pages.markdown import is_generated, markdown
from gxlint.reporters.pages.page import page_of

if TYPE_CHECKING:
    from pathlib import Path

    from gxlint.rules import RuleInfo
    from gxlint.rules.plugins import Plugins

_INDEX = "README.md"
PACKAGE = "gxlint"  # a province has its own pages, in its own package


def pages(package: str = PACKAGE, plugins: Plugins | None = None) -> dict[str, str]:
    """Name and text of every page and of the index, for all rules of a package.

    Args:
        package: an installed package that brings rules; the tool's own rules go with those of gxlint.
        plugins: used in place of the installed ones.

    Raises:
        LookupError: the package brings no rules.
    """
    session = Session(Settings(config=""), plugins=plugins)
    rules: list[RuleInfo] = [rule for rule in session.plugins.rules if rule.origin.package == package]
    if not rules:
        raise LookupError(package)
    guest = "" if package == PACKAGE else package
    if not guest:
        rules += TOOL_RULES
    made = {
        f"{rule.code}.md": markdown(page_of(rule, session.catalogue, version=False), guest) for rule in rules
    }
    return {_INDEX: index(rules, guest), **made}


def stale_pages(
    folder: Path, package: str = PACKAGE, plugins: Plugins | None = None
) -> dict[str, str | None]:
    """What would have to change: a text to write, or none for a page whose rule is gone."""
    wanted = pages(package, plugins)
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}
    changes: dict[str, str | None] = {name: text for name, text in wanted.items() if found.get(name) != text}
    return {
        **changes,
        **{name: None for name, text in found.items() if name not in wanted and is_generated(text)},
    }


def write_pages(folder: Path, package: str = PACKAGE, plugins: Plugins | None = None) -> list[str]:
    """Bring the folder up to date.

    Returns:
        The names of the files that were written or deleted.
    """
    changes = stale_pages(folder, package, plugins)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in changes.items():
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return sorted(changes)
