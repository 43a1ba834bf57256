"""``python -m gxlint.prepare``: rebuild what is made from grammars, formats and models."""

from collections.abc import Iterator
from pathlib import Path

from gxlint.formats.prepared import formats_text
from gxlint.resources import GRAMMARS
from gxlint.syntax.tables import tables_text

# Only a checkout has the documentation; an installed gxlint is not rebuilt.
_SCHEMAS = Path(GRAMMARS).parent / "docs" / "schemas"


def prepared_files() -> Iterator[tuple[Path, str]]:
    """Every file made from others, and what it has to hold."""
    from gxlint.lint.config import schema as config
    from gxlint.rules.packs import schema as pack

    for grammar in sorted(Path(GRAMMARS).glob("*.lark")):
        yield grammar.with_suffix(".tables.json"), tables_text(grammar)
    yield Path(GRAMMARS, "formats.json"), formats_text()
    yield _SCHEMAS / "pack.schema.json", pack.schema_text()
    yield _SCHEMAS / "config.schema.json", config.schema_text()


def main() -> None:
    """Write them."""
    for path, text in prepared_files():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
