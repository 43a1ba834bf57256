"""Comments that are no part of a report: they are meant for the checker, or for whoever fills in a form."""

import re
from functools import cache

# Characters that the view leaves out, one for one, so that all places stay where they are.
_NOTHING = "\u200b"


@cache
def comment() -> re.Pattern[str]:
    """``<!-- gxlint: ignore CN305 why -->``; ``file`` is set for ``ignore-file``, ``rest`` are the codes and the reason."""
    return re.compile(
        r"<!--[ \t]*gxlint[ \t]*[:\uff1a][ \t]*ignore(?P<file>-file)?(?![-\w])(?P<rest>(?:(?!-->)[^\n\r]){0,500})-->"
    )


@cache
def advice() -> re.Pattern[str]:
    """``<!-- gxlint 提示:… -->``: what a blank report tells whoever fills it in."""
    return re.compile(r"<!--[ \t]*gxlint[ \t]*提示(?:(?!-->)[^\n\r]){0,500}-->")


def without_comments(text: str) -> str:
    """The text with such comments made invisible; every place in it stays where it is."""
    if "<!--" not in text or "gxlint" not in text:
        return text
    text = comment().sub(lambda match: _NOTHING * len(match[0]), text)
    return advice().sub(lambda match: _NOTHING * len(match[0]), text)
