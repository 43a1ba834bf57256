"""From a document to its parse tree."""

from functools import lru_cache

from gxlint.formats import Catalogue
from gxlint.readers.document import Document
from gxlint.syntax.lexer import Lexer
from gxlint.syntax.parser import load_tables, parse_tokens
from gxlint.syntax.terms import Dictionary
from gxlint.syntax.tree import Node, Part, TableText, Token, Tree, leaves, tokens

__all__ = ["Node", "Part", "TableText", "Token", "Tree", "leaves", "lexer_for", "parse", "tokens"]


def parse(document: Document, catalogue: Catalogue) -> Tree:
    """The layout tree of a document. Any text has one; nothing raises."""
    return parse_tokens(lexer_for(catalogue).tokens(document), load_tables("layout"), Node)


@lru_cache(maxsize=4)
def lexer_for(catalogue: Catalogue) -> Lexer:
    """The lexer that knows the words of some formats, with all that it remembers."""
    return Lexer(Dictionary(catalogue))
