"""The standard sentences of the part that is being written, with the year filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from gxlint.forms.wording import BLANK, printed, sentences
from gxlint.lsp.completion.matching import begins, fits, plain
from gxlint.lsp.completion.offer import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.completion.asked import Asked

_SENTENCE = re.compile(r"(?:.*[。;；!！?？])?(?P<space>[\s\u3000]*)(?P<typed>[^。;；!！?？|#]{0,60})")
_FEW = 2  # so many characters typed may also stand further on in a sentence
_TELLING = 6


def standard_sentences(asked: Asked) -> Iterator[Offer]:
    """Sentences that begin as this one does."""
    match = _SENTENCE.fullmatch(asked.before)
    if match is None or "|" in asked.before:
        return
    typed, start = match["typed"], match.start("typed")
    if "《" in typed.rpartition("》")[2] or (not typed and not asked.explicit):
        return
    for place, text in _texts(asked):
        if not _may_become(typed, text) or _is_there(text, typed, asked.written):
            continue
        end = asked.overtaken(text, start)
        if asked.after.strip() and end == asked.column:
            continue  # the sentence goes on in another way
        yield Offer(
            text, text, start, end, 1 if typed else 3, CompletionItemKind.Snippet, _name(asked, place), text
        )


def _texts(asked: Asked) -> Iterator[tuple[str, str]]:
    here = asked.around.place
    section = asked.around.section
    places = [here]
    if section is not None and here == section.key:
        places += [f"{section.key}.{aspect.key}" for aspect in section.aspects]
    for place in places:
        for text in sentences(asked.form, place, asked.filling, usual=False):
            yield place, text


def _name(asked: Asked, place: str) -> str:
    key, _, aspect_key = place.partition(".")
    section = asked.form.section_forms.get(key)
    if section is None:
        return ""
    return next(
        (printed(aspect.title) for aspect in section.aspects if aspect.key == aspect_key), section.heading
    )


def _may_become(typed: str, text: str) -> bool:
    if begins(typed, text):
        return True
    words = plain(typed)
    return len(words) >= _FEW and plain(text)[:1] == words[0] and fits(typed, text)


def _is_there(text: str, typed: str, written: str) -> bool:
    """Whether a sentence is written already: its longest piece without a blank is, beyond what is being typed."""
    piece = max((plain(part) for part in text.split(BLANK)), key=len)
    return len(piece) >= _TELLING and piece in written and piece not in plain(typed)
