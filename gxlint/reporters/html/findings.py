"""The findings of a file as a list, and as notes beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.forms.markup import Markup, joined, tag
from gxlint.reporters.basis import basis_of, link_of, short_basis
from gxlint.reporters.html.markup import jump, link
from gxlint.reporters.places import place_of, spoken_place
from gxlint.reporters.sentences import accepted_sentence, fix_sentence, held_back_sentence
from gxlint.reporters.words import say, severity_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import Diagnostic, FileRecord, RelatedRecord

_MANY_RELATED = 8


class Anchors:
    """The names of the places on the page that belong to one file. ``shown`` are findings marked in the text."""

    def __init__(self, file: int, shown: frozenset[int] = frozenset()) -> None:
        self.file = f"f{file}"
        self.shown = shown

    def item(self, finding: int) -> str:
        """A finding in the list."""
        return f"{self.file}-{finding + 1}"

    def place(self, finding: int) -> str:
        """The same in the text."""
        return f"{self.file}-t{finding + 1}"


def finding_list(record: FileRecord, run: RunInfo, anchors: Anchors) -> Markup | None:
    """All findings with all there is to say of them; none when there are none."""
    items = [
        tag(
            "li",
            *_item(record, diagnostic, run, number, anchors),
            class_=diagnostic.severity,
            id=anchors.item(number),
        )
        for number, diagnostic in enumerate(record.diagnostics)
    ]
    return tag("ol", *items, class_="findings") if items else None


def accepted_list(record: FileRecord, run: RunInfo) -> Markup | None:
    """The findings that are known and meant, and why."""
    items = []
    for item in record.accepted:
        found = item.diagnostic
        why = tag("p", accepted_sentence(item.reason, run.lang), class_="more")
        items.append(tag("li", tag("p", tag("b", found.code), " ", found.message), why, class_="hint"))
    return tag("ol", *items, class_="findings") if items else None


def notes(record: FileRecord, findings: Iterable[int], run: RunInfo, anchors: Anchors) -> Markup | None:
    """What is said beside a passage or below a table: number, message and proposal."""
    items = []
    for number in findings:
        diagnostic = record.diagnostics[number]
        fix = fix_sentence(diagnostic.fix, run.lang) if diagnostic.fix else None
        items.append(
            tag(
                "li",
                jump(anchors.item(number), str(number + 1), class_="number"),
                " ",
                _word(diagnostic, run),
                " ",
                diagnostic.message,
                *((tag("br"), fix) if fix else ()),
                class_=diagnostic.severity,
            )
        )
    return tag("ul", *items, class_="notes") if items else None


def worst(record: FileRecord, findings: Iterable[int]) -> str:
    """The gravest severity among some findings."""
    order = ("error", "warning", "info", "hint")
    return min((record.diagnostics[number].severity for number in findings), key=order.index)


def _item(
    record: FileRecord, diagnostic: Diagnostic, run: RunInfo, number: int, anchors: Anchors
) -> Iterator[Markup]:
    label = str(number + 1)
    head = (
        jump(anchors.place(number), label, class_="number")
        if number in anchors.shown
        else tag("span", label, class_="number")
    )
    yield tag("p", head, " ", _word(diagnostic, run), " ", tag("b", diagnostic.message))
    if not record.unreadable:
        yield tag("p", _place(diagnostic, run.lang), class_="more")
    yield from (tag("p", line, class_="more") for line in _related(diagnostic, run.lang))
    if diagnostic.held_back:
        yield tag("p", held_back_sentence(diagnostic.held_back, run.lang), class_="more")
    if diagnostic.fix:
        yield tag("p", fix_sentence(diagnostic.fix, run.lang))
    yield tag("p", *_basis(diagnostic, run), class_="more")


def _word(diagnostic: Diagnostic, run: RunInfo) -> Markup:
    return tag("span", severity_word(diagnostic.severity, run.lang), class_="word")


def _place(diagnostic: Diagnostic, lang: str) -> Markup:
    if diagnostic.place is not None:
        where = spoken_place(diagnostic.place, lang)
    else:
        place = place_of(diagnostic)
        where = say(
            lang,
            "第 {line} 行第 {column} 字",
            "line {line}, column {column}",
            line=place.line,
            column=place.column,
        )
    return joined(diagnostic.address, " · " if diagnostic.address else None, where)


def _related(diagnostic: Diagnostic, lang: str) -> Iterator[str]:
    shown = diagnostic.related[:_MANY_RELATED]
    if shown:
        joint = ";" if lang != "en" else "; "
        yield say(lang, "也见:", "see: ") + joint.join(_also(item, lang) for item in shown)
    if left := len(diagnostic.related) - len(shown):
        yield say(lang, "另有 {n} 处相关", "and {n} more places", n=left)


def _also(item: RelatedRecord, lang: str) -> str:
    if item.place is not None:
        where = spoken_place(item.place, lang)
    else:
        where = say(lang, "第 {line} 行", "line {line}", line=item.range.line + 1)
    return say(lang, "{message}({where})", "{message} ({where})", message=item.message, where=where)


def _basis(diagnostic: Diagnostic, run: RunInfo) -> Iterator[Markup]:
    rule = run.rules().get(diagnostic.code)
    name = f"{diagnostic.code} {diagnostic.name}"
    yield link(rule.url, name) if rule else joined(name)
    if basis := short_basis(rule):
        named = tag("span", basis, title=basis_of(rule))
        yield joined(" · ", say(run.lang, "依据:", "rests on: "), link(link_of(rule), named))
