"""One file on the page: verdict, findings, what was not checked, the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.forms.markup import Markup, joined, tag
from gxlint.reporters.html.findings import Anchors, accepted_list, finding_list
from gxlint.reporters.html.text import placed, text_markup
from gxlint.reporters.sentences import outcome
from gxlint.reporters.unchecked import reasons
from gxlint.reporters.words import count_of, enumeration, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.reporters import RunInfo
    from gxlint.reporters.detail import Detail
    from gxlint.reporters.record import FileRecord

_SEVERITIES = ("error", "warning", "info", "hint")


def file_markup(record: FileRecord, run: RunInfo, number: int, *, with_text: bool) -> Markup:
    """The section of a file.

    Args:
        record: the file.
        run: the run.
        number: its number on the page.
        with_text: whether to show its text and tables.
    """
    detail = record.detail if with_text else None
    anchors = Anchors(number, placed(detail) if detail else frozenset())
    parts: list[Markup | None] = list(_head(record, run))
    if findings := finding_list(record, run, anchors):
        parts += (tag("h3", say(run.lang, "问题", "Findings")), findings)
    if run.show_accepted and (accepted := accepted_list(record, run)):
        parts += (tag("h3", say(run.lang, "已接受的问题", "Accepted findings")), accepted)
    if not record.unreadable and record.kind != "config":
        parts += (tag("h3", say(run.lang, "核对情况", "What was checked")), *_coverage(record, run))
    if detail is not None:
        parts += _text(say(run.lang, "正文和表格", "Text and tables"), record, detail, run, anchors)
    return tag("section", *parts, class_="file clean" if _is_clean(record) else "file", id=anchors.file)


def verdict_badge(record: FileRecord, run: RunInfo) -> Markup:
    """``未通过`` on red, and so on; what is no report has a word without a colour."""
    judged = record.kind == "report" or record.unreadable
    return tag("span", outcome(record, run.lang), class_=f"badge {record.verdict}" if judged else "badge")


def _text(
    title: str, record: FileRecord, detail: Detail, run: RunInfo, anchors: Anchors
) -> tuple[Markup, ...]:
    """The text; folded up where there is nothing to see in it."""
    pieces = joined(*text_markup(record, detail, run, anchors))
    if _is_clean(record):
        return (tag("details", tag("summary", title), pieces),)
    return tag("h3", title), pieces


def _is_clean(record: FileRecord) -> bool:
    return not (record.diagnostics or record.coverage.undecided)


def _head(record: FileRecord, run: RunInfo) -> Iterator[Markup]:
    lang = run.lang
    yield tag("h2", record.organisation or record.path, " ", verdict_badge(record, run))
    facts = [record.path] if record.organisation else []
    if record.year:
        facts.append(say(lang, "{year} 年度", "fiscal year {year}", year=record.year))
    if record.format:
        facts.append(say(lang, "{key} 年格式", "format of {key}", key=record.format))
    counts = [
        count_of(n, severity, lang)
        for severity in _SEVERITIES
        if (n := sum(item.severity == severity for item in record.diagnostics))
    ]
    facts.append(enumeration(counts, lang) if counts else say(lang, "没有发现问题", "no problems found"))
    yield tag("p", " · ".join(facts), class_="soft")


def _coverage(record: FileRecord, run: RunInfo) -> Iterator[Markup]:
    lang, coverage = run.lang, record.coverage
    undecided = reasons(record, all_severities=True)
    numbers = (
        (say(lang, "通过", "passed"), coverage.passed),
        (say(lang, "未通过", "failed"), coverage.failed),
        (say(lang, "不适用", "not applicable"), coverage.not_applicable),
    )
    said = [f"{word} {len(codes)}" for word, codes in numbers]
    said.append(
        say(lang, "未能核对 {n}", "not checked {n}", n=len({item.code for item in coverage.undecided}))
    )
    head = say(lang, "规则:", "Rules: ")
    yield tag("p", head, enumeration(said, lang))
    if undecided:
        items = [
            tag("li", tag("b", enumeration(codes, lang)), " ", reason) for reason, codes in undecided.items()
        ]
        yield tag(
            "p", say(lang, "下列规则未能核对,不等于没有问题:", "Not checked, which is not the same as clean:")
        )
        yield tag("ul", *items)
    colon = ": " if lang == "en" else ":"
    listed = [tag("p", word, colon, " ".join(codes), class_="codes") for word, codes in numbers if codes]
    if listed:
        yield tag("details", tag("summary", say(lang, "各条规则的结果", "rule by rule")), *listed)
