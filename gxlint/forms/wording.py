"""Official words as they are printed: punctuation full-width, what a report is about filled in."""

from collections.abc import Iterator

from gxlint.formats import Format, Sentence
from gxlint.source.record import Record

BLANK = "____"
"""What the writer has to fill in."""
_NUMERALS = "零一二三四五六七八九十"
# The formats hold labels as gxlint compares them, in half-width.
_WIDE = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！"}
_PRINTED = str.maketrans(_WIDE)
_NARROW = str.maketrans({wide: narrow for narrow, wide in _WIDE.items()})
_INNER = str.maketrans("《》", "〈〉")


class Filling(Record, frozen=True):
    """What a blank report is filled in with.

    Attributes:
        year: the fiscal year.
        organisation: who reports; to be filled in by hand where empty.
        level: one of the levels of ``formats.LEVELS``; none where it is not known.
    """

    year: int
    organisation: str = ""
    level: str | None = None


def printed(label: str) -> str:
    """A heading or label as the notice prints it: (一)予以公开 → （一）予以公开."""
    return label.translate(_PRINTED)


def narrow(text: str) -> str:
    """Printed text in half-width, as it stands where its full-width punctuation was lost on the way."""
    return text.translate(_NARROW)


def title(form: Format, filling: Filling) -> str:
    """What the report is called."""
    return form.title.format_map(_values(form, filling))


def sentence_text(sentence: Sentence, form: Format, filling: Filling) -> str:
    """A standard sentence, filled in."""
    return sentence.text.format_map(_values(form, filling))


def is_for(levels: tuple[str, ...], level: str | None) -> bool:
    """Whether something that is for some levels, for all where there are none, is for this one."""
    return not levels or level in levels


def sentences(form: Format, place: str, filling: Filling, *, usual: bool = True) -> Iterator[str]:
    """The standard sentences of a part, filled in.

    Args:
        form: the official format.
        place: ``preamble``, a section or an aspect of one, ``overview.platform``.
        filling: what they are filled in with.
        usual: only those that every blank report has.
    """
    for sentence in form.sentences:
        if (
            sentence.section == place
            and (sentence.usual or not usual)
            and is_for(sentence.levels, filling.level)
        ):
            yield sentence_text(sentence, form, filling)


def in_words(number: int) -> str:
    """A number below a hundred in Chinese."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")


def _values(form: Format, filling: Filling) -> dict[str, object]:
    return {
        "year": filling.year,
        "next_year": filling.year + 1,
        "organisation": filling.organisation or BLANK,
        "notice": form.source.title.translate(_INNER),
        "number": form.source.number,
        "parts": "、".join(printed(section.heading) for section in form.sections),
        "count": in_words(len(form.sections)),
    }
