"""What modules import, read from their syntax, without running them."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Import(NamedTuple):
    """One imported name. ``late`` when the import stands in a function, ``typing`` when only a type checker sees it."""

    file: Path
    line: int
    name: str
    late: bool
    typing: bool

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.name}"


def imports(folder: Path) -> Iterator[Import]:
    """All imports of all modules below a folder; ``from a import b`` counts as ``a.b``."""
    for file in sorted(folder.rglob("*.py")):
        yield from _of(ast.parse(file.read_text(encoding="utf-8")), file, late=False, typing=False)


def _of(node: ast.AST, file: Path, *, late: bool, typing: bool) -> Iterator[Import]:
    late = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    typing = typing or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
    if isinstance(node, ast.Import | ast.ImportFrom):
        for name in _names(node):
            yield Import(file, node.lineno, name, late, typing)
    for child in ast.iter_child_nodes(node):
        yield from _of(child, file, late=late, typing=typing)


def _names(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    else:
        module = "." * node.level + (node.module or "")
        yield from (f"{module}.{alias.name}" for alias in node.names)
