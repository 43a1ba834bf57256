"""CN117 heading-level."""

from collections.abc import Iterator, Sequence

from gxlint.model import Heading, Report, Section
from gxlint.rules import Message, Outcome, Related, Rule, Severity, Where
from gxlint_national.sources import LEVELS
from gxlint_national.structure.outline import inner_headings, outline

_PARENT = Message("上一层是“{number}”", "The level above is “{number}”")


class HeadingLevel(Rule):
    """小标题层级不倒挂。

    公文层次序数依次为“一、”“(一)”“1.”“(1)”。在“(三)”之下又用“一、二、三、”,或在“1.”之下用“(一)(二)”,层级就倒了;
    一级标题之下直接再用“一、”也算。表内的序号不查。

    Wrong:
        五、存在的主要问题及改进情况
        (一)存在的问题
        ⟦一、公开时效不够⟧
        二、解读形式单一
        (二)改进措施
        下一步将加强业务培训。
    Right:
        五、存在的主要问题及改进情况
        (一)存在的问题
        1.公开时效不够
        2.解读形式单一
        (二)改进措施
        下一步将加强业务培训。
    """

    code, name, severity = "CN117", "heading-level", Severity.HINT
    reach = "nowhere"
    source = LEVELS
    messages = {
        "default": Message(
            "“{number}”用在“{parent}”之下,层级倒挂",
            "“{number}” is used below “{parent}”: the levels are turned round",
        ),
        "same": Message(
            "“{number}”与一级标题序号相同,部分之内应从“(一)”起",
            "“{number}” is numbered like a section; inside a part numbering starts with “(一)”",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at lists numbered like sections, then at levels turned round inside each section."""
        dividing = {top.heading.span.start for top in outline(report).tops}
        for section in report.sections:
            inner = [h for h in inner_headings(section, report) if h.span.start not in dividing]
            like_sections = [heading for heading in inner if heading.level == 1]
            if like_sections and like_sections[0].ordinal == 1:
                yield self._like_sections(section, like_sections[0], inner)
            yield from self._turned(section, [heading for heading in inner if heading.level > 1])

    def _like_sections(self, section: Section, first: Heading, inner: Sequence[Heading]) -> Outcome:
        where = Where(section=section.key)
        before = inner[: inner.index(first)]
        if not before:
            return self.at(first, "same", where=where, number=first.number)
        parent = before[-1]
        related = (Related(parent.span, _PARENT, {"number": parent.number}),)
        return self.at(first, where=where, related=related, number=first.number, parent=parent.number)

    def _turned(self, section: Section, headings: Sequence[Heading]) -> Iterator[Outcome]:
        for at in range(1, len(headings)):
            parent, heading = headings[at - 1], headings[at]
            if heading.level < parent.level and heading.ordinal == 1 and _goes_on(headings[at:], parent):
                related = (Related(parent.span, _PARENT, {"number": parent.number}),)
                where = Where(section=section.key)
                yield self.at(
                    heading, where=where, related=related, number=heading.number, parent=parent.number
                )


def _goes_on(following: Sequence[Heading], parent: Heading) -> bool:
    """Whether the parent's list goes on after the headings that were put under it."""
    after = next((heading for heading in following if heading.level == parent.level), None)
    return after is not None and after.ordinal == parent.ordinal + 1 and after.style == parent.style
