"""CN102 section-order."""

from collections.abc import Iterator, Sequence

from gxlint.model import Heading, Report, Section
from gxlint.rules import Edit, Message, Outcome, Related, Rule, Severity, Where
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.structure.numerals import chinese
from gxlint_national.structure.outline import Outline, Top, index_of, outline
from gxlint_national.structure.sequence import expected_after, fitting, misplaced

_FIRST = Message("“{title}”在前面已出现", "“{title}” stands here first")
_ALSO = Message("“{title}”也出现了两次", "“{title}” stands twice as well")
_BEFORE = Message("前一个一级标题“{title}”", "The section heading before it: “{title}”")
_RENUMBER = Message("序号改为“{new}”", "Number it “{new}”")


class SectionOrder(Rule):
    """六个一级标题次序正确,序号连续不重复。

    统一格式规定了六个部分的次序。缺了某一部分时由 CN101 报告,其余标题无论沿用原序号还是顺次编号,
    都不再另报;目录、表三内的“一、二、三、四”和部分之内的列举不是一级标题。

    Wrong:
        三、收到和处理政府信息公开申请情况
        ⟦三⟧、政府信息公开行政复议、行政诉讼情况
        五、存在的主要问题及改进情况
    Right:
        三、收到和处理政府信息公开申请情况
        四、政府信息公开行政复议、行政诉讼情况
        五、存在的主要问题及改进情况
    """

    code, name, severity = "CN102", "section-order", Severity.WARNING
    reach = "nowhere"
    fix = "suggested"
    source = (article(FORMAT_2021, "附件 一级标题"), article(REGULATION, "第五十条"))
    messages = {
        "default": Message("“{title}”应在“{other}”之前", "“{title}” belongs before “{other}”"),
        "late": Message("“{title}”应在“{other}”之后", "“{title}” belongs after “{other}”"),
        "double": Message("“{title}”重复出现", "“{title}” stands twice"),
        "number": Message(
            "一级标题序号“{got}”与前面重复或不连续,此处应为“{expected}”",
            "Section number “{got}” repeats or breaks the sequence; expected “{expected}”",
        ),
        "restart": Message(
            "一级标题数到“{before}”,又从“{got}”数起",
            "Section numbers reach “{before}” and start again from “{got}”",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Report doubles, parts out of place and broken numbers, one finding for each cause."""
        plan = outline(report)
        if plan.doubles:
            yield self._doubled(plan)
        sections = [
            top.section for top in plan.tops if top.section and plan.parts[top.section.key] is top.section
        ]
        displaced = misplaced(sections, report)
        for section in displaced:
            yield self._displaced(section, sections, report)
        if not plan.doubles:
            yield from self._numbers([top for top in plan.tops if top.section not in displaced], report)

    def _doubled(self, plan: Outline) -> Outcome:
        pairs = [sorted((double, plan.parts[double.key]), key=_start) for double in plan.doubles]
        first, second = pairs[0]
        related = [Related(first.heading.span, _FIRST, {"title": first.heading.title})]
        related += [
            Related(pair[1].heading.span, _ALSO, {"title": pair[1].heading.title}) for pair in pairs[1:]
        ]
        return self.at(second, "double", related=related, title=second.heading.title)

    def _displaced(self, section: Section, sections: Sequence[Section], report: Report) -> Outcome:
        index = index_of(section.key, report)
        at = sections.index(section)
        later = next((other for other in sections[:at] if index_of(other.key, report) > index), None)
        if later is not None:
            return self.at(section, title=section.heading.title, other=later.heading.title)
        earlier = [other for other in sections[at:] if index_of(other.key, report) < index][-1]
        return self.at(section, "late", title=section.heading.title, other=earlier.heading.title)

    def _numbers(self, tops: Sequence[Top], report: Report) -> Iterator[Outcome]:
        previous: Top | None = None
        counted: tuple[int, ...] = (0,)  # after a wrong number: the one that stands there and the right one
        for top in tops:
            ordinal = top.heading.ordinal
            if ordinal == 0:
                counted = (max(counted[-1] + 1, index_of(top.key, report) if top.key else 0),)
            elif previous is None or any(ordinal in fitting(last, top, previous, report) for last in counted):
                counted = (ordinal,)
            else:
                expected = expected_after(counted[-1], top, report)
                yield self._broken(top, previous, expected)
                counted = (ordinal,) if ordinal == 1 else (ordinal, expected)
            previous = top

    def _broken(self, top: Top, previous: Top, expected: int) -> Outcome:
        place = _numeral(top.heading)
        new = chinese(expected)
        related = (Related(previous.heading.span, _BEFORE, {"title": previous.heading.title}),)
        where = Where(section=top.key)
        if top.heading.ordinal == 1:
            before = previous.heading.number
            return self.at(
                place, "restart", where=where, related=related, got=top.heading.number, before=before
            )
        finding = self.at(place, "number", where=where, related=related, got=top.heading.number, expected=new)
        return finding.with_fix((Edit(place, new),), _RENUMBER, safe=False, new=new)


def _start(section: Section) -> int:
    return section.heading.span.start


def _numeral(heading: Heading) -> Span:
    """The numeral alone, without its mark."""
    number = heading.number.rstrip("、.,: ")
    return Span(heading.span.start, heading.span.start + len(number))
