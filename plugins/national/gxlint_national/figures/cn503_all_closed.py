"""CN503 all-closed."""

from collections.abc import Iterator

from gxlint.facts import Count, Statement, facts_of
from gxlint.model import Report
from gxlint.rules import Finding, Message, Outcome, Related, Rule, Severity, Where
from gxlint.source.pattern import Pattern
from gxlint_national.figures.certainty import sentence_around, weight
from gxlint_national.figures.expectations import Books
from gxlint_national.figures.ledger import Figure, Unread
from gxlint_national.figures.naming import source_of
from gxlint_national.figures.reporting import cells_shown
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.naming import figure

_ALSO = Message("这里也说“{said}”", "“{said}” here as well")
_HERE = Message("这里写结转 {count} 件", "{count} carried forward here")
_ANSWERING = ("答复", "回复", "办复", "复函")

_IN_TIME = ("按期", "按时", "及时", "时限", "期限", "限期", "如期", "期内")
_SOME = Pattern(
    "到期|期满|届满|应(?:当|予)?(?:答复|办结|办理)的|除[^,。;]{0,24}外|其余|已(?:办结|受理|答复)的",
    *("到期", "期满", "届满", "应", "除", "其余", "已"),
)


class AllClosed(Rule):
    """正文说申请全部办结、均已答复的,表三“四、结转下年度继续办理”总计为 0,正文也没有结转。

    “按时办结率100%”只说到期的,不算;“到期的均已答复”“除结转 1 件外全部办结”也不算。只说“均按期答复”的给警告。

    Wrong:
        一、总体情况
        收到政府信息公开申请12件,已⟦全部办结⟧。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | (七)总计 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
    Right:
        一、总体情况
        收到政府信息公开申请12件,办结11件,结转下年度1件。
        | 一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
        | (一)予以公开 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | (七)总计 | 11 | 0 | 0 | 0 | 0 | 0 | 11 |
        | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
    """

    code, name, severity = "CN503", "all-closed", Severity.ERROR
    reach = "figures"
    source = article(FORMAT_2021, "附件 表三")
    messages = {
        "default": Message(
            "正文说“{said}”,{source} {count} 件",
            "the text says that all were closed (“{said}”), {source_en}: {count}",
        ),
        "prose": Message(
            "正文说“{said}”,又写结转 {count} 件",
            "the text says that all were closed (“{said}”) and that {count} were carried forward",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for anything carried forward in the table, then in the prose."""
        statements = [item for item in facts_of(report).statements if item.subject == "all_closed"]
        if not statements:
            yield self.not_applicable()
            return
        weighed = [
            (item, severity) for item in statements if (severity := weight_of(item, report)) is not None
        ]
        if not weighed:
            return
        books = report.once(Books)
        answer = books.ledger.confirmed(books.request("carried_forward"))
        if isinstance(answer, Figure) and answer.value:
            yield self._against_the_table(weighed, answer, report)
            return
        for statement, severity in weighed:
            told = next(_carried_forward(statement, report), None)
            if told is not None:
                yield self._against_the_prose(statement, severity, told)
                return
        if isinstance(answer, Unread):
            yield self.undecided(None, answer.reason, **answer.params)

    def _against_the_table(
        self, weighed: list[tuple[Statement, Severity]], answer: Figure, report: Report
    ) -> Finding:
        (first, severity), *others = sorted(weighed, key=lambda pair: pair[1].rank)
        also = [Related(item.span, _ALSO, {"said": item.text}) for item, _ in others]
        source, source_en = source_of(answer, report.format.table_forms["table_requests"])
        return self.at(
            first.span,
            severity=severity,
            where=Where(section=first.section),
            related=(*cells_shown(answer, report), *also),
            said=first.text,
            count=figure(answer.value),
            source=source,
            source_en=source_en,
        )

    def _against_the_prose(self, statement: Statement, severity: Severity, told: Count) -> Finding:
        return self.at(
            statement.span,
            "prose",
            severity=max(severity, Severity.WARNING, key=lambda item: item.rank),
            where=Where(section=statement.section),
            related=[Related(told.number_span, _HERE, {"count": figure(told.value)})],
            said=statement.text,
            count=figure(told.value),
        )


def weight_of(statement: Statement, report: Report) -> Severity | None:
    """What the statement weighs; none when it speaks only of some, or of those that are not carried forward."""
    severity = weight(statement, report)
    if severity is None or _is_only_of_some(statement):
        return None
    if any(_is_excepted(statement, count) for count in _carried_forward(statement, report)):
        return None
    if statement.text.endswith(_ANSWERING):
        return max(severity, Severity.WARNING, key=lambda item: item.rank)
    return severity


def _carried_forward(statement: Statement, report: Report) -> Iterator[Count]:
    """What the same paragraph says is carried forward."""
    for count in facts_of(report).beside(statement):
        told = count.subject == "carried_forward" and count.value and not count.limited
        if told and count.period == "this_year":
            yield count


def _is_excepted(statement: Statement, count: Count) -> bool:
    """Whether the statement plainly speaks of the others: 办结11件,结转1件,均按期答复."""
    begin, end = sentence_around(statement)
    if not begin <= count.start < end:
        return False
    return count.start < statement.start or any(word in statement.text for word in _IN_TIME)


def _is_only_of_some(statement: Statement) -> bool:
    """Whether it is said of those that were due, or of the rest."""
    begin, _ = sentence_around(statement)
    return _SOME.search(statement.paragraph.text[begin : statement.end]) is not None
