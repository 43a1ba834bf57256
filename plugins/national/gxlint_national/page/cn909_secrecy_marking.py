"""CN909 secrecy-marking."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import REGULATION, SECRECY_LAW, article
from gxlint_national.wording.prose import lines_of

_LEVELS = ("绝密", "机密", "秘密")
_STARS = "★☆⭐✩"
_LABELS = ("密级", "密 级", "密  级")
_QUOTES = '“‘《「『〈"'
_SPOKEN_OF = ("字样", "标志", "标识", "标记", "标注")
_INTERNAL = ("内部资料", "内部文件", "内部材料", "内部使用", "内部传阅", "内部参考")


class SecrecyMarking(Rule):
    """公开的报告没有密级标志。

    查“秘密★”“机密★1年”一类标志、写明密级的元数据、文首单独成行的密级;“内部资料 严禁外传”一类单独成行的标注为警告。谈保密
    制度(国家秘密、保密审查、涉密文件)和引号里说到的标志不算。

    Wrong:
        ⟦机密★1年⟧
        # 云泽县财政局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    Right:
        # 云泽县财政局2024年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
    """

    code, name, severity = "CN909", "secrecy-marking", Severity.ERROR
    reach = "noticed"
    source = (article(SECRECY_LAW, "第二十二条", "第二十九条"), article(REGULATION, "第十四条", "第十七条"))
    messages = {
        "default": Message(
            "公开的报告上有密级标志“{got}”", "A published report bears the secrecy marking “{got}”"
        ),
        "internal": Message("公开的报告上有“{got}”的标注", "A published report is marked “{got}”"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for the marks anywhere, and for a level or 内部资料 on a line of its own before the report begins."""
        text = report.text
        if any(star in text for star in _STARS):
            yield from self._marks(_starred(), text)
        if any(label in text for label in _LABELS):
            yield from self._marks(_labelled(), text)
        begin = report.sections[0].heading.span.start if report.sections else len(text)
        if not any(text.find(word, 0, begin) >= 0 for word in (*_LEVELS, "内部")):
            return
        for line in report.document.lines:
            if line.start >= begin:
                break
            content = text[line.start : line.end].strip()
            if 2 <= len(content) <= 30:
                yield from self._line(Span(line.start, line.end), content, report)

    def notices(self, report: Report) -> object:
        """Before the report begins, a line may say such a word by itself; further down only marks count."""
        text = lines_of(report)
        words = (*_LEVELS, "内部") if report.preamble else ()
        return (
            any(word in text for word in (*_STARS, *_LABELS, *words)) or _labelled().search(text) is not None
        )

    def _marks(self, pattern: re.Pattern[str], text: str) -> Iterator[Outcome]:
        for match in pattern.finditer(text):
            if not _is_spoken_of(text, match):
                yield self.at(Span(*match.span()), got="".join(match[0].split()))

    def _line(self, span: Span, content: str, report: Report) -> Iterator[Outcome]:
        start = report.text.index(content, span.start)
        place = Span(start, start + len(content))
        if content.startswith(_LEVELS) and _level().fullmatch(content):
            yield self.at(place, got=content)
        elif content.startswith(_INTERNAL) and _internal().fullmatch(content):
            yield self.at(place, "internal", severity=Severity.WARNING, got=content)


def _is_spoken_of(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 1) : match.start()]
    after = text[match.end() : match.end() + 3].lstrip('”’"》」』〉')
    return (bool(before) and before in _QUOTES) or after.startswith(_SPOKEN_OF)


@cache
def _starred() -> re.Pattern[str]:
    return re.compile(
        rf"(?:绝[ \t]*密|机[ \t]*密|秘[ \t]*密)[ \t]*[{_STARS}]"
        r"(?:[ \t]*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[ \t]*(?:年|个月)|长期|启用前))?"
    )


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(r"密[ \t]*级[ \t]*[:|][ \t]*(?:绝[ \t]*密|机[ \t]*密|秘[ \t]*密)")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(r"(?:绝密|机密|秘密)\s*(?:\d{1,2}年|长期)?\s*(?:特急|加急|平急|特提|急件)?")


@cache
def _internal() -> re.Pattern[str]:
    return re.compile(
        r"内部(?:资料|文件|材料|使用|传阅|参考)[,、 !.·]*"
        r"(?:(?:请)?(?:注意|妥善|严格)保[存管密]|(?:严禁|不得|请勿|禁止|切勿)(?:外传|外泄|转发|翻印|公开|复制|扩散|上网|传播)\S{0,8})[!。]?"
    )
