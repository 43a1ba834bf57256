"""CN103 section-heading."""

from collections.abc import Iterator, Sequence

from gxlint.model import Report, Section
from gxlint.rules import Edit, Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.numerals import chinese
from gxlint_national.structure.outline import index_of, outline

_TITLE = Message("改为“{new}”", "Replace with “{new}”")
_NUMBERS = Message("标题序号改为“一、”“二、”的写法", "Number the headings as “一、”, “二、”")
_SAME = Message("同样的写法", "Written the same way")


class SectionHeading(Rule):
    """一级标题用统一格式的标准写法。

    标准写法是“一、”至“六、”加模板标题。常见的其他写法(加“政府信息公开工作”、“及”换成“和”等)内容上没有错,
    只作提示;前言里列举各部分时可用长写法,不查。各标题的序号写法相同地不规范时合成一条。

    Wrong:
        五、⟦存在的主要问题和改进措施⟧
        公开内容还不够丰富。下一步将加强业务培训。
    Right:
        五、存在的主要问题及改进情况
        公开内容还不够丰富。下一步将加强业务培训。
    """

    code, name, severity = "CN103", "section-heading", Severity.HINT
    reach = "nowhere"
    fix = "safe"
    source = article(FORMAT_2021, "附件 一级标题")
    messages = {
        "default": Message("标题标准写法为“{expected}”", "The standard heading is “{expected}”"),
        "number": Message("标题序号应写作“{expected}”", "The heading should be numbered “{expected}”"),
        "unnumbered": Message("标题缺少序号“{expected}”", "The heading lacks its number “{expected}”"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the words of each heading, then the way they are numbered."""
        parts = [section for section in outline(report).parts.values() if not _is_cut(section, report)]
        for section in parts:
            if section.match != "official" and _words(section) not in (
                section.form.heading,
                *section.form.accepted,
            ):
                finding = self.at(section, span=section.heading.title_span, expected=section.form.heading)
                yield finding.correct(section.form.heading, _TITLE)
        unnumbered = [section for section in parts if section.heading.ordinal == 0]
        marked = [s for s in parts if s.heading.ordinal and _mark(s, report) != _expected(s, report)]
        for message, sections in (("unnumbered", unnumbered), ("number", marked)):
            if sections:
                yield self._numbering(message, sections, report)

    def _numbering(self, message: str, sections: Sequence[Section], report: Report) -> Outcome:
        first = sections[0]
        related = [Related(section.heading.span, _SAME) for section in sections[1:]]
        finding = self.at(first, message, related=related, expected=_expected(first, report))
        edits = (Edit(_mark_span(section), _expected(section, report)) for section in sections)
        return finding.with_fix(edits, _NUMBERS, safe=True)


def _is_cut(section: Section, report: Report) -> bool:
    """Whether the text ends with this heading, so that its last words may be lost."""
    return section is report.sections[-1] and not section.paragraphs and breaks_off(report)


def _words(section: Section) -> str:
    return "".join(section.heading.title.split())


def _mark_span(section: Section) -> Span:
    return Span(section.heading.span.start, section.heading.title_span.start)


def _mark(section: Section, report: Report) -> str:
    return "".join(report.document.slice(_mark_span(section)).split())


def _expected(section: Section, report: Report) -> str:
    return f"{chinese(section.heading.ordinal or index_of(section.key, report))}、"
