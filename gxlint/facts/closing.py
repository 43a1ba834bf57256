"""Statements about all requests: 均已按时办结, 办结率100%."""

from collections.abc import Sequence

from gxlint.facts.fact import Ratio, Statement
from gxlint.facts.forms import Word
from gxlint.facts.memory import FAMILIES
from gxlint.facts.situation import Situation


def closing_statement(now: Situation, words: Sequence[Word]) -> Statement | None:
    """That all requests were answered, where words without a number say so."""
    everything = next((index for index, word in enumerate(words) if word.type == "ALL"), None)
    if everything is None:
        return None
    closed = next((word for word in words[everything:] if word.key == "close" and word.type == "VERB"), None)
    if closed is None or any(word.type == "NOT" for word in words):
        return None
    families = [FAMILIES[word.key] for word in words if word.type == "NOUN" and word.key in FAMILIES]
    if (families[-1] if families else now.memory.family) != "requests":
        return None
    return Statement(
        **now.sentence.place(words[everything].start, closed.end),
        subject="all_closed",
        scope=now.scope(),
        period=now.frame,
        topic="disclosure" if any(word.key == "request" for word in words) else now.memory.topic,
    )


def closing_rate(now: Situation, words: Sequence[Word], ratio: Ratio) -> Statement | None:
    """That all requests were answered, or all in time, where a rate of 100 % behind these words says so."""
    if ratio.value != 100 or ratio.subject not in ("closed", "on_time_rate"):
        return None
    if now.memory.family != "requests" and not any(word.key == "request" for word in words):
        return None
    return Statement(
        paragraph=ratio.paragraph,
        section=ratio.section,
        start=ratio.start,
        end=ratio.end,
        subject="all_closed" if ratio.subject == "closed" else "all_on_time",
        scope=now.scope(),
        period=now.frame,
        topic=now.memory.topic,
    )
