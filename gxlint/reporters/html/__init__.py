"""``--output-format html``: one page that needs nothing else, no script either, to be read, sent and printed.

The files are written down as they come and stand behind the overview, which is complete only at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint import __version__
from gxlint.forms.markup import Markup, joined, tag
from gxlint.reporters.html.file import file_markup, verdict_badge
from gxlint.reporters.html.markup import jump
from gxlint.reporters.html.style import STYLE
from gxlint.reporters.later import Later
from gxlint.reporters.paint import Paint
from gxlint.reporters.summary import total
from gxlint.reporters.words import say, severity_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from gxlint.reporters import RunInfo
    from gxlint.reporters.record import FileRecord

_SEVERITIES = ("error", "warning", "info", "hint")
_WITH_TEXT = 200  # beyond that many reports the page would be too large for a browser
_LANGUAGES = {"zh": "zh-CN"}
# No script runs and nothing is loaded, whatever is on the page.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Writer:
    """Writes the page when all files are there."""

    def __init__(self, run: RunInfo, stream: TextIO) -> None:
        self._run, self._stream = run, stream
        self._rows, self._files = Later("\n"), Later("\n")
        self._number = self._texts = 0

    def add(self, record: FileRecord) -> None:
        """Keep the section and the line of a file."""
        if record.skipped:
            return
        self._number += 1
        with_text = record.detail is not None and self._texts < _WITH_TEXT
        self._texts += with_text
        self._files.add(file_markup(record, self._run, self._number, with_text=with_text))
        self._rows.add(_row(record, self._run, self._number))

    def close(self) -> None:
        """Write the page."""
        run, stream = self._run, self._stream
        title = say(
            run.lang,
            "政府信息公开工作年度报告校对结果",
            "Check of annual reports on open government information",
        )
        stream.write(f'<!DOCTYPE html>\n<html lang="{_LANGUAGES.get(run.lang, run.lang)}">\n<head>\n')
        stream.write("\n".join(_meta(title)))
        stream.write("\n</head>\n<body>\n")
        stream.write(
            tag(
                "header",
                tag("h1", title),
                tag("p", total(run.tally, run.lang, Paint(on=False))),
                *_notes(run),
            )
        )
        stream.write("\n<main>\n")
        if self._number > 1:
            self._overview()
        self._files.write_to(stream)
        stream.write("\n</main>\n")
        stream.write(
            tag("footer", *_foot(run, self._number - self._texts if self._texts == _WITH_TEXT else 0))
        )
        stream.write("\n</body>\n</html>\n")

    def _overview(self) -> None:
        """The table of the files; its lines are kept apart because there may be many."""
        heads = tag("tr", *_heads(self._run.lang))
        title = tag("h3", say(self._run.lang, "总览", "Overview"))
        self._stream.write(
            f'{title}\n<div class="wide"><table class="overview"><thead>{heads}</thead><tbody>\n'
        )
        self._rows.write_to(self._stream)
        self._stream.write("\n</tbody></table></div>\n")


def _meta(title: str) -> Iterator[str]:
    yield tag("meta", charset="utf-8")
    yield tag("meta", http_equiv="Content-Security-Policy", content=_POLICY)
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", name="referrer", content="no-referrer")
    yield tag("meta", name="generator", content=f"gxlint {__version__}")
    yield tag("title", title)
    yield f"<style>{STYLE}</style>"


def _notes(run: RunInfo) -> Iterator[Markup]:
    tally, lang = run.tally, run.lang
    if tally.skipped:
        text = say(
            lang,
            "跳过 {n} 个不是年度报告的文件",
            "skipped files that are no annual reports: {n}",
            n=tally.skipped,
        )
        yield tag("p", text, class_="soft")
    if tally.unreadable:
        text = say(lang, "{n} 个输入无法读取", "inputs that could not be read: {n}", n=tally.unreadable)
        yield tag("p", text, class_="soft")
    for problem in run.problems:
        yield tag("p", problem, class_="soft")


def _heads(lang: str) -> Iterator[Markup]:
    yield tag("th", say(lang, "机关或文件", "body or file"))
    yield tag("th", say(lang, "年度", "year"), class_="n spare")
    yield tag("th", say(lang, "结论", "verdict"))
    yield from (tag("th", severity_word(severity, lang), class_="n") for severity in _SEVERITIES)
    yield tag("th", say(lang, "未能核对", "not checked"), class_="n spare")


def _row(record: FileRecord, run: RunInfo, number: int) -> Markup:
    name = jump(f"f{number}", record.organisation or record.path)
    path = tag("div", record.path, class_="soft") if record.organisation else None
    counts = (sum(item.severity == severity for item in record.diagnostics) or "" for severity in _SEVERITIES)
    return tag(
        "tr",
        tag("td", name, path),
        tag("td", record.year, class_="n spare"),
        tag("td", verdict_badge(record, run)),
        *(tag("td", count, class_="n") for count in counts),
        tag("td", len(record.coverage.undecided) or "", class_="n spare"),
    )


def _foot(run: RunInfo, without_text: int) -> Iterator[Markup]:
    lang = run.lang
    if without_text > 0:
        text = say(
            lang,
            "为控制篇幅,正文和表格只列出前 {n} 份报告的;其余可单独检查后查看。",
            "Text and tables are shown of the first {n} reports only; check the others on their own to see them.",
            n=_WITH_TEXT,
        )
        yield tag("p", text)
    yield tag(
        "p",
        say(
            lang,
            "错误:统一格式或法律有明确规定;警告:通常应当如此;信息:请核对;提示:写法与标准不同。未查全:有错误级规则未能核对。",
            "error: certain by form or law; warning: usually so; info: please check; hint: wording. "
            "incomplete: an error rule could not be decided.",
        ),
    )
    yield tag("p", joined("gxlint ", __version__))
