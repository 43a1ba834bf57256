"""The last lines of the text output: statistics, notes and the sum of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.words import count_of, enumeration, say, sentence_gap, severity_word, verdict_word
from gxlint.source.width import display_width, pad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.reporters import RunInfo
    from gxlint.reporters.paint import Paint
    from gxlint.reporters.tally import CodeCount, Tally


def footer(run: RunInfo, paint: Paint) -> list[str]:
    """Everything below the findings."""
    lines = statistics(run.tally, run.lang) if run.statistics and run.tally.codes else []
    if run.quiet:
        return lines
    return [*lines, *_notes(run), total(run.tally, run.lang, paint)]


def total(tally: Tally, lang: str, paint: Paint) -> str:
    """``3 份报告:2 个错误、1 个警告;通过 1,未通过 1,未查全 1``."""
    if not (tally.reports or tally.others):
        return say(lang, "没有检查任何报告", "no report was checked")
    found = [count_of(number, severity, lang) for severity, number in tally.shown.items() if number]
    nothing = say(lang, "没有发现问题", "no problems found")
    said = enumeration(found, lang) if found else paint.good(nothing) if tally.verdicts["pass"] else nothing
    n = tally.reports
    head = say(lang, "{n} 份报告:", "{n} report{s}: ", n=n, s="" if n == 1 else "s")
    comma = "," if lang != "en" else ", "
    verdicts = comma.join(
        _verdict(verdict, number, lang) for verdict, number in tally.verdicts.items() if number
    )
    return head + sentence_gap(lang).join([said, verdicts] if verdicts else [said])


def statistics(tally: Tally, lang: str) -> list[str]:
    """One line a rule, the most frequent first."""
    heads = [
        say(lang, zh, en)
        for zh, en in (
            ("编号", "code"),
            ("级别", "severity"),
            ("次数", "count"),
            ("文件", "files"),
            ("可改", "fixable"),
        )
    ]
    rows = [heads, *(_row(code, entry, lang) for code, entry in sorted(tally.codes.items(), key=_most_first))]
    heads.append(say(lang, "名称", "name"))
    widths = [max(display_width(row[column]) for row in rows) for column in range(len(heads))]
    return ["  ".join(_cells(row, widths)).rstrip() for row in rows]


def _verdict(verdict: str, number: int, lang: str) -> str:
    return say(lang, "{word} {n}", "{n} {word}", n=number, word=verdict_word(verdict, lang))


def _notes(run: RunInfo) -> Iterator[str]:
    tally, lang = run.tally, run.lang
    if tally.skipped:
        yield say(
            lang,
            "跳过 {n} 个不是年度报告的文件",
            "skipped files that are no annual reports: {n}",
            n=tally.skipped,
        )
    if tally.others:
        yield say(lang, "{n} 个文件不是年度报告", "files that are no annual reports: {n}", n=tally.others)
    if tally.unreadable:
        yield say(lang, "{n} 个输入无法读取", "inputs that could not be read: {n}", n=tally.unreadable)
    if tally.accepted:
        yield say(lang, "另有已接受的 {n} 处", "accepted besides: {n}", n=tally.accepted)
    if tally.fixed:
        yield say(
            lang,
            "已修改 {n} 处({files} 个文件)",
            "places fixed: {n}, in files: {files}",
            n=tally.fixed,
            files=tally.fixed_files,
        )
    elif tally.safe_fixes and run.mode == "check":
        yield say(lang, "其中 {n} 个可用 --fix 自动修改", "fixable with --fix: {n}", n=tally.safe_fixes)


def _most_first(item: tuple[str, CodeCount]) -> tuple[int, str]:
    return -item[1].count, item[0]


def _row(code: str, entry: CodeCount, lang: str) -> list[str]:
    numbers = [str(number) for number in (entry.count, entry.files, entry.fixable)]
    return [code, severity_word(entry.severity, lang), *numbers, entry.name]


def _cells(row: list[str], widths: list[int]) -> Iterator[str]:
    for column, (text, width) in enumerate(zip(row, widths, strict=True)):
        yield pad(text, width, right=column in (2, 3, 4))
