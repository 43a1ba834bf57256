"""Remarks as comments of a Word document. Ours of an earlier time are taken out first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from gxlint.readers.document import Document
from gxlint.readers.office.word.reader import WordFile
from gxlint.readers.office.word.scan import NAMESPACES
from gxlint.readers.office.xml import Attributes, Walker, value, whole
from gxlint.readers.places import Piece, Places
from gxlint.writeback.packing import repacked
from gxlint.writeback.remark import AUTHOR, INITIALS, Remark
from gxlint.writeback.splicing import Splice, escaped, spliced, tag_end
from gxlint.writeback.word.parts import Names, add_part, names_of
from gxlint.writeback.word.weaving import BEGINS, ENDS, Insertion, in_paragraph, woven

_KIND = "comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def with_comments(file: WordFile, document: Document, remarks: Sequence[Remark], now: datetime) -> bytes:
    """The document with a comment for each remark, and without those that we wrote before.

    Args:
        file: the document's file.
        document: what was read from it.
        remarks: their places count in the document's source text.
        now: the time that is written beside them.
    """
    part, old = _existing(file)
    ours = [comment for comment in old if comment.author == AUTHOR]
    first = max((comment.number for comment in old if comment.author != AUTHOR), default=-1) + 1
    names = names_of(file.part, NAMESPACES)
    splices = [*_without(file, {comment.number for comment in ours if comment.number >= 0})]
    splices += _placed(file, document, remarks, names, first)
    changed = {file.main: spliced(file.part, splices)}
    written = [(first + number, remark) for number, remark in enumerate(remarks)]
    if part is not None:
        changed[part] = _renewed(file, part, ours, written, now)
    elif remarks:
        fresh = names.declared(_KIND)
        content = (
            fresh.begin() + b"".join(_comment(fresh.names, *item, now) for item in written) + fresh.end()
        )
        changed.update(add_part(file, _KIND, _TYPE, content))
    return repacked(file.package, changed)


def authors(file: WordFile) -> Counter[str]:
    """How many comments each author has made in a document."""
    return Counter(comment.author for comment in _existing(file)[1])


class _Comment:
    """A comment that stands in the document, and where its bytes are."""

    __slots__ = ("author", "begin", "end", "number")

    def __init__(self, number: int, author: str, begin: int) -> None:
        self.number, self.author, self.begin, self.end = number, author, begin, begin


def _existing(file: WordFile) -> tuple[str | None, list[_Comment]]:
    part = next((name for _, name in file.package.related(file.main, _KIND)), None)
    data = file.package.xml(part) if part else None
    if part is None or data is None:
        return None, []
    found: list[_Comment] = []

    def begin(attributes: Attributes) -> None:
        found.append(_Comment(whole(value(attributes, "id"), -1), value(attributes, "author"), walker.at))

    def end() -> None:
        at = walker.at
        found[-1].end = tag_end(data, at)

    walker = Walker(NAMESPACES, {"comment": begin}, {"comment": end}, lambda _: None)
    walker.walk(data, file.package)
    return part, found


def _renewed(
    file: WordFile, part: str, ours: Iterable[_Comment], written: Iterable[tuple[int, Remark]], now: datetime
) -> bytes:
    """The part with the comments, ours exchanged for new ones."""
    data = file.package.xml(part) or b""
    names = names_of(data, NAMESPACES)
    new = b"".join(_comment(names, *item, now) for item in written)
    end = data.rfind(b"</")
    if end < 0 or data.rstrip().endswith(b"/>"):  # there was none at all
        end = data.rindex(b"<")
        return data[:end] + data[end : tag_end(data, end) - 2] + b">" + new + b"</" + names.root + b">"
    return spliced(data, [*(Splice(item.begin, item.end, 0, b"") for item in ours), Splice(end, end, 1, new)])


def _without(file: WordFile, numbers: set[int]) -> Iterator[Splice]:
    """The changes that take the marks of some comments out of the text."""
    if not numbers:
        return
    found: list[Splice] = []
    runs: list[int] = []
    ends: list[bool] = []

    def is_one(attributes: Attributes) -> bool:
        return whole(value(attributes, "id"), -1) in numbers

    def mark(attributes: Attributes) -> None:
        if is_one(attributes):
            found.append(Splice(walker.at, tag_end(file.part, walker.at), 2, b""))

    def run(_attributes: Attributes) -> None:
        runs.append(walker.at)
        ends.append(False)

    def reference(attributes: Attributes) -> None:
        if runs and is_one(attributes):
            ends[-1] = True

    def run_end() -> None:
        begin = runs.pop()
        if ends.pop():  # we write the reference into a run of its own
            found.append(Splice(begin, tag_end(file.part, walker.at), 2, b""))

    marks = {"commentRangeStart": mark, "commentRangeEnd": mark, "commentReference": reference, "r": run}
    walker = Walker(NAMESPACES, marks, {"r": run_end}, lambda _: None)
    walker.walk(file.part, file.package)
    yield from found


def _placed(
    file: WordFile, document: Document, remarks: Sequence[Remark], names: Names, first: int
) -> Iterator[Splice]:
    insertions: dict[int, list[Insertion]] = {}
    in_empty: dict[int, bytes] = {}  # by where the paragraph ends
    places = document.places or Places(())
    for number, wanted in enumerate(remarks, first):
        remark = _visible(places, wanted)
        begin, end = _marks(names, number)
        pieces = _pieces(places, remark)
        held = [piece for piece in pieces if piece.element is not None]
        if held:
            start = held[0].offset + max(0, remark.start - held[0].start)
            stop = held[-1].offset + min(remark.end, held[-1].end) - held[-1].start
            if not _touches(held[0], remark):  # the whole paragraph or cell in place of it
                start, stop = held[0].offset, held[-1].offset + held[-1].end - held[-1].start
            insertions.setdefault(held[0].element or 0, []).append(Insertion(start, start, BEGINS, begin))
            insertions.setdefault(held[-1].element or 0, []).append(Insertion(stop, stop, ENDS, end))
        elif pieces and (at := file.scan.ends[pieces[0].text]) >= 0:
            in_empty[at] = in_empty.get(at, b"") + begin + end
    yield from (in_paragraph(file, at, markup) for at, markup in in_empty.items())
    yield from woven(file, insertions)


def _pieces(places: Places, remark: Remark) -> list[Piece]:
    """The pieces of one paragraph or cell that a remark is fixed to: those it touches, else the whole of it."""
    touched = places.within(remark.start, remark.end)
    nearest = touched[0] if touched else places.piece(remark.start)
    if nearest is None:
        return []
    whole = [piece for piece in places.pieces if piece.text == nearest.text and piece.end > piece.start]
    here = [piece for piece in whole if piece.element is not None and _touches(piece, remark)]
    return here or whole or [nearest]


def _visible(places: Places, remark: Remark) -> Remark:
    """A remark on no character, where something is missing, put on the one beside it in its paragraph."""
    piece = places.piece(remark.start)
    if remark.end > remark.start or piece is None:
        return remark
    if remark.start < piece.end:
        return remark._replace(end=remark.start + 1)
    return remark._replace(start=max(piece.start, min(remark.start, piece.end) - 1))


def _touches(piece: Piece, remark: Remark) -> bool:
    """Whether some of the text the remark is on stands in the piece."""
    return piece.start < remark.end and remark.start < piece.end


def _marks(names: Names, number: int) -> tuple[bytes, bytes]:
    """What stands before the place of a comment, and what behind it."""
    reference = names.element("r", b"", names.element("commentReference", names.attribute("id", str(number))))
    begin = names.element("commentRangeStart", names.attribute("id", str(number)))
    return begin, names.element("commentRangeEnd", names.attribute("id", str(number))) + reference


def _comment(names: Names, number: int, remark: Remark, now: datetime) -> bytes:
    paragraphs = []
    for place, line in enumerate(remark.lines):
        mark = names.element("r", b"", names.element("annotationRef")) if place == 0 else b""
        text = names.element("t", b' xml:space="preserve"', escaped(line))
        paragraphs.append(names.element("p", b"", mark + names.element("r", b"", text)))
    head = (
        names.attribute("id", str(number))
        + names.attribute("author", AUTHOR)
        + names.attribute("date", now.strftime("%Y-%m-%dT%H:%M:%SZ"))
        + names.attribute("initials", INITIALS)
    )
    return names.element("comment", head, b"".join(paragraphs))
