"""Announced numbers of things and the items that follow (以下三个方面 … 一是 … 二是 …)."""

from gxlint.facts.fact import Enumeration, Item
from gxlint.facts.forms import Word
from gxlint.facts.numerals import number
from gxlint.facts.sentence import Sentence

_NUMBERS = "0123456789零〇一二两三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STRONG = ("以下", "如下", "下列", "下述", "下面")
_LONGEST_NOUN = 8
_STOPS = ",。;:、!?()“”《》"


class Enumerations:
    """The enumerations of one part of the report, read sentence by sentence."""

    def __init__(self) -> None:
        self.found: list[Enumeration] = []
        self._open: list[Enumeration] = []  # those that may go on, the innermost last

    def read(self, sentence: Sentence) -> None:
        """Take in what a sentence announces and lists."""
        for word in sentence.words:
            if word.type == "ANNOUNCED":
                self._announce(sentence, word)
            elif word.type == "ORDINAL" and (item := item_at(sentence, word)) is not None:
                self._item(item)

    def _announce(self, sentence: Sentence, word: Word) -> None:
        text = sentence.text
        written = text[word.start : word.end]
        digits = "".join(char for char in written if char in _NUMBERS)
        announced = number(digits)
        before = text[max(0, word.start - 4) : word.start]
        behind = _until_stop(text, word.end)
        strong = any(lead in before for lead in _STRONG) or any(lead in behind for lead in _STRONG)
        if not strong and text[word.end + len(behind) : word.end + len(behind) + 1] not in (":", "。"):
            return
        at = word.start + written.index(digits) if digits else word.start
        enumeration = Enumeration(
            **sentence.place(word.start, word.end + len(behind)),
            announced=int(announced) if announced is not None else None,
            noun=(written[len(digits) :] + behind)[:_LONGEST_NOUN],
            items=[],
            number_start=sentence.offset + at,
            number_end=sentence.offset + at + len(digits),
            open_ended="等" in behind,
        )
        self.found.append(enumeration)
        self._open.append(enumeration)

    def _item(self, item: Item) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            items = self._open[depth].items
            if items and items[-1].style == item.style:
                if item.ordinal > items[-1].ordinal:
                    del self._open[depth + 1 :]
                    items.append(item)
                    return
                del self._open[depth:]  # a new list of the same kind begins
                break
        if item.ordinal == 1:
            self._begin(item)

    def _begin(self, item: Item) -> None:
        """The first item of a list: of what was just announced, or of a list that nothing announces."""
        if not self._open or self._open[-1].items:
            made = Enumeration(
                paragraph=item.paragraph,
                section=item.section,
                start=item.start,
                end=item.end,
                announced=None,
                noun="",
                items=[],
            )
            self.found.append(made)
            self._open.append(made)
        self._open[-1].items.append(item)


def item_at(sentence: Sentence, word: Word) -> Item | None:
    """The mark of an item: its number and how it is written."""
    text = sentence.text[word.start : word.end]
    if text in _CIRCLED:
        return Item(**sentence.place(word.start, word.end), ordinal=_CIRCLED.index(text) + 1, style="①")
    digits = "".join(char for char in text if char in _NUMBERS)
    ordinal = number(digits)
    if not isinstance(ordinal, int) or ordinal == 0:
        return None
    style = text.replace(digits, "1" if digits.isascii() else "一")
    return Item(**sentence.place(word.start, word.end), ordinal=ordinal, style=style.replace("则", "是"))


def _until_stop(text: str, at: int) -> str:
    end = at
    while end < len(text) and text[end] not in _STOPS:
        end += 1
    return text[at:end]
