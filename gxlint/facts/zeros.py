"""Zeros said in words: 未收到政府信息公开申请, 无行政复议、行政诉讼."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from gxlint.facts.clues import Clues, Meaning
from gxlint.facts.forms import Word
from gxlint.facts.meaning import meanings
from gxlint.facts.memory import BYSTANDERS, FAMILIES, Memory
from gxlint.facts.sentence import Sentence
from gxlint.source.pattern import Pattern
from gxlint.source.record import Record

# What may stand between a negation and the word it denies.
_BRIDGE = (
    "(?:任何|一例|一起|一件|一次|再|有|过|曾|因|被|关于|涉及|与|对|对外|有关|有效的?|书面|形式|渠道|方式|途径|向|公民|法人|群众|个人|单位|企业|组织|人员|人|社会|公众|当事人|申请人|提出|提交|递交|需要?|存在|要求|本年度?"
    "|相关|此类|新的?|新增|行政机关|的|、|和|或|及)*"
)
_ONLY_SOME = Pattern("其[他它](?!组织)|再|另外", "其他", "其它", "再", "另外")
_ABOUT = ("matter", "request")
_LEFT = ("carry", "pending")  # 无结转, 没有未办结的
_ALL_CHANNELS = 3
_NOTHING = {"零申请": "received", "零复议": "reconsideration", "零诉讼": "litigation"}


class Zero(Record, frozen=True):
    """A thing there is none of, and the words that say so: the negation, and up to what it denies."""

    meaning: Meaning
    negation: Word
    end: int


@cache
def _bridge() -> re.Pattern[str]:
    return re.compile(_BRIDGE + "$")


def zeros(sentence: Sentence, words: Sequence[Word], memory: Memory) -> Iterator[Zero]:
    """What the words of a phrase without a number say there is none of."""
    places = [index for index, word in enumerate(words) if word.type == "NOT"]
    for index, stop in pairwise([*places, len(words)]):
        denied = words[index + 1 : stop]
        if (nothing := _NOTHING.get(sentence.text[words[index].start : words[index].end])) is not None:
            about = any(word.key in _ABOUT for word in words[:index])
            topic = memory.topic if nothing == "received" else memory.disputes_topic
            yield Zero(
                Meaning(nothing, topic="disclosure" if about else topic), words[index], words[index].end
            )
        elif any(word.type == "NOUN" or word.key in _LEFT for word in denied):
            yield from _denied(sentence, words[index], denied, _about(words[:index]), memory)
        else:
            yield from _absent(sentence, words[index], words[:index], denied, memory)


def _about(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.key in _ABOUT]


def _denied(
    sentence: Sentence, negation: Word, words: Sequence[Word], about: Sequence[Word], memory: Memory
) -> Iterator[Zero]:
    """未收到…申请: what is denied stands behind."""
    text = sentence.text
    if not _bridge().match(text[negation.end : words[0].start]):
        return
    verbs = [word for word in words[:1] if word.type == "VERB"]
    if any(word.key == "close" for word in verbs):
        return
    members = _members(text, words)
    # What the first member says of how and about what holds for the others too: 因政府信息公开引发的行政复议、行政诉讼.
    shared = [*about, *verbs, *_about(members[0][:-1])]
    for member in members:
        if _denied_as_a_whole(text[negation.end : member[-1].end], member):
            before = [*about, *member] if member is members[0] else [*shared, *member]
            yield from _read(sentence, negation, before, member[-1].end, memory)


def _absent(
    sentence: Sentence, negation: Word, before: Sequence[Word], behind: Sequence[Word], memory: Memory
) -> Iterator[Zero]:
    """行政复议、行政诉讼均未发生; 依申请公开:无."""
    end = behind[-1].end if behind else negation.end
    closed = all(word.type == "VERB" and word.key in ("receive", "happen") for word in behind)
    rest = sentence.text[end:]
    if not closed or (rest and rest[0] not in ",。;!?)") or (behind and behind[0].start != negation.end):
        return
    if not before and not behind and sentence.text.strip(" 。") == "无" and memory.family == "requests":
        # 依申请公开情况。无。
        yield Zero(Meaning("received", topic=memory.topic), negation, end)
    nouns = [word for word in before if word.type == "NOUN"]
    for member in _members(sentence.text, nouns):
        if member and _denied_as_a_whole("", member):
            yield from _read(sentence, negation, [*member, *behind], end, memory)


def _read(
    sentence: Sentence, negation: Word, words: Sequence[Word], end: int, memory: Memory
) -> Iterator[Zero]:
    clues = Clues(sentence.text, words, (), end, end, "", True, memory, sentence.year)
    for meaning in meanings(clues):
        channels = {word.key for word in words if word.type == "CHANNEL"}
        # Any channel, or all of them by name: 未收到网络、信函、当面提出的申请.
        if len(channels) >= _ALL_CHANNELS or any(word.key == "anyone" for word in words):
            meaning = meaning._replace(channel="")
        yield Zero(meaning, negation, end)


def _members(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """The words cut between nouns that 、和及或 join: each member has a head of its own."""
    members: list[list[Word]] = [[]]
    for word in words:
        last = members[-1][-1] if members[-1] else None
        if last is not None and last.type == word.type == "NOUN" and text[word.start - 1] in "、和及或与者":
            members.append([])
        members[-1].append(word)
    return members


def _denied_as_a_whole(said: str, member: Sequence[Word]) -> bool:
    """Not only further or overdue ones of it, nor complaints about it."""
    nouns = [word for word in member if word.type == "NOUN" and word.key not in BYSTANDERS]
    if any(FAMILIES[word.key] == "elsewhere" for word in nouns):
        return False
    return bool(nouns or any(word.key in _LEFT for word in member)) and not _ONLY_SOME.search(said)
