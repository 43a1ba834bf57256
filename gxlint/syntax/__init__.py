"""From a document to its parse tree."""

from functools import lru_cache

from gxlint.formats import Catalogue
from gxlint.readers.document import Document
from gxlint.syntax.lexer import Lexer
from gxlint.syntax.parser import load_tables, parse_tokens
from gxlint.syntax.terms import Dictionary
from gxlint.syntax.tree import Node, Part, TableText, Token, Tree, leaves, tokens

__all__ = ["Node", "Part", "TableText", "Token", "Tree", "leaves", "parse", "tokens"]


def parse(document: Document, catalogue: Catalogue) -> Tree:
    """The layout tree of a document. Any text has one; nothing raises."""
    return parse_tokens(_lexer(catalogue).tokens(document), load_tables("layout"), Node)


@lru_cache(maxsize=4)
def _lexer(catalogue: Catalogue) -> Lexer:
    return Lexer(Dictionary(catalogue))
