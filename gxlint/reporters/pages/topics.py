"""By what a reader looks for a rule: topics, told by the beginnings of codes."""

from collections.abc import Iterable
from itertools import groupby

from gxlint.rules import RuleInfo

# In the order in which the index shows them; of several beginnings the longest counts.
_TOPICS = {
    "版本与依据": ("CN115", "CN116"),
    "结构": ("CN1",),
    "表格": ("CN2", "CN3", "CN4"),
    "正文与表": ("CN5",),
    "引用": ("CN6",),
    "文字": ("CN8",),
    "网页与隐私": ("CN9",),
    "其他": ("",),
    "工具": ("GXL",),
}
_ORDER = list(_TOPICS)
_BEGINNINGS = {beginning: topic for topic, beginnings in _TOPICS.items() for beginning in beginnings}


def topic_of(rule: RuleInfo) -> str:
    """The topic of a rule."""
    return _BEGINNINGS[max(filter(rule.code.startswith, _BEGINNINGS), key=len)]


def by_topic(rules: Iterable[RuleInfo]) -> list[tuple[str, list[RuleInfo]]]:
    """The topics that have rules, in order, each with its rules by code."""
    ordered = sorted(rules, key=lambda rule: (_ORDER.index(topic_of(rule)), rule.code))
    return [(topic, list(group)) for topic, group in groupby(ordered, key=topic_of)]
