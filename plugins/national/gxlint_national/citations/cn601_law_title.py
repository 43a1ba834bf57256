"""CN601 law-title."""

from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint.rules.law import comparable
from gxlint.source.pattern import Pattern
from gxlint_national.citations.abbreviations import abbreviations
from gxlint_national.citations.register import (
    Entry,
    Misquote,
    common_ends,
    entry_of,
    misquoted,
    register,
)
from gxlint_national.citations.scan import Cited, Title, every_paragraph
from gxlint_national.sources import PROCESSING_FEE, REGULATION

_REPLACE = Message("改为《{new}》", "Replace with 《{new}》")
_INNER = Pattern(r"[《〈<]([^《》〈〉<>]{4,80})[》〉>]", "《", "〈", "<")
_DECREE_INSIDE = Pattern(r"\([^()]*(?:令|\d号)[^()]*\)$", "令", "号")
_STATE = "中华人民共和国"


class LawTitle(Rule):
    """法规和文件的名称正确。

    名称与登记的法规、文件只差几个字,或是已知的误写,即提示;别省的规定、办法和部门自己的制度不在此列,通行的简称
    (《政府信息公开条例》《条例》)和文中定义的简称也不算错。令号应写在书名号外。

    Wrong:
        根据《⟦中华人民共和国信息公开条例⟧》的规定,编制本报告。
    Right:
        根据《中华人民共和国政府信息公开条例》的规定,编制本报告。
    """

    code, name, severity = "CN601", "law-title", Severity.WARNING
    fix = "safe"
    reach = "noticed"
    source = (REGULATION, PROCESSING_FEE)
    messages = {
        "default": Message("名称有误,应为《{expected}》", "Wrong title, it should be 《{expected}》"),
        "short": Message(
            "简称不完整,应为《{expected}》", "Incomplete short title, it should be 《{expected}》"
        ),
        "decree": Message("令号应写在书名号外", "The decree number belongs outside the title marks"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look up every title, those inside others too, and wrong names that stand without marks."""
        defined = {item.name for item in abbreviations(report).definitions}
        for cited in every_paragraph(report):
            for title in cited.titles:
                if title.text not in defined:
                    yield from self._title(cited, title)
            if _STATE in cited.paragraph.text:
                yield from self._without_marks(cited)

    def notices(self, report: Report) -> object:
        """A definition holds for other paragraphs, too."""
        if any(True for _ in self.check(report, report)):
            return True
        return [item.name for item in abbreviations(report).definitions]

    def _title(self, cited: Cited, title: Title) -> Iterator[Outcome]:
        found = misquoted(title.text)
        if found is not None:
            yield self._wrong(cited, title.start + 1, title.text, *found)
            return
        entry = entry_of(title.text)
        if entry is not None:
            if entry.decree and _DECREE_INSIDE.search(title.text):
                yield self.at(cited.place(title.start, title.end), "decree", severity=Severity.HINT)
            return
        for inner in _INNER.finditer(title.text):
            found = misquoted(inner[1])
            if found is not None and found[1].severity is not Severity.HINT:
                yield self._wrong(cited, title.start + 1 + inner.start(1), inner[1], *found)

    def _without_marks(self, cited: Cited) -> Iterator[Outcome]:
        for match in _bare().finditer(cited.paragraph.text):
            found = misquoted(match[0])
            if found is not None and not cited.quoted(*match.span()):
                yield self._wrong(cited, match.start(), match[0], *found)

    def _wrong(self, cited: Cited, at: int, got: str, entry: Entry, misquote: Misquote) -> Outcome:
        """A finding on the name alone: what is said of the version behind it stays."""
        end = at + _length(got, misquote.got)
        wanted = _wanted(entry, misquote.got)
        message = "short" if comparable(got) in wanted else "default"
        finding = self.at(cited.place(at, end), message, severity=misquote.severity, expected=wanted)
        edit = _smallest_edit(cited, at, end, wanted)
        return finding.with_fix([edit], _REPLACE, safe=misquote.safe, new=wanted)


def _wanted(entry: Entry, got: str) -> str:
    """The right name at the length at which it was meant: a notice's whole title, or what it prints."""
    words = comparable(got)
    if entry.name and words.endswith("通知"):
        return entry.title
    if entry.key == "regulation" and not words.startswith(_STATE[:4]) and len(entry.short[0]) >= len(words):
        return entry.short[0]
    return entry.written


def _length(got: str, name: str) -> int:
    """How much of the title as written is the name; an addition in brackets is not."""
    bracket = got.find("(")
    return (
        bracket
        if bracket > 0 and "(" not in name and comparable(got) == comparable(got[:bracket])
        else len(got)
    )


def _smallest_edit(cited: Cited, start: int, end: int, wanted: str) -> Edit:
    """What differs alone is replaced: a name that is cut over two lines stays so."""
    got = cited.paragraph.text[start:end]
    head, tail = common_ends(got, wanted)
    return Edit(cited.place(start + head, end - tail), wanted[head : len(wanted) - tail])


@cache
def _bare() -> Pattern:
    names = [
        misquote.got
        for entry in register().entries
        for misquote in entry.misquotes
        if misquote.got.startswith(_STATE) and misquote.severity is Severity.WARNING and entry.certain
    ]
    return Pattern("|".join(sorted(names, key=len, reverse=True)), *names)
