"""The source of a web page, cut into tags and runs of text.

HTML parsers do not say where a text came from. So the parser never sees the texts: each is replaced by its number, and
the tree that comes back shows which number stands where. The skeleton it is given consists of the tags that decide
about lines, rows and visibility; all others are left out here, which also keeps the tree flat.
"""

import re
from itertools import accumulate
from typing import NamedTuple

# Attribute values may hold ">"; a quote that is never closed is not one. Every repeat is possessive: linear time.
_ATTRIBUTES = r"""(?>[^>"'=]+|=\s*(?:"[^"]*"|'[^']*')?|["'])*+"""
_RAW = ("script", "style", "iframe", "noembed", "noframes")  # elements whose content is no markup, and not shown
_RAW_ELEMENT = "|".join(
    rf"{name}(?=[\s/>]){_ATTRIBUTES}(?:>(?:[^<]++|<(?!/{name}[\s/>]))*+(?:</{name}[^>]*>?)?)?" for name in _RAW
)
_TAG = re.compile(
    rf"(<(?:!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?)|{_RAW_ELEMENT}|/?[a-z]{_ATTRIBUTES}>?|[!?/][^>]*>?))",
    re.IGNORECASE,
)
_NAME = re.compile(r"</?([a-z][^\s/>]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_SAFE_NAME = re.compile(r"[a-z][a-z0-9:.-]*")

_TABLE = frozenset("table caption thead tbody tfoot tr td th".split())
_BLOCKS = frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 header hgroup legend li main menu nav ol p section summary ul".split()
)
_BREAKS = frozenset("br form frame hr listing optgroup option plaintext pre select textarea xmp".split())
_INLINE = frozenset(
    "a abbr acronym applet area audio b base basefont bdi bdo big blink body button canvas cite code col colgroup data "
    "datalist del dfn em embed font frameset head html i img input ins kbd label link map mark marquee meta meter nobr "
    "noscript object output param path picture progress q rb rp rt rtc ruby s samp slot small source span strike strong "
    "sub sup svg template time title track tt u var video wbr".split()
)
_KNOWN = _TABLE | _BLOCKS | _BREAKS | _INLINE | frozenset(_RAW)
_PREFORMATTED = frozenset("listing plaintext pre textarea xmp".split())
# What browsers do not show, and the annotations of ruby text: they would stand in the middle of the words.
_UNSEEN = frozenset("audio canvas datalist noscript rp rt rtc template video".split())
# Pages hide their body until a script has run; the others hold nothing, or nothing that is shown.
_NEVER_UNSEEN = frozenset(
    "area base body br col embed frame head hr html img input link meta param source title track wbr".split()
).union(_RAW)
_CLOSES_ITSELF = frozenset("p li dd dt tr td th thead tbody tfoot".split())
_DEEPEST = 1000


class _Special(str):
    """What the skeleton has in place of a tag that means more than that; told apart by identity."""

    __slots__ = ()


_CELL = _Special("\n<td>")
_PRE, _PRE_END = _Special("\n"), _Special("\n")
_TITLE, _BARE = _Special(), _Special()


class Markup(NamedTuple):
    """A page's texts with their places, and what is around them.

    ``skeleton`` is HTML in which a number and ``;`` stands for ``texts`` at that index, a line feed for a line's end and
    a space for white space. A visible cell begins with a text, if only an empty one.
    """

    skeleton: str
    texts: list[str]
    starts: list[int]
    preformatted: frozenset[int]
    title: int | None


def scan(source: str, *, keep_lines: bool = False) -> Markup:
    """Cut a page into tags and texts.

    Args:
        source: the HTML, in any condition.
        keep_lines: the tags stand in a text whose line ends count: white space is text, and only HTML's own tags are
            tags.
    """
    parts = _TAG.split(source)
    tags = parts[1::2]
    out = _emissions(tags, keep_lines)
    return _Scanner(keep_lines).run(parts, out)


class _Scanner:
    """Numbers the texts. One use."""

    def __init__(self, keep_lines: bool) -> None:
        self.keep_lines = keep_lines
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.preformatted: list[int] = []
        self.title: int | None = None

    def run(self, parts: list[str], emissions: dict[str, str]) -> Markup:
        out: list[str] = []
        texts, starts = self.texts, self.starts
        at, before, pre = 0, "", 0
        for text, tag in zip(parts[::2], [*parts[1::2], ""], strict=True):
            if before is _TITLE:
                self._take_title(text, at)
            elif text and (pre or self.keep_lines) or before is _CELL or (text and not text.isspace()):
                if pre:
                    self.preformatted.append(len(texts))
                out.append(f"{len(texts)};")
                texts.append(text)
                starts.append(at)
            elif text:
                out.append(" ")
            at += len(text)
            before = emissions[tag]
            if before is _BARE:
                out.append(f"{len(texts)};")
                texts.append(tag)
                starts.append(at)
            elif before:
                out.append(before)
                if before is _PRE:
                    pre += 1
                elif before is _PRE_END and pre:
                    pre -= 1
            at += len(tag)
        return Markup("".join(out), texts, starts, frozenset(self.preformatted), self.title)

    def _take_title(self, text: str, at: int) -> None:
        if self.title is None and text.strip():
            self.title = len(self.texts)
            self.texts.append(text)
            self.starts.append(at)


def _emissions(tags: list[str], keep_lines: bool) -> dict[str, str]:
    """What the skeleton has in place of each distinct tag."""
    names = {tag: _name(tag) for tag in set(tags)}
    unseen = {tag for tag, name in names.items() if name and _is_unseen(tag, name)}
    hidden = frozenset(names[tag] for tag in unseen) - _TABLE
    if hidden and _too_deep([tag for tag in tags if names[tag] in _BLOCKS or names[tag] in hidden], names):
        hidden, unseen = frozenset(), frozenset()
    kept = hidden | _BLOCKS | {"ruby"} if hidden else frozenset()
    out = {tag: _emission(tag, name, kept, tag in unseen) for tag, name in names.items()}
    if keep_lines:
        out |= {tag: _BARE for tag, name in names.items() if name and name not in _KNOWN}
    return {**out, "": ""}


def _name(tag: str) -> str:
    """The lower-case name; empty for comments and the like."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def _emission(tag: str, name: str, kept: frozenset[str], unseen: bool) -> str:
    if not tag.endswith(">") and not tag.startswith("<!--") and name not in _RAW:
        return _BARE  # cut off at the end of the file: the text after it is not lost
    closing = tag[1] == "/"
    if name in _TABLE:
        name = "td" if name == "th" else name
        if closing:
            return f"\n</{name}>"
        return f"\n<{name} hidden>" if unseen else _CELL if name == "td" else f"\n<{name}>"
    if name in _PREFORMATTED and name not in kept:
        return _PRE_END if closing else _PRE
    if name == "title" and not closing:
        return _TITLE
    line_end = "\n" if name in _BLOCKS or name in _BREAKS else ""
    if name not in kept:
        return line_end
    safe = name if name in _BLOCKS or name in ("ruby", "rt", "rp", "rtc") else f"x-{name}"
    return f"{line_end}</{safe}>" if closing else f"{line_end}<{safe}{' hidden' if unseen else ''}>"


def _is_unseen(tag: str, name: str) -> bool:
    if tag[1] == "/" or name in _NEVER_UNSEEN or not _SAFE_NAME.fullmatch(name):
        return False
    if name in _UNSEEN:
        return True
    lower = tag.lower()
    if "hid" not in lower and "display" not in lower:
        return False
    attributes = ((match[1].lower(), match[2] or "") for match in _ATTRIBUTE.finditer(tag, len(name) + 1))
    return any(
        key == "hidden" or (key == "style" and _UNSEEN_STYLE.search(value) is not None) for key, value in attributes
    )


def _too_deep(tags: list[str], names: dict[str, str]) -> bool:
    """Whether elements are nested so deeply that the parser would take quadratic time. No page shows such a thing."""
    steps = (0 if names[tag] in _CLOSES_ITSELF else -1 if tag[1] == "/" else 1 for tag in tags)
    return max(accumulate(steps), default=0) > _DEEPEST
