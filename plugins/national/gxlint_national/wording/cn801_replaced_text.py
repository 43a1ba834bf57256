"""CN801 replaced-text."""

from collections import Counter
from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Finding, Message, Outcome, Rule, Severity, Where
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.wording.fixed_sentences import (
    is_damaged_label,
    is_list,
    may_list,
    names_body,
    repeated_lists,
    replaced_in,
    stands_nowhere,
)
from gxlint_national.wording.prose import Prose, one_paragraph, prose

_TWICE = 2
_MOST = 30


class ReplacedText(Rule):
    """文字没有被查找替换改坏:固定句和表头里该是“数据”“政府”的地方,不是机关名或一长串机关名。

    查“所列数据的统计期限”“本列数据的勾稽关系”“《中华人民共和国政府信息公开条例》”等固定句、表头和行名;一串机关名在
    固定句里出现过的,别处语法不通的同一串也报。正常并列的机关名(在县委、县政府领导下)不算。

    Wrong:
        本报告中所列⟦中共云泽县委、云泽县人大、云泽县政府⟧的统计期限自2024年1月1日起至2024年12月31日止。
    Right:
        本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。
    """

    code, name, severity = "CN801", "replaced-text", Severity.ERROR
    fix = "suggested"
    reach = "noticed"
    source = (article(FORMAT_2021, "正文 末条"), article(REGULATION, "第四十七条"))
    messages = {
        "default": Message(
            "此处应为“{word}”,疑被查找替换成“{got}”", "“{word}” belongs here; “{got}” was replaced into it"
        ),
        "inserted": Message(
            "“{got}”插在固定用语中间,疑被查找替换改坏", "“{got}” was replaced into a fixed phrase"
        ),
        "label": Message(
            "表内文字疑被查找替换改坏:“{got}”", "A label was damaged by find and replace: “{got}”"
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at the fixed sentences, at the tables' labels, and at what was found there wherever else it stands."""
        text = prose(report)
        found: set[Span] = set()
        strings: dict[str, str] = {}
        for finding, got, word in (*self._in_sentences(text), *self._in_tables(report)):
            found.add(finding.span)
            if is_list(got):
                strings.setdefault(got, word)
            yield finding
        yield from self._elsewhere(text, strings, found)

    def notices(self, report: Report) -> bool:
        """A list of bodies is compared with those that stand elsewhere."""
        text = one_paragraph(report)
        return may_list(text) or any(True for _ in replaced_in(text))

    def _in_sentences(self, text: Prose) -> Iterator[tuple[Finding, str, str]]:
        for start, end, word in replaced_in(text.text):
            got = text.text[start:end]
            finding = self.at(
                text.place(start, end),
                "default" if word else "inserted",
                where=text.where(start),
                got=got,
                word=word,
            )
            yield finding.suggest(word), got, word

    def _in_tables(self, report: Report) -> Iterator[tuple[Finding, str, str]]:
        for table in report.tables.values():
            if not table.once(_names_bodies):
                continue
            where = Where(table=table.key)
            for label in table.labels:
                if label.match == "similar" and names_body(label.text):
                    yield self.at(label, "label", where=where, got=label.text).suggest(label.official), "", ""
            for stray in table.strays:
                if stray.kind == "text" and names_body(stray.text):
                    yield from self._in_stray(stray.text, stray.span, where)

    def _in_stray(self, text: str, span: Span, where: Where) -> Iterator[tuple[Finding, str, str]]:
        found = False
        for start, end, word in replaced_in(text):
            found = True
            place = Span(span.start + start, span.start + end)
            finding = self.at(place, where=where, got=text[start:end], word=word)
            yield finding.suggest(word), text[start:end], word
        if not found and is_damaged_label(text):
            yield self.at(span, "label", where=where, got=text), "", ""

    def _elsewhere(self, text: Prose, strings: dict[str, str], known: set[Span]) -> Iterator[Outcome]:
        """The same list of bodies in other places that want another word."""
        alone = set() if strings else _unmeant(text.text)
        for string in strings:
            alone |= {span for span in _occurrences(string, text.text) if not _is_in_place(text.text, *span)}
        for start, end in sorted(alone)[:_MOST]:
            place = text.place(start, end)
            if place not in known:
                got = text.text[start:end]
                word = strings.get(got, "")
                finding = self.at(
                    place, "default" if word else "inserted", where=text.where(start), got=got, word=word
                )
                yield finding.suggest(word) if word else finding


def _names_bodies(table: Table) -> bool:
    """Whether anything in a table that is no official label names a body."""
    return any(label.match == "similar" and names_body(label.text) for label in table.labels) or any(
        stray.kind == "text" and names_body(stray.text) for stray in table.strays
    )


def _occurrences(string: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(string)
    while at >= 0:
        yield at, at + len(string)
        at = text.find(string, at + len(string))


def _is_in_place(text: str, start: int, end: int) -> bool:
    """Whether a list of bodies stands where a sentence can have one: opening a clause, or behind 在, 按照, 向 and so on."""
    if stands_nowhere(text, start, end):
        return False
    before = text[max(0, start - 2) : start]
    return before[-1:] in ("", *",。;:、(“\n") or before.endswith(
        (
            "在",
            "按照",
            "根据",
            "向",
            "由",
            "经",
            "受",
            "对",
            "与",
            "和",
            "及",
            "为",
            "报",
            "接受",
            "落实",
            "围绕",
            "是",
        )
    )


def _unmeant(text: str) -> set[tuple[int, int]]:
    """Lists that stand twice or more where no list can stand."""
    impossible = [span for span in repeated_lists(text) if stands_nowhere(text, *span)]
    counts = Counter(text[start:end] for start, end in impossible)
    return {(start, end) for start, end in impossible if counts[text[start:end]] >= _TWICE}
