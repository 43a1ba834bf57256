"""Which words of a phrase belong to which of its numbers.

A number is named before it (收到申请36件), behind it (36件予以公开) or on both sides (收到36件政府信息公开申请).
"""

from collections.abc import Sequence
from itertools import zip_longest

from gxlint.facts.forms import Word
from gxlint.facts.memory import BYSTANDERS, FAMILIES, disputed
from gxlint.source.record import Record

_FATES = ("carry", "next_year", "pending")
_TELLING = ("carry", "pending", "close")
_BREAKS = ("ALL", "NOT", "PERCENT", "VERSUS", "MOVE", "DATE", "PERIOD", "TITLE", "ORDINAL", "SCOPE", "COUNT")
_INSIDE = ("中", "里", "内", "中有")
_FARTHEST = 14
_ABOUT = ("关于", "涉及", "有关", "要求", "申请公开", "要求公开")


class Binding(Record, frozen=True):
    """A number's place among the words of its phrase, and the words that name it."""

    at: int
    before: Sequence[Word]
    after: Sequence[Word]


def bindings(text: str, words: Sequence[Word], numbers: Sequence[int]) -> list[Binding]:
    """The words for each number of a phrase; ``numbers`` are their places among the words."""
    if len(numbers) > 1 and (found := _respective(text, words, numbers)):
        return found
    result = []
    start = 0
    for place, index in enumerate(numbers):
        last = place + 1 == len(numbers)
        before = words[start:index]
        middle = words[index + 1 : len(words) if last else numbers[place + 1]]
        if before and _sets_the_scene(text, before[-1], words[index], middle):
            before = ()
        taken = _behind(text, before, words[index], middle, last=last)
        result.append(Binding(index, before, middle[:taken]))
        start = index + 1 + taken
    return result


def _sets_the_scene(text: str, last: Word, number: Word, middle: Sequence[Word]) -> bool:
    """Whether what stands before a number is the whole it is of: 申请中14件予以公开, 办理结果为:14件予以公开."""
    between = text[last.end : number.start]
    if between in _INSIDE:
        return True
    return (
        between.endswith(":")
        and bool(middle)
        and middle[0].type == "OUTCOME"
        and middle[0].start == number.end
    )


def names(words: Sequence[Word]) -> bool:
    """Whether words say by themselves what is counted."""
    return any(
        word.type in ("OUTCOME", "RESULT")
        or (word.type == "NOUN" and word.key not in BYSTANDERS)
        or (word.type == "VERB" and word.key in _TELLING)
        for word in words
    )


def _behind(text: str, before: Sequence[Word], number: Word, middle: Sequence[Word], *, last: bool) -> int:
    """How many of the words behind a number name it."""
    if names(before):
        return _more_behind(text, before, number, middle, last=last)
    taken, reached, named = 0, number.end, False
    for word, following in zip_longest(middle, middle[1:]):
        between = text[reached : word.start]
        # 因本机关不掌握, 告知申请人本机关不掌握
        held = word.type == "SCOPE" and (
            between.endswith("因") or (following is not None and following.type == "OUTCOME")
        )
        apart = word.type in _BREAKS and not held
        told_of = between.startswith(_ABOUT) and between.endswith("的")  # 1件关于文物保护范围的申请
        if "、" in between or (len(between) > _FARTHEST and not told_of) or apart:
            break
        if (
            "因" in between
            and word.type in ("VERB", "NOUN")
            and word.key not in _FATES
            and not disputed(middle)
        ):
            break  # 1件申请因办理期限未满; but 1件因政府信息公开引发的行政复议
        if not last and word.type == "VERB" and (before or named):
            break
        named |= word.type == "NOUN"
        taken, reached = taken + 1, word.end
    return taken


def _more_behind(
    text: str, before: Sequence[Word], number: Word, middle: Sequence[Word], *, last: bool
) -> int:
    """What a number that is named before it takes from behind all the same.

    政府信息公开申请1件转下年度办理 says there what became of it, 上年结转2件政府信息公开申请 what was carried over.
    """
    if not middle or text[number.end : middle[0].start].strip("的已被将转有效"):
        return 0
    acted = any(word.type in ("VERB", "OUTCOME", "RESULT") for word in before)
    if last and not acted and (middle[0].type in ("OUTCOME", "RESULT") or middle[0].key in _FATES):
        return len(middle)
    if not any(word.type == "NOUN" for word in before) and middle[0].type == "NOUN":
        return 1
    return 0


def _respective(text: str, words: Sequence[Word], numbers: Sequence[int]) -> list[Binding]:
    """予以公开、部分公开、不予公开分别为 14 件、5 件、3 件."""
    each = next((at for at, word in enumerate(words) if text.startswith("分别", word.start)), None)
    if each is None or each > numbers[0]:
        return []
    for type_ in ("OUTCOME", "RESULT", "NOUN", "CHANNEL", "MEDIUM", "VERB"):
        named = [word for word in words[:each] if word.type == type_ and word.key not in BYSTANDERS]
        if type_ == "NOUN" and named:  # 依申请公开引发的行政复议和行政诉讼分别0件、3件
            named = [word for word in named if FAMILIES[word.key] == FAMILIES[named[-1].key]]
        if len(named) == len(numbers):
            rest = [word for word in words[:each] if word not in named]
            return [Binding(index, [*rest, word], ()) for index, word in zip(numbers, named, strict=True)]
    return []
