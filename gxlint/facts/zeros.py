"""Zeros said in words: 未收到政府信息公开申请, 无行政复议、行政诉讼."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from gxlint.facts.forms import Word
from gxlint.facts.meaning import FAMILIES, Clues, Meaning, Memory, meanings
from gxlint.facts.sentence import Sentence

# What may stand between the negation and the word it denies.
_BRIDGE = (
    "(?:任何|一例|一起|一件|一次|再|有|过|曾|因|被|关于|涉及|与|对|对外|向|公民|法人|群众|个人|单位|企业|组织|人员|社会|公众|当事人|申请人|本年度?|相关|此类"
    "|新的?|行政机关|的|、|和|或|及)*"
)
_ONLY_SOME = re.compile("其[他它]|再次|另外")
_MANNERS = 3


class Zero(NamedTuple):
    """A thing there is none of, and the words that say so."""

    meaning: Meaning
    start: int
    end: int


@cache
def _bridge() -> re.Pattern[str]:
    return re.compile(_BRIDGE + "$")


def zero_meanings(sentence: Sentence, words: Sequence[Word], memory: Memory) -> list[Zero]:
    """What a phrase without a number says there is none of."""
    for index, word in enumerate(words):
        if word.type == "NOT":
            return _denied(sentence, word, words[index + 1 :], memory)
    return []


def _denied(sentence: Sentence, negation: Word, words: Sequence[Word], memory: Memory) -> list[Zero]:
    text = sentence.text
    if not words or not _bridge().match(text[negation.end : words[0].start]):
        return []
    verbs = [word for word in words[:1] if word.type == "VERB" and word.key not in ("close", "pending")]
    found: list[Zero] = []
    for member in _members(text, words):
        if not _counts_as_denied(text, negation, member, words):
            continue
        before = member if member[0] is words[0] else [*verbs, *member]
        clues = Clues(text, before, (), "", True, memory, sentence.year)
        for meaning in meanings(clues):
            limited = _limited(meaning, member)
            found.append(Zero(limited, negation.start, member[-1].end))
    return found


def _members(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """The words cut at 、和及或: each part has a head of its own."""
    members: list[list[Word]] = [[]]
    for word in words:
        if members[-1] and members[-1][-1].type == "NOUN" and word.type == "NOUN":
            between = text[members[-1][-1].end : word.start]
            if between and between[-1] in "、和及或与者" and len(between) <= _MANNERS + 3:
                members.append([])
        members[-1].append(word)
    return members


def _counts_as_denied(text: str, negation: Word, member: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a member of the list is denied as a whole: not only an overdue or further one, nor a complaint about it."""
    nouns = [word for word in member if word.type == "NOUN"]
    if not nouns or FAMILIES.get(nouns[-1].key, "") == "elsewhere":
        return False
    if any(word.key == "blocker" for word in nouns):
        return False
    start, end = negation.end, member[-1].end
    said = text[start:end].replace("其他组织", "").replace("其它组织", "")
    return not _ONLY_SOME.search(said)


def _limited(meaning: Meaning, member: Sequence[Word]) -> Meaning:
    """Several channels named are all of them: 未收到网络、信函、当面提出的申请."""
    channels = {word.key for word in member if word.type == "CHANNEL"}
    if len(channels) >= _MANNERS or any(word.key == "anyone" for word in member):
        return meaning._replace(channel="")
    return meaning
