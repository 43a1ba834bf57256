"""What HTML's tags mean for lines, rows and visibility."""

import re


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BREAK, SPACE = "\n", " "
RAW = ("script", "style", "iframe", "noembed", "noframes", "noscript", "template")
"""Elements whose content is not shown and is no markup, or none that matters."""
TABLE = _names("table caption thead tbody tfoot tr td th")
BLOCKS = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p section summary ul"
)
_BREAKS = _names("br form frame hr listing optgroup option plaintext pre select textarea xmp")
_INLINE = _names(
    "a abbr acronym applet area audio b base basefont bdi bdo big blink body button canvas cite code col "
    "colgroup data datalist del dfn em embed font frameset head html i img input ins kbd label link map mark "
    "marquee meta meter nobr object output param path picture progress q rb rp rt rtc ruby s samp "
    "slot small source span strike strong sub sup svg time title track tt u var video wbr"
)
_KNOWN = TABLE | BLOCKS | _BREAKS | _INLINE | frozenset(RAW)
_PREFORMATTED = _names("listing plaintext pre textarea xmp")
# What browsers do not show, and the annotations of ruby text, which would stand in the middle of the words.
_UNSEEN = _names("audio canvas datalist rp rt rtc video")
# Pages hide their body until a script has run; the others hold nothing, or nothing that is shown.
_NEVER_UNSEEN = _names(
    "area base body br col embed frame head hr html img input link meta param source title track wbr"
).union(RAW)
FRAME = BLOCKS | _names("ruby rb rp rt rtc")
"""Elements that decide where others end, so that they have to be known where something is hidden."""
INLINE = _INLINE - _NEVER_UNSEEN
"""Further ones, which do so where end tags are missing."""
# Parsers have rules of their own for these that would be in the way: they are hidden under another name.
_OWN_RULES = _names(
    "applet button canvas datalist form listing marquee math object optgroup option plaintext pre select svg "
    "textarea xmp"
)
_CLOSES_ITSELF = _names("p li dd dt tr td th thead tbody tfoot")

_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_SAFE_NAME = re.compile(r"[a-z][a-z0-9:.-]*")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


class _Special(str):
    """A tag in its plainest form that means more than that; told apart by identity."""

    __slots__ = ()


CELL = _Special("<td>")
PRE, PRE_END = _Special(BREAK), _Special(BREAK)
TITLE, NO_TAG = _Special(), _Special()


def name(tag: str) -> str:
    """The name in lower case; empty for comments and the like."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def step(tag: str, called: str) -> int:
    """How many levels deeper a tag of this name leads, as far as it is certain."""
    return 0 if called in _CLOSES_ITSELF else -1 if tag[1] == "/" else 1


def plain(tag: str, called: str, kept: frozenset[str], *, unseen: bool, strict: bool) -> str:
    """A tag in its plainest form; empty if it means nothing here.

    Args:
        tag: from bracket to bracket; a whole element where its content is no markup.
        called: its name.
        kept: names of elements to keep because they decide what is shown.
        unseen: it begins something that is not shown.
        strict: only HTML's own tags are tags.
    """
    if not _is_tag(tag, called, strict):
        return NO_TAG
    closing = tag[1] == "/"
    if called in TABLE:
        return _table_tag("td" if called == "th" else called, closing, unseen)
    line_end = BREAK if called in BLOCKS or called in _BREAKS else ""
    if called in kept:
        safe = f"x-{called}" if called in _OWN_RULES else called
        return line_end + (f"</{safe}>" if closing else f"<{safe} hidden>" if unseen else f"<{safe}>")
    if called in _PREFORMATTED:
        return PRE_END if closing else PRE
    return TITLE if called == "title" and not closing else line_end


def is_unseen(tag: str, called: str) -> bool:
    """Whether a tag of this name begins an element that is not shown."""
    if tag[1] == "/" or called in _NEVER_UNSEEN or not _SAFE_NAME.fullmatch(called):
        return False
    if called in _UNSEEN:
        return True
    lower = tag.lower()
    if "hid" not in lower and "display" not in lower:
        return False
    attributes = ((match[1], match[2] or "") for match in _ATTRIBUTE.finditer(lower, len(called) + 1))
    return any(
        key == "hidden" or (key == "style" and _UNSEEN_STYLE.search(value) is not None)
        for key, value in attributes
    )


def _table_tag(called: str, closing: bool, unseen: bool) -> str:
    if closing:
        return f"</{called}>"
    if unseen:
        return f"<{called} hidden>"
    return CELL if called == "td" else f"<{called}>"


def _is_tag(tag: str, called: str, strict: bool) -> bool:
    if called:
        # One that the end of the file cut off would take all the text after it along.
        return (tag.endswith(">") or called in RAW) and (not strict or called in _KNOWN)
    return tag.endswith(">") or tag.startswith("<!--")
