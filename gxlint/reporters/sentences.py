"""What is said of a finding besides its message, wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.words import say, verdict_word

if TYPE_CHECKING:
    from gxlint.reporters.record import FileRecord, FixRecord

_KINDS = {
    "other": ("不是年度报告", "no annual report"),
    "template": ("空白样表", "blank form"),
    "legacy": ("旧制式报告", "report of the old kind"),
    "config": ("配置文件", "configuration"),
}


def outcome(record: FileRecord, lang: str) -> str:
    """How a file ended, in a word: its verdict, or why there is none."""
    if record.unreadable:
        return say(lang, "无法读取", "unreadable")
    return ending(record.kind, record.verdict, lang)


def ending(kind: str | None, verdict: str, lang: str) -> str:
    """The same of a text that could be read."""
    return say(lang, *_KINDS[kind]) if kind in _KINDS else verdict_word(verdict, lang)


def fix_sentence(fix: FixRecord, lang: str) -> str:
    """``可改为“31”(建议)``."""
    # Titles that begin with the verb read on after 可; the others are nouns.
    verb = "可" if fix.title.startswith("改") else "可修改:"
    if fix.safe:
        return say(lang, "{verb}{title}(安全)", "fix (safe): {title}", verb=verb, title=fix.title)
    return say(lang, "{verb}{title}(建议)", "suggestion: {title}", verb=verb, title=fix.title)


def held_back_sentence(number: int, lang: str) -> str:
    """How many checks one finding holds back."""
    return say(lang, "另有 {n} 项核对因此未进行", "checks not made because of this: {n}", n=number)


def accepted_sentence(reason: str, lang: str) -> str:
    """That a finding is known and meant, and why."""
    why = reason or say(lang, "未写原因", "no reason given")
    return say(lang, "已接受(原因:{why})", "accepted (reason: {why})", why=why)
