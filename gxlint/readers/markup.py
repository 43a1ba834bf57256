"""The source of a web page, cut into tags and texts.

HTML parsers do not say where a text came from. So no parser ever sees the texts here: each has a number, and
what matters afterwards is which number stands where. Of the tags only those are left that decide about lines,
rows and visibility, which also keeps the tree flat.
"""

import re
from collections import Counter
from itertools import accumulate
from typing import NamedTuple

from gxlint.readers import tags as t

# Attribute values may hold ">"; a quote that is never closed is not one. Every repeat is possessive: linear
# time.
_ATTRIBUTES = r"""[^>"'=]*+(?:(?:=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])[^>"'=]*+)*+"""
_COMMENT = r"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)"
_RAW = "|".join(
    rf"{name}(?=[\s/>]){_ATTRIBUTES}(?:>(?:[^<]++|<(?!/{name}[\s/>]))*+(?:</{name}[^>]*>?)?)?"
    for name in t.RAW
)
# The first two alternatives are shortcuts for what most tags look like.
_TAG = re.compile(
    r"(<(?:/[A-Za-z0-9]++>|(?![SsIiNn]|[Tt][Ee])[A-Za-z][^>=]*+>"
    rf"|{_COMMENT}|(?i:{_RAW})|/?[A-Za-z]{_ATTRIBUTES}>?|[!?/][^>]*>?))"
)
_DEEPEST = 1000

Token = int | str


class Markup(NamedTuple):
    """A page as a sequence of texts and tags.

    Attributes:
        tokens: the number of a text; a tag in its plainest form; ``BREAK`` and ``SPACE``. A cell begins with
            a text, if only an empty one.
        texts: the texts, as they stand in the source.
        starts: where each of them begins.
        preformatted: those whose white space counts.
        title: the one that is the title of the browser's window.
        parse: whether there are tags that only a parser can make sense of.
    """

    tokens: list[Token]
    texts: list[str]
    starts: list[int]
    preformatted: frozenset[int]
    title: int | None
    parse: bool


def scan(source: str, *, keep_lines: bool = False) -> Markup:
    """Cut a page into tags and texts.

    Args:
        source: the HTML, in any condition.
        keep_lines: the tags stand in a text whose line ends count: white space is text, and only HTML's own
            tags are tags.
    """
    parts = _TAG.split(source)
    found = parts[1::2]
    names = {tag: t.name(tag) for tag in set(found)}
    kept, unseen = _kept(found, names)
    plain = {
        tag: t.plain(tag, name, kept, unseen=tag in unseen, strict=keep_lines) for tag, name in names.items()
    }
    return _numbered(parts, {**plain, "": ""}, keep_lines, bool(unseen))


def _numbered(parts: list[str], plain: dict[str, str], keep_lines: bool, parse: bool) -> Markup:
    tokens: list[Token] = []
    texts: list[str] = []
    starts: list[int] = []
    preformatted: list[int] = []
    title = None
    at, before, depth = 0, "", 0
    everything = keep_lines
    for text, tag in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if before is t.CELL or (text and (everything or not text.isspace())):
            if before is not t.TITLE:
                tokens.append(len(texts))
            elif title is None:
                title = len(texts)
            if depth:
                preformatted.append(len(texts))
            texts.append(text)
            starts.append(at)
        elif text:
            tokens.append(t.SPACE)
        at += len(text)
        before = plain[tag]
        if before:
            tokens.append(before)
            if before is t.PRE or before is t.PRE_END:
                depth = max(0, depth + (1 if before is t.PRE else -1))
                everything = keep_lines or depth > 0
        elif before is t.NO_TAG:
            tokens.append(len(texts))
            texts.append(tag)
            starts.append(at)
        at += len(tag)
    return Markup(tokens, texts, starts, frozenset(preformatted), title, parse)


def _kept(tags: list[str], names: dict[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """Names of the elements that decide what is shown, and the tags that begin what is not.

    None where elements are nested so deeply that the parser would take quadratic time.
    """
    unseen = frozenset(tag for tag, name in names.items() if t.is_unseen(tag, name))
    hidden = frozenset(names[tag] for tag in unseen) - t.TABLE
    if not hidden:
        return hidden, unseen
    kept = hidden | t.FRAME if _balanced(tags, names, hidden) else hidden | t.FRAME | t.INLINE
    step = {tag: t.step(tag, name) if name in kept else 0 for tag, name in names.items()}
    if max(accumulate(step[tag] for tag in tags)) > _DEEPEST:
        return frozenset(), frozenset()
    return kept, unseen


def _balanced(tags: list[str], names: dict[str, str], wanted: frozenset[str]) -> bool:
    """Whether there are as many end tags as start tags of these elements."""
    open_tags: Counter[str] = Counter()
    for tag, count in Counter(tags).items():
        if names[tag] in wanted:
            open_tags[names[tag]] += -count if tag[1] == "/" else count
    return not any(open_tags.values())
