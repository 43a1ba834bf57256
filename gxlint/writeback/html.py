"""Remarks in a web page: the places marked, the remarks themselves at its end. The page's own source stays around them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape

from gxlint.lint.writing import WriteError, encoded
from gxlint.readers import Document, ReadError
from gxlint.readers.errors import Words
from gxlint.readers.markup import scan
from gxlint.writeback.remark import AUTHOR, Remark

NOT_THE_SAME = Words(
    "{path} 的文字编码有损坏之处,不能原样写回,未加标注。请在编辑器中打开并另存为 UTF-8 后再试",
    "{path} has damaged characters and cannot be written back as it was. Open it in an editor, save it as UTF-8 and try again",
)
# Elements of our own: nobody else's style sheet knows them, and they are found again to be taken out.
_MARK, _NOTE, _LIST = "gxlint-mark", "gxlint-note", "gxlint-remarks"
_OURS = re.compile(
    rf"<{_LIST}\b.*?</{_LIST}>|<{_NOTE}\b[^>]*>[^<]*(?:<a\b[^>]*>[^<]*</a>)?</{_NOTE}>|</?{_MARK}\b[^>]*>",
    re.DOTALL,
)
_BODY_END = re.compile(r"</body\s*>", re.IGNORECASE)
_COLOURS = {"error": "#ffd3d0", "warning": "#ffe9c2", "info": "#d9e8ff", "hint": "#e6e6e6"}


def without_notes(data: bytes) -> bytes:
    """A page without the remarks that we wrote before."""
    if _LIST.encode() not in data:
        return data
    # All that we wrote is ASCII between the brackets, or numbers for characters that the encoding lacks.
    return re.sub(_OURS.pattern.encode(), b"", data, flags=re.DOTALL)


def with_notes(data: bytes, document: Document, remarks: Sequence[Remark]) -> bytes:
    """The page with each place marked and numbered, and the remarks in a list at its end.

    Raises:
        ReadError: its bytes do not make the text that was read, so that they could not be kept.
    """
    source = document.source
    try:
        if encoded(source.text, source.encoding, data, document.path) != data:
            raise ReadError(NOT_THE_SAME, {"path": document.path})
        text = "".join(_with(source.text, sorted(_additions(source.text, remarks, source.encoding))))
        return encoded(text, source.encoding, data, document.path)
    except WriteError:
        raise ReadError(NOT_THE_SAME, {"path": document.path}) from None


def _with(text: str, additions: list[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for place, _, words in additions:
        yield text[at:place]
        yield words
        at = place
    yield text[at:]


def _additions(text: str, remarks: Sequence[Remark], encoding: str) -> Iterator[tuple[int, int, str]]:
    """What is put in: where, in which order, and what."""
    shown = _Shown(text)
    for number, remark in enumerate(remarks, 1):
        if not shown.holds(remark.end):
            continue
        if shown.together(remark.start, remark.end):
            colour = _COLOURS[remark.severity]
            yield remark.start, 2, f'<{_MARK} style="background:{colour}">'
            yield remark.end, 0, f"</{_MARK}>"
        link = f'<a href="#gxlint-{number}">[{number}]</a>'
        yield (
            remark.end,
            1,
            f'<{_NOTE} id="gxlint-at-{number}" style="font-size:75%;vertical-align:super">{link}</{_NOTE}>',
        )
    ends = list(_BODY_END.finditer(text))
    place = ends[-1].start() if ends else len(text)
    yield place, 3, _safe(_list(remarks), encoding)


def _list(remarks: Sequence[Remark]) -> str:
    items = (
        f'<li id="gxlint-{number}" style="margin:.5em 0"><a href="#gxlint-at-{number}">[{number}]</a> '
        + "<br>".join(map(escape, remark.lines))
        + "</li>"
        for number, remark in enumerate(remarks, 1)
    )
    frame = "display:block;margin:2em;padding:1em;border:1px solid #999;background:#fff;color:#000;text-align:left"
    return (
        f'<{_LIST} style="{frame}"><b>{AUTHOR}</b>'
        f'<ol style="list-style:none;padding:0">{"".join(items)}</ol></{_LIST}>'
    )


def _safe(words: str, encoding: str) -> str:
    """Markup in an encoding that may lack some of its characters."""
    return words.encode(encoding, "xmlcharrefreplace").decode(encoding)


class _Shown:
    """The stretches of a page that are text and shown, where markup may be put in."""

    def __init__(self, text: str) -> None:
        markup = scan(text)
        hidden = {markup.title, *markup.preformatted}
        self._stretches = sorted(
            (start, start + len(words))
            for number, (start, words) in enumerate(zip(markup.starts, markup.texts, strict=True))
            if number not in hidden and words
        )

    def holds(self, at: int) -> bool:
        """Whether the place lies in such a stretch, or at its edge."""
        return self._of(at) is not None

    def together(self, start: int, end: int) -> bool:
        """Whether a stretch of the source is text from end to end."""
        found = self._of(start)
        return end > start and found is not None and end <= found[1]

    def _of(self, at: int) -> tuple[int, int] | None:
        index = bisect_right(self._stretches, at, key=lambda stretch: stretch[0]) - 1
        if index >= 0 and self._stretches[index][1] >= at:
            return self._stretches[index]
        return None
