"""Statements about all requests: 均已按时办结, 办结率100%."""

import re
from collections.abc import Sequence
from functools import cache

from gxlint.facts.fact import Ratio, Statement, Topic
from gxlint.facts.forms import Word
from gxlint.facts.memory import FAMILIES
from gxlint.facts.situation import Situation

# Behind 答复 and the like, these speak of the answers rather than of having answered: 所有答复均经审核.
_ANSWERS = (
    *(
        "前",
        "后",
        "时",
        "书",
        "函",
        "率",
        "的",
        "均",
        "都",
        "文书",
        "意见",
        "内容",
        "工作",
        "流程",
        "环节",
        "过程",
        "质量",
        "情况",
    ),
    *("材料", "期限", "时限", "程序", "口径", "模板", "格式", "机制", "制度"),
)


_TAKEN_IN = ("received", "handled")
_PAPERS = ("文书", "书", "函", "材料")


@cache
def _in_order() -> re.Pattern[str]:
    """What may stand before 办结 where that is all a phrase says: 已按时办结, 并在法定期限内予以答复."""
    return re.compile(
        "(?:[并且已]|按[时期]|及时|如期|依[法规]|予以|作出|进行|按照?[^,]{0,8}(?:规定|要求|时限|期限)|在[^,]{0,8}[限间]内)*"
    )


def closing_statement(now: Situation, words: Sequence[Word]) -> Statement | None:
    """That all requests were answered, where words without a number say so.

    Where they do not say all (收到申请36件,已按时办结), or only that all were handled, they leave it unclear.
    """
    everything = next((word for word in words if word.type == "ALL"), None)
    begin = everything.start if everything is not None else now.begin
    done = [word for word in words if word.start >= begin and _closes(now.text, word)]
    closed = next((word for word in done if word.key == "close"), next(iter(done), None))
    if closed is None or any(word.type == "NOT" for word in words):
        return None
    if closed.key == "handle" and "已" not in now.text[max(now.begin, begin - 1) : closed.start]:
        return None  # 均按规定程序办理: how, not that it is done
    if any(begin <= word.start < closed.start and now.text.startswith(_PAPERS, word.end) for word in words):
        return None  # 所有答复文书均在7个工作日内办结
    families = [FAMILIES[word.key] for word in words if word.type == "NOUN" and word.key in FAMILIES]
    if (families[-1] if families else now.memory.family) != "requests":
        return None
    if everything is None and not (
        now.counts
        and now.counts[-1].subject == "received"
        and _in_order().fullmatch(now.text, begin, closed.start)
    ):
        return None
    if everything is not None and _is_of_a_part(now, everything):
        return None
    if now.counts and now.counts[-1].subject == "carried_over" and not _tells_of_new(now):
        return None  # 上年结转2件,已全部办结
    about: Topic = "disclosure" if any(word.key == "request" for word in words) else now.memory.topic
    return Statement(
        **now.sentence.place(begin, closed.end),
        subject="all_closed",
        scope=now.scope(),
        period=now.frame,
        topic=about if everything is not None and closed.key == "close" else "unclear",
    )


def _is_of_a_part(now: Situation, everything: Word) -> bool:
    """Whether 均 stands right behind a number that is only a part: 收到申请7件,其中6件均已答复; 6件已全部办结."""
    if not now.counts:
        return False
    part = now.counts[-1]
    told = now.text[part.number_end - now.sentence.offset : everything.start]
    if not told.startswith(part.unit) or told[len(part.unit) :] not in ("", "已", "申请", "申请已"):
        return False
    if now.listing is not None and now.listing.parts == [part]:
        return True
    return any(count.subject in _TAKEN_IN and count.value > part.value for count in now.counts[:-1])


def _tells_of_new(now: Situation) -> bool:
    return any(count.subject in ("received", "handled") for count in now.counts)


def _closes(text: str, word: Word) -> bool:
    return word.type == "VERB" and word.key in ("close", "handle") and not text.startswith(_ANSWERS, word.end)


def closing_rate(now: Situation, words: Sequence[Word], at: int, ratio: Ratio) -> Statement | None:
    """That all requests were answered, or all in time, where a rate of 100 % among these words says so."""
    if ratio.value != 100:
        return None
    behind = words[at + 1] if at + 1 < len(words) else None
    done = behind is not None and behind.key == "close" and behind.start == words[at].end  # 实现100%办结
    if not done and ratio.subject not in ("closed", "on_time_rate"):
        return None
    told = [word.key for word in now.sentence.words if word.type == "NOUN"]
    if now.memory.family != "requests" and "request" not in [word.key for word in words[:at]]:
        return None
    if "elsewhere" in told and "request" not in told and "request_weak" not in told:
        return None  # 答复网民来信40封,回复率100%
    return Statement(
        paragraph=ratio.paragraph,
        section=ratio.section,
        start=ratio.start,
        end=ratio.end + (words[at + 1].end - words[at].end if done else 0),
        subject="all_on_time" if ratio.subject == "on_time_rate" else "all_closed",
        scope=now.scope(),
        period=now.frame,
        topic=now.memory.topic,
    )
