"""Labels that differ from the official wording: shared by CN212 and CN302."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gxlint.formats import TableForm
from gxlint.model import Label, Report, Table
from gxlint.rules import Edit, Finding, Message, Outcome, Rule
from gxlint.source import Span
from gxlint_national.tables.condition import is_scattered

MESSAGES = {
    "default": Message("“{text}”应为“{official}”", "“{text}” should read “{official}”"),
}
_FIX = Message("改为“{official}”", "Replace with “{official}”")
# White space, quotation marks and brackets get lost or changed on the way; they never make a label wrong.
_UNIMPORTANT = r"[\s“”\"'‘’()〔〕\[\]*#|]+"
# (一) 1. 一、 and figures that stick to the label.
_NUMBER = r"^[#*|]*[0-9]*(?:\(?[一二三四五六七八九十]{1,2}[)、,.]|[.、,)])?(?=[^0-9])"
_NOTE = r"\([^()]*\)?$"
_REPLACED = 0.3
_LOST_BY_HAND = 2
_NEARBY = 400  # characters: the rest of a label that is cut over lines


def wrong_labels(rule: Rule, table: Table, report: Report) -> Iterator[Outcome]:
    """One finding for every wording that is not the official one; the same one twice (合计) is one."""
    seen: dict[tuple[str, str], list[Label]] = {}
    end = len(report.text.rstrip())
    for label in table.labels:
        if label.span.end >= end:
            continue  # the text may break off inside it
        if label.match != "official" and is_wrong(label, table, report):
            seen.setdefault((label.role, essence(label.text)), []).append(label)
    for labels in seen.values():
        yield _finding(rule, labels, report)


def is_wrong(label: Label, table: Table, report: Report) -> bool:
    """Whether the wording differs in more than typography and numbering, and was not damaged on the way."""
    written, official = wording(label.text), wording(label.official)
    if written == official or not written:
        return False
    if "(" not in label.official and wording(re.sub(_NOTE, "", label.text)) == official:
        return False  # a note of the local form behind the label
    if _is_cut(label, table, report) or written.replace(official, "") in _labels(table.form):
        return False
    return label.role != "corner" or abs(len(written) - len(official)) < len(official) * _REPLACED


def _is_cut(label: Label, table: Table, report: Report) -> bool:
    """Whether its end was lost on the way: it stands on another line, or as in ``本年增/`` nowhere."""
    written, official = wording(label.text), wording(label.official)
    if not official.startswith(written):
        return False
    rest = official[len(written) :]
    if (
        label.role == "corner"
        or len(rest) > _LOST_BY_HAND
        or is_scattered(table)
        or not written[-1].isalnum()
    ):
        return True
    below = report.text[label.span.end : label.span.end + _NEARBY]
    return re.search(rf"(?:\n|\||\s\s)\s*{re.escape(rest)}\s*(?:\s|\||$)", below) is not None


@cache
def _labels(form: TableForm) -> frozenset[str]:
    """What may stand glued to another label: the labels of the form."""
    columns, blocks = (entry.label for entry in form.columns), (entry.label for entry in form.blocks)
    return frozenset(essence(label) for label in (*form.corner, *form.spanning, *columns, *blocks) if label)


def essence(text: str) -> str:
    """What of a label's text counts."""
    return re.sub(_UNIMPORTANT, "", text).strip(",;:")


def wording(text: str) -> str:
    """A label without its number: numbers get lost with automatic numbering, or figures stick to them."""
    return essence(re.sub(_NUMBER, "", "".join(text.split())))


def _finding(rule: Rule, labels: Sequence[Label], report: Report) -> Finding:
    first, *others = labels
    text = "".join(first.text.split())
    found = rule.at(first, related=others, held_back=len(others), text=text, official=first.official)
    edits = [edit for label in labels for edit in _edits(label, report)]
    return found.with_fix(edits, _FIX, safe=True, official=first.official) if edits else found


def _edits(label: Label, report: Report) -> Iterator[Edit]:
    """The characters that differ, each stretch an edit: brackets and spaces stay as they were written.

    A label that is cut over lines or cells is left alone.
    """
    from difflib import SequenceMatcher  # needed only where a label is wrong

    text = report.document.slice(label.span)
    if "\n" in text or "|" in text or label.role == "corner":
        return
    places = [at for at, char in enumerate(text) if not re.match(_UNIMPORTANT, char)]
    written, official = "".join(text[at] for at in places), essence(label.official)
    number = official.removesuffix(wording(label.official))
    if not written.startswith(number):
        official = official.removeprefix(number)  # numbered by the text program, not by hand
    matcher = SequenceMatcher(None, written, official, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if any(char.isdigit() for _, begin, end, *_ in changes for char in written[begin:end]):
        return  # figures that stick to the label are not ours to delete
    for _, begin, end, new_begin, new_end in changes:
        start = places[begin] if begin < len(places) else len(text)
        stop = places[end - 1] + 1 if end > begin else start
        yield Edit(Span(label.span.start + start, label.span.start + stop), official[new_begin:new_end])
