"""Statements about all requests: 均已按时办结."""

from collections.abc import Sequence

from gxlint.facts.fact import Statement
from gxlint.facts.forms import Word
from gxlint.facts.meaning import FAMILIES, Memory
from gxlint.facts.sentence import Sentence


def closing_statement(sentence: Sentence, words: Sequence[Word], memory: Memory) -> Statement | None:
    """That all requests were answered, where words without a number say so."""
    everything = next((index for index, word in enumerate(words) if word.type == "ALL"), None)
    if everything is None:
        return None
    closed = next((word for word in words[everything:] if word.key == "close" and word.type == "VERB"), None)
    if closed is None or any(word.type == "NOT" for word in words):
        return None
    families = [FAMILIES[word.key] for word in words if word.type == "NOUN" and word.key in FAMILIES]
    about = families[-1] if families else memory.family
    if about != "requests":
        return None
    topic = "disclosure" if any(word.key == "request" for word in words) else memory.topic
    return Statement(**sentence.place(words[everything].start, closed.end), subject="all_closed", topic=topic)
