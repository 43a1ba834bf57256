"""CN602 document-number."""

from collections.abc import Iterator

from gxlint.formats import official_formats
from gxlint.model import Report
from gxlint.rules import Edit, Message, Outcome, Rule, Severity
from gxlint_national.citations.register import Entry, entry_of, register
from gxlint_national.citations.scan import BRACKETS, Cited, Number, citations
from gxlint_national.sources import FORMAT_2021, OFFICIAL_DOCUMENTS

_NORMAL = Message("改为六角括号〔〕,去掉“第”", "Use 〔〕, without 第")
# Another way to draw 〔〕; normalised texts have it as 〔〕, so only the source tells.
_SMALL = "﹝﹞"
_BEHIND_TITLE = 6


class DocumentNumber(Rule):
    """文号写法规范:六角括号括年份,序号不加“第”、不编虚位,有“号”,机关代字正确。

    国办公开办函〔2021〕30号、国办函〔2020〕109号等常引文件的机关代字、年份、序号按登记核对;已过期的格式文件由
    CN116 提示,这里不重复。法院案号使用圆括号属于正确写法,不在此列。

    Wrong:
        按照⟦国办公开办函[2021]第30号⟧要求,编制本报告。
    Right:
        按照国办公开办函〔2021〕30号要求,编制本报告。
    """

    code, name, severity = "CN602", "document-number", Severity.HINT
    fix = "safe"
    reach = "paragraph"
    source = (OFFICIAL_DOCUMENTS, FORMAT_2021)
    messages = {
        "default": Message(
            "文号的年份应用六角括号〔〕:{expected}",
            "The year of a document number stands in 〔〕: {expected}",
        ),
        "torn": Message(
            "文号的括号不全,应写作 {expected}", "A bracket is missing, it should read {expected}"
        ),
        "ordinal": Message("文号的序号前不加“第”:{expected}", "No 第 before the serial: {expected}"),
        "zero": Message("文号的序号不编虚位:{expected}", "No leading 0 in the serial: {expected}"),
        "mark": Message("文号缺“号”字,应写作 {expected}", "号 is missing, it should read {expected}"),
        "year": Message("文号的年份后不加“年”:{expected}", "No 年 behind the year: {expected}"),
        "code": Message("文号的机关代字有误,应为 {expected}", "Wrong agency code, it should read {expected}"),
        "other": Message(
            "《{title}》的文号是 {expected}", "The document number of 《{title}》 is {expected}"
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at every document number: how it is written, then whether it is the right one."""
        numbers = [(cited, number) for cited in citations(report) for number in cited.numbers]
        superseded = _superseded(report) if numbers else ()
        for cited, number in numbers:
            if number.pair not in superseded and not _is_lost(cited, number):
                yield from self._number(cited, number, report)

    def _number(self, cited: Cited, number: Number, report: Report) -> Iterator[Outcome]:
        code = _right_code(cited, number)
        fault = _fault(cited, number, report) or ("code" if code else None)
        if fault is not None:
            expected = number._replace(code=code or number.code).usual
            finding = self.at(cited.place(number.start, number.end), fault, expected=expected)
            edits = list(_certain_edits(cited, number, report))
            if edits:
                yield finding.with_fix(edits, _NORMAL, safe=True)
            else:
                yield finding.suggest(expected)
        elif (entry := _titled(cited, number) or _format_meant(cited, number)) is not None and (
            entry.document_number != _parts(number)
        ):
            place = cited.place(number.start, number.end)
            yield self.at(place, "other", title=entry.written, expected=entry.number).suggest(entry.number)


def _fault(cited: Cited, number: Number, report: Report) -> str | None:
    """The first thing that is wrong with how a number is written: the message that says so."""
    if not (number.open and number.shut):
        return "torn"
    if number.open + number.shut != BRACKETS or _is_small(cited, number, report):
        return "default"
    if _has_ordinal(number):
        return "ordinal"
    if number.serial.startswith("0"):
        return "zero"
    if not number.mark:
        return "mark"
    return "year" if "年" in cited.paragraph.text[number.open_at : number.serial_at] else None


def _certain_edits(cited: Cited, number: Number, report: Report) -> Iterator[Edit]:
    """What can only be meant: other brackets around the year made 〔〕, a 第 too many taken out."""
    if number.open and number.shut:
        for at, wanted in zip((number.open_at, number.shut_at), BRACKETS, strict=True):
            place = cited.place(at, at + 1)
            if report.document.raw(place) != wanted:
                yield Edit(place, wanted)
    if number.ordinal is not None and _has_ordinal(number):
        yield Edit(cited.place(number.ordinal, number.ordinal + 1), "")


def _is_lost(cited: Cited, number: Number) -> bool:
    """Whether the closing bracket got lost on the way (〔202130号): CN904 says so."""
    between = cited.paragraph.text[number.open_at + 5 : number.serial_at]
    return number.open == BRACKETS[0] and not number.shut and not between.strip()


def _has_ordinal(number: Number) -> bool:
    """Whether a 第 stands where none belongs; 某某字第 3 号 is another, older way of numbering."""
    return number.ordinal is not None and not number.code.endswith("字")


def _is_small(cited: Cited, number: Number, report: Report) -> bool:
    return report.document.raw(cited.place(number.open_at, number.open_at + 1)) == _SMALL[0]


def _right_code(cited: Cited, number: Number) -> str | None:
    """The agency code that a number should have: a known misspelling, or another office's code for a known notice."""
    if (wanted := register().codes.get(number.code)) is not None:
        return wanted
    if not number.code.startswith(("国", "中")):
        return None
    start, end = cited.sentence(number.start)
    sentence = cited.paragraph.text[start:end]
    for entry in register().numbers.get(number.pair, ()):
        official = entry.document_number
        if official is None or not entry.certain or not any(word in sentence for word in entry.about):
            continue
        return official.code if official.code != number.code else None
    return None


def _titled(cited: Cited, number: Number) -> Entry | None:
    """The known notice whose title stands right before the number; national numbers only."""
    if not number.code.startswith(("国", "中")):
        return None
    title = cited.title_before(number.start)
    if title is None or number.start - title.end > _BEHIND_TITLE:
        return None
    entry = entry_of(title.text)
    if entry is None or not entry.certain or entry.document_number is None or entry.until:
        return None
    return entry


def _format_meant(cited: Cited, number: Number) -> Entry | None:
    """The format notice, where a sentence on the format has a number that is nobody's and that differs in one part."""
    start, end = cited.sentence(number.start)
    entry = register().entry("format_2021")
    if "格式" not in cited.paragraph.text[start:end] or entry.document_number is None:
        return None
    if number.pair in register().numbers and number.pair != entry.document_number[1:]:
        return None
    code = number.code[number.code.rfind("国办") :]
    written = (code, *number.pair)
    same = sum(one == other for one, other in zip(written, entry.document_number, strict=True))
    return entry if same == len(written) - 1 and code.startswith("国办") else None


def _parts(number: Number) -> tuple[str, int, int]:
    """As the register's numbers compare."""
    return number.code, *number.pair


def _superseded(report: Report) -> set[tuple[int, int]]:
    """Year and serial of the format notices that CN116 reports in this report's year."""
    wanted = official_formats().for_year(report.year) if report.year is not None else None
    if wanted is None:
        return set()
    others = {form.source.number for form in official_formats() if form.key != wanted.key}
    return {
        pair for pair, entries in register().numbers.items() if others & {entry.number for entry in entries}
    }
