"""The short facts about a report that head the text and the tree: a label and a text each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.views.dates import iso
from gxlint.reporters.words import enumeration, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.model import Evidence, Report

_KINDS = {
    "report": ("年度报告", "annual report"),
    "legacy": ("2019 年以前旧格式的年度报告", "annual report older than any known format"),
    "template": ("空白格式", "blank form"),
    "other": ("不是年度报告", "no annual report"),
}
_BODIES = {
    "government": ("人民政府", "government"),
    "department": ("部门", "department"),
    "township": ("乡镇、街道", "township"),
}
# The places that evidence comes from; a key that is not here is shown as it is.
_REASONS = {
    "title": ("标题", "title"),
    "period": ("统计期限", "period"),
    "preamble": ("前言", "preamble"),
    "prose": ("正文", "prose"),
    "signature": ("落款", "signature"),
    "published": ("发布日期", "publication"),
    "labels": ("表格标签", "labels"),
    "year": ("年度", "year"),
    "option": ("命令行或设置", "command line or settings"),
    "default": ("默认", "default"),
}


def heading_lines(report: Report, lang: str) -> list[tuple[str, str]]:
    """What the report is: file, kind, body, year, format and dates."""
    source = report.document.source
    file = say(
        lang,
        "{path}({encoding},{lines} 行)",
        "{path} ({encoding}, {lines} lines)",
        path=report.document.path,
        encoding=report.document.encoding or say(lang, "读出的文字", "text as read"),
        lines=len(source.line_starts),
    )
    lines = [(say(lang, "文件", "file"), file), (say(lang, "类别", "kind"), say(lang, *_KINDS[report.kind]))]
    if report.kind in ("report", "template"):
        lines.append(
            (
                say(lang, "格式", "format"),
                _because(report, "format", report.format.name, report.format.key, lang),
            )
        )
    if report.kind != "other":
        lines += _identity(report, lang)
    return lines


def _identity(report: Report, lang: str) -> Iterator[tuple[str, str]]:
    unknown = say(lang, "未读出", "not found")
    yield say(lang, "标题", "title"), report.title.text if report.title else unknown
    yield (
        say(lang, "机关", "body"),
        _because(report, "organisation", _body(report, lang) or unknown, report.organisation, lang),
    )
    yield say(lang, "年度", "year"), _because(report, "year", str(report.year or unknown), report.year, lang)
    period = report.period
    yield (
        say(lang, "统计期限", "period"),
        say(lang, "{a} 至 {b}", "{a} to {b}", a=iso(period.start), b=iso(period.end)) if period else unknown,
    )
    yield say(lang, "落款", "signature"), _signature(report, lang) or unknown
    if report.published:
        yield say(lang, "发布日期", "published"), iso(report.published[0])


def _body(report: Report, lang: str) -> str:
    kinds = [say(lang, *_BODIES[report.body_type])] if report.body_type else []
    if report.scope == "aggregate":
        kinds.append(say(lang, "汇总", "aggregate"))
    kind = enumeration(kinds, lang)
    name = report.organisation or ""
    return f"{name}({kind})" if name and kind else name or kind


def _signature(report: Report, lang: str) -> str:
    signed = report.signature
    return enumeration([part for part in (signed.name, signed.date and iso(signed.date)) if part], lang)


def _because(report: Report, about: str, text: str, decided: object, lang: str) -> str:
    """The text with the evidence for it, and with what speaks for something else."""
    found = [item for item in report.evidence if item.about == about]
    speaks = [_reason(item, lang) for item in found if item.value == str(decided)]
    against = [f"{_reason(item, lang)} {item.value}" for item in found if item.value != str(decided)]
    if speaks:
        text += say(lang, "   依据:", "   because: ") + enumeration(list(dict.fromkeys(speaks)), lang)
    if against:
        text += say(lang, "   不一致:", "   contradicted: ") + enumeration(list(dict.fromkeys(against)), lang)
    return text


def _reason(item: Evidence, lang: str) -> str:
    zh, en = _REASONS.get(item.reason, (item.reason, item.reason))
    return say(lang, zh, en)
