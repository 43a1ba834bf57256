"""CN903 duplicate-title."""

from bisect import bisect_left
from collections.abc import Iterator

from gxlint.model import Report, Title
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint_national.page.whole_lines import deletions
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.wording.prose import lines_of

_DELETE = Message("删去重复的标题", "Delete the repeated title")
_FIRST = Message("标题", "The title")
_REACH = 12
_MOST_LINES = 3
_LONGEST = 120
_MARKS = "#*《》| \t"


class DuplicateTitle(Rule):
    """标题只出现一次。

    网页标题和正文标题常被一起复制下来。与标题相同的行(分成两三行的也算)是重复;只差“度”“工作”等字的也报,但哪个
    写法对由人定。

    Wrong:
        # 云泽县财政局2024年政府信息公开工作年度报告
        ⟦云泽县财政局2024年政府信息公开工作年度报告⟧
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    Right:
        # 云泽县财政局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    """

    code, name, severity = "CN903", "duplicate-title", Severity.HINT
    fix = "safe"
    reach = "noticed"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message("标题重复", "The title is repeated"),
        "similar": Message(
            "标题重复,且写法与前一个略有不同", "The title is repeated in slightly other words"
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the lines between the title and the first section with the title."""
        title = report.title
        if title is None:
            return
        related = (Related(title.span, _FIRST),)
        for span, same in _repeated(title, report):
            finding = self.at(span, "default" if same else "similar", related=related)
            edits = deletions(report, (span,)) if same else []
            yield finding.with_fix(edits, _DELETE, safe=True) if edits else finding

    def notices(self, report: Report) -> object:
        """Short lines before the first section may be the title."""
        lines = lines_of(report).split("\n") if report.preamble else []
        return [line if len(line) < _LONGEST else "" for line in lines]


def _repeated(title: Title, report: Report) -> Iterator[tuple[Span, bool]]:
    """Lines that say the title again, and whether they do so in the same words."""
    wanted = _plain(title.text)
    core = _core(wanted)
    lines = _lines_after(title, report)
    texts = [_plain(report.text[line.start : line.end]) for line in lines]
    index = 0
    while index < len(lines):
        said = ""
        for last in range(index, min(index + _MOST_LINES, len(lines))):
            said += texts[last]
            if not core.startswith(_core(said)):
                break
            if said == wanted or _core(said) == core:
                yield _trimmed(Span(lines[index].start, lines[last].end), report), said == wanted
                index = last
                break
        index += 1


def _lines_after(title: Title, report: Report) -> list[Span]:
    """The next lines that say something, up to the first section."""
    lines, text = report.document.lines, report.text
    end = report.sections[0].heading.span.start if report.sections else len(text)
    found: list[Span] = []
    for index in range(bisect_left(lines, title.span.end, key=lambda line: line.start), len(lines)):
        line = lines[index]
        if line.end > end or len(found) == _REACH:
            break
        if text[line.start : line.end].strip():
            found.append(Span(line.start, line.end))
    return found


def _plain(text: str) -> str:
    """A line without white space and marks; nothing for one that is too long for a title."""
    return "".join(text.split()).strip(_MARKS) if len(text) < _LONGEST else "。"


def _core(text: str) -> str:
    """The words of a title that distinguish it from others."""
    for word in ("年度", "工作", "的", "关于"):
        text = text.replace(word, "年" if word == "年度" else "")
    return text


def _trimmed(span: Span, report: Report) -> Span:
    text = report.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip(_MARKS))
    return Span(start, max(start, span.start + len(text.rstrip(" \t\r|*》"))))
