"""CN101 missing-section."""

from collections.abc import Iterator, Sequence

from gxlint.formats import SectionForm
from gxlint.model import Report, Section
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.structure.disguise import LONGEST_HEADING, disguised
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.outline import index_of, outline
from gxlint_national.structure.places import first_line

_CUT = Message(
    "文本在“{last}”部分中断,其后的{names}未检查",
    "The text breaks off in “{last}”; {names} could not be checked",
)
_INSERT = Message("插入标题行{names}", "Insert the heading {names}")


class MissingSection(Rule):
    """六个一级标题齐全。

    《条例》第五十条列出年度报告应当包括的内容,统一格式把它们定为六个部分。标题写法不同(例如“存在问题及改进措施”)
    仍算有这一部分,由 CN103 提示;连续缺少的几部分合成一条。

    Wrong:
        # 望川市商务局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
        四、政府信息公开行政复议、行政诉讼情况
        ⟦五、存在的主要问题及改进情况⟧
        公开内容还不够丰富。下一步将加强业务培训,及时更新栏目。
        望川市商务局
    Right:
        # 望川市商务局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
        四、政府信息公开行政复议、行政诉讼情况
        五、存在的主要问题及改进情况
        公开内容还不够丰富。下一步将加强业务培训,及时更新栏目。
        六、其他需要报告的事项
        本年度未收取信息处理费,没有其他需要报告的事项。
    """

    code, name, severity = "CN101", "missing-section", Severity.ERROR
    fix = "suggested"
    source = (article(REGULATION, "第五十条"), article(FORMAT_2021, "附件 一级标题"))
    messages = {
        "default": Message("缺少{names}", "Missing: {names}"),
        "all": Message("没有找到任何一级标题,应有{names}", "No section heading found; expected {names}"),
        "lost": Message(
            "缺少{names};三张表也不见,序号留有空位,可能在抽取文字时丢失",
            "Missing: {names}; the tables are gone too and the numbers leave room: perhaps lost on the way",
        ),
        "disguised": Message(
            "没有单独的{names}标题,内容似在“{title}”之下",
            "No heading of its own for {names}; its content seems to stand under “{title}”",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Report each run of missing parts at the heading before it."""
        missing = outline(report).missing(report)
        if not missing:
            return
        if len(missing) == len(report.format.sections):
            place = report.title.span if report.title else first_line(report)
            yield self.at(place, "all", names=_names(missing))
            return
        for run in _runs(missing, report):
            yield self._finding(run, report)

    def _finding(self, run: Sequence[SectionForm], report: Report) -> Outcome:
        before, after = _neighbours(run, report)
        if after is None and before is not None and breaks_off(report):
            return self.undecided(before, _CUT, last=before.form.title, names=_names(run))
        if len(run) == 1 and (heading := disguised(run[0], before, after, report)) is not None:
            title = report.document.slice(heading).strip()[:LONGEST_HEADING]
            return self.at(heading, "disguised", severity=Severity.WARNING, names=_names(run), title=title)
        neighbour = before or after
        assert neighbour is not None
        if _lost_with_tables(run, after, report):
            return self.at(neighbour, "lost", severity=Severity.WARNING, names=_names(run))
        finding = self.at(neighbour, names=_names(run))
        if before is None or report.document.kind != "text" or _is_renumbered(run, before, after, report):
            return finding
        edit = _insertion(run, before, report)
        return finding.with_fix((edit,), _INSERT, safe=False, names=_names(run))


def _names(run: Sequence[SectionForm]) -> str:
    return "、".join(f"“{form.title}”" for form in run)


def _runs(missing: Sequence[SectionForm], report: Report) -> Iterator[list[SectionForm]]:
    run: list[SectionForm] = []
    for form in missing:
        if run and index_of(form.key, report) != index_of(run[-1].key, report) + 1:
            yield run
            run = []
        run.append(form)
    if run:
        yield run


def _neighbours(run: Sequence[SectionForm], report: Report) -> tuple[Section | None, Section | None]:
    """The sections that stand before and after the gap, by the official order."""
    parts = outline(report).parts
    keys = [form.key for form in report.format.sections]
    first, last = keys.index(run[0].key), keys.index(run[-1].key)
    before = next((parts[key] for key in reversed(keys[:first]) if key in parts), None)
    after = next((parts[key] for key in keys[last + 1 :] if key in parts), None)
    return before, after


def _lost_with_tables(run: Sequence[SectionForm], after: Section | None, report: Report) -> bool:
    """Whether just the parts with tables are gone, tables and all, while the numbers leave room for them."""
    with_table = [form.key for form in report.format.sections if form.table is not None]
    return (
        not report.tables
        and [form.key for form in run] == with_table
        and after is not None
        and after.heading.ordinal == index_of(after.key, report)
    )


def _is_renumbered(
    run: Sequence[SectionForm], before: Section, after: Section | None, report: Report
) -> bool:
    """Whether the numbers go on as if nothing were missing, so that an inserted heading would double one."""
    expected = index_of(run[0].key, report) - 1
    if before.heading.ordinal not in (0, expected):
        return True
    return after is not None and after.heading.ordinal not in (0, index_of(after.key, report))


def _insertion(run: Sequence[SectionForm], before: Section, report: Report) -> Edit:
    end = before.span.end
    for span in (report.signature.name_span, report.signature.date_span):
        if span is not None and before.span.start < span.start:
            end = min(end, span.start)
    tables = (table.span.end for table in report.tables.values() if before.span.covers(table.span.start))
    at = max(before.heading.span.end, *tables, before.heading.span.start + len(_stretch(before, end, report)))
    mark = _mark_before(before, report)
    gap = "\n\n" if "#" in mark else "\n"
    new = "".join(f"{gap}{mark}{form.title}" for form in run)
    follows = report.text[at : at + 1]
    return Edit(Span(at, at), new if follows in ("\n", "\r", "") else new + gap)


def _mark_before(section: Section, report: Report) -> str:
    """What stands before the heading in its line: indentation, the number signs of Markdown."""
    start = section.heading.span.start
    line = report.text[:start].rpartition("\n")[2]
    return line if not line.strip("# \t\u3000") else ""


def _stretch(before: Section, end: int, report: Report) -> str:
    return report.text[before.heading.span.start : end].rstrip()
