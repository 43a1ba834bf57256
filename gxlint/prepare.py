"""``python -m gxlint.prepare``: rebuild the package data that is made from grammars and formats."""

from collections.abc import Iterator
from pathlib import Path

from gxlint.formats.prepared import formats_text
from gxlint.resources import GRAMMARS
from gxlint.syntax.tables import tables_text


def prepared_files() -> Iterator[tuple[Path, str]]:
    """Every file made from others, and what it has to hold."""
    for grammar in sorted(Path(GRAMMARS).glob("*.lark")):
        yield grammar.with_suffix(".tables.json"), tables_text(grammar)
    yield Path(GRAMMARS, "formats.json"), formats_text()


def main() -> None:
    """Write them."""
    for path, text in prepared_files():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
