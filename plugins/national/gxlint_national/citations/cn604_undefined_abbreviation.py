"""CN604 undefined-abbreviation."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.citations.abbreviations import ShortName, abbreviations
from gxlint_national.sources import REGULATION
from gxlint_national.wording.prose import lines_of

_LOST = Message(
    "报告开头残缺,简称是否已定义无从核对", "The beginning of the report is lost, and definitions with it"
)
_SHOWN = 20
_CALLED = 12
_ALSO = Message("这里也用了{name}", "{name} is used here as well")
_DEFINED = Message("在这里定义", "Defined here")


class UndefinedAbbreviation(Rule):
    """简称先定义后使用,定义与使用一致。

    《条例》第一次使用之前,应在全称后写明“以下简称《条例》”。只查《条例》,一份报告只提示一处;前文刚引过别的条例全称
    时,不判断指的是哪一个。

    Wrong:
        根据《中华人民共和国政府信息公开条例》编制本报告。一年来认真落实⟦《条例》⟧要求。
    Right:
        根据《中华人民共和国政府信息公开条例》(以下简称《条例》)编制本报告。一年来认真落实《条例》要求。
    """

    code, name, severity = "CN604", "undefined-abbreviation", Severity.HINT
    reach = "noticed"
    source = REGULATION
    messages = {
        "default": Message(
            "{name}没有定义,首次引用应写全称并注明“以下简称{name}”",
            "{name} is not defined: give the full title first, with 以下简称{name}",
        ),
        "late": Message("{name}先使用、后定义", "{name} is used before it is defined"),
        "differs": Message(
            "前文定义的简称是{defined},这里用的是{name}", "{defined} was defined, but {name} is used"
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Find the first use that no definition before it covers."""
        definitions, uses = abbreviations(report)
        for index, use in enumerate(uses):
            if any(_covers(each, use) and each.at < use.at for each in definitions):
                continue
            finding = self._about(use, uses[index + 1 :], definitions, report)
            if finding is not None:
                yield finding
            return

    def notices(self, report: Report) -> object:
        """What it defines and uses, and what stands behind each 称: a definition may be no title."""
        definitions, uses = abbreviations(report)
        named = [(item.at, item.name, item.new, item in uses) for item in (*definitions, *uses)]
        text = "".join(lines_of(report).split())
        called = [text[max(0, at - 1) : at + _CALLED] for at, char in enumerate(text) if char == "称"]
        return [item[1:] for item in sorted(named)], called, text[:_CALLED]

    def _about(
        self,
        use: ShortName,
        others: tuple[ShortName, ...],
        definitions: tuple[ShortName, ...],
        report: Report,
    ) -> Outcome | None:
        late = next((each for each in definitions if _covers(each, use)), None)
        if late is not None:
            return self.at(use.span, "late", name=use.written, related=[Related(late.span, _DEFINED)])
        before = [each for each in definitions if each.at < use.at]
        if before:
            related = [Related(before[-1].span, _DEFINED)]
            return self.at(use.span, "differs", name=use.written, defined=before[-1].written, related=related)
        if report.title is None and not report.preamble:
            return self.undecided(None, _LOST)
        if _defined_somewhere(report, use):
            return None
        related = [Related(other.span, _ALSO, {"name": other.written}) for other in others[:_SHOWN]]
        return self.at(use.span, name=use.written, related=related)


def _covers(definition: ShortName, use: ShortName) -> bool:
    """Whether a definition is of the name used; 新《条例》 may stand for 《条例》, not the other way round."""
    if definition.name == use.name:
        return use.new or not definition.new
    return definition.name == "新条例" and use.new


def _defined_somewhere(report: Report, use: ShortName) -> bool:
    """Whether the definition stands where no paragraph was made of it: in a table, a heading, a cut line."""
    text = "".join(report.text.split())
    at = text.find("称")
    while at >= 0:
        if use.name in text[at : at + _CALLED] and text[at - 1] in "简下统均":
            return True
        at = text.find("称", at + 1)
    return False
