"""The words around a number, and what single ones among them say."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from gxlint.facts.fact import Measure, Topic
from gxlint.facts.forms import Word
from gxlint.facts.memory import BYSTANDERS, FAMILIES, Memory

_SHORTEST_NAME = 2
_STOPS = ",。;:!?、()"


@cache
def _other_head() -> re.Pattern[str]:
    """Heads of noun phrases that are none of ours: 行政复议典型案例8件, 规范性文件合法性审核12件."""
    heads = "案例|材料|资料|栏目|制度|流程|模板|条款|备案|审核|审查|清理|目录|清单|指南|评查|抽查|复核|文件|报告|页面|预案|专题"
    return re.compile(f"(?:{heads})(?:共计?|合计|总计|为|是|有|达|约|:)*$")


@cache
def _fill() -> re.Pattern[str]:
    """What may stand between an act and a number without naming what is counted."""
    return re.compile(
        "(?:[共计了的为是有约近逾超达已并均也再新又各类种件,、:和及与或等中内“”()]|合计|总[计共数量]|一共|累计|全[年部]|年内|数量|件数|其中"
        "|左右|超过|分别|先后|依[法规]|按[时期]|及时|提[出交]|递交|申请|公民|群众|企业|个人|单位|社会|公众|向|方式|形式|渠道|途径|平台|系统)*"
    )


@cache
def _fill_words() -> re.Pattern[str]:
    """What may stand between a request and its number."""
    return re.compile(
        r"[\W\dA-Za-z_]|[共计了的为是有约近逾超达已并均也再新各类种件、和及与或等中内表书函案量数总仅只另还]|合计|一共|累计|全年|年内|事项|情况"
        "|左右|超过|分别|先后|依[法规]|按[时期]|及时|合[计并]|办理|处理|登记|受理|收[到件]|目前|其中|人次|方面|工作|材料|表格|文书|主体|来源|形式|方式|途径|渠道"
    )


@cache
def _sorted() -> re.Pattern[str]:
    return re.compile(r"主动公开[类的]?(?:文件|公文)?[有为共:]?\d+[件份个]|公开属性|属性认定|属性审[查核]")


@cache
def _applicants() -> re.Pattern[str]:
    """Who applies, and how."""
    return re.compile(
        "公民|群众|[村居市]民|业主|律师|媒体|记者|学生|个体工商户|公司|机构|组织|单位|公众|社会|个人|企业|当事人|申请人|外地|辖区|本地"
        "|提[出交起]|递交|书面|口头|有效|合规|符合条件|相关|有关|上述|以上|所有|全部|通过|面向|向|我局|各种|多种|渠道|方式|途径|形式|平台|系统|自行|主动"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\([^()]*\)")


@cache
def _thing() -> re.Pattern[str]:
    """What cannot be anything but the thing counted, behind a number: 5件来电, not 5件并…, 5件比上年…."""
    return re.compile(
        "(?!左右|以上|以内|以下|上下|其中|比|较|同|与|和|及|并|且|已|均|全|都|皆|按|依|在|经|由|于|是|为|未|尚|占|将|被|转|结|因|属|后|的|等|通过|其余"
        "|需|应|当|予|作|无|不|得|共|合|总|增|减|另|余|多|之)"
    )


@cache
def _unrelated() -> re.Pattern[str]:
    """Words that say that disputes are about something else."""
    return re.compile(
        "(?:^|[,。;])(?![^,。;]*(?:公开|答复))[^,。;]*不服(?![^,。;]*公开)|公开[^,。;]{0,4}无关|[不未]涉及[^,。;]{0,6}公开|非[^,。;]{0,4}公开[^,。;]{0,4}[引原]"
        "|法院[^,。;]{0,4}(?:审结|受理|收案)|其[他它](?:事由|原因|案由|事项)|出庭|(?:因|涉及?|关于)[^,。;公]{0,16}(?:处罚|许可|登记|征[收地]|拆迁|补偿|认定|强制|确权|投诉|信访)[^,。;公]{0,12}(?:复议|诉讼)"
    )


@cache
def _deciding() -> re.Pattern[str]:
    """Words of a body that decides disputes between others."""
    return re.compile("审结|复议机[构关]|被申请人|复议职[责能]|调解|化解|审理")


class Meaning(NamedTuple):
    """One thing a number counts."""

    subject: str
    measure: Measure = ""
    channel: str = ""
    verb: str = ""
    topic: Topic = "disclosure"


class Clues:
    """The words before a number and those behind it that belong to it.

    ``at`` is where the number begins, ``end`` where it ends with its unit.
    """

    def __init__(
        self,
        text: str,
        before: Sequence[Word],
        after: Sequence[Word],
        at: int,
        end: int,
        unit: str,
        zero: bool,
        memory: Memory,
        year: int | None,
    ) -> None:
        self.text, self.before, self.after, self.at, self.end = text, before, after, at, end
        self.unit, self.zero, self.memory, self.year = unit, zero, memory, year
        self.nouns = _nouns(self.before) or _nouns(self.after)
        # 行政许可信息: what is counted are pieces of information
        self.published = len(self.nouns) > 1 and self._attributive(self.nouns[-2], self.nouns[-1])
        if self.published:
            del self.nouns[-1]
        self.verbs: dict[str, Word] = {}
        self.whens: set[str] = set()
        for word in (*self.before, *self.after):
            if word.type == "VERB":
                self.verbs.setdefault(word.key, word)
            elif word.type == "WHEN":
                self.whens.add(word.key)
            elif word.type == "DATE" and self.year is not None:
                self.whens.add({-1: "last_year", 1: "next_year"}.get(self._year(word) - self.year, ""))

    def _attributive(self, noun: Word, last: Word) -> bool:
        """政策解读类信息 are interpretations, 行政许可信息 licences."""
        if last.key != "information" or FAMILIES[noun.key] not in ("publicity", "documents", "decisions"):
            return False
        return self.text[noun.end : last.start] in ("", "类", "公开", "类公开", "的", "相关", "决定")

    def _year(self, word: Word) -> int:
        digits = self.text[word.start : word.start + 4]
        return int(digits) if digits.isdecimal() else 0

    @property
    def led_away(self) -> bool:
        """Whether what the number counts is another thing, named after the words: 规章和重要文件163件."""
        if not self.before or self.zero:
            return False
        between = self.text[self.before[-1].end : self.at]
        if "(" in between or "分别" in between:
            return False
        if len(between) > _SHORTEST_NAME and between[0] in "和及与、":
            return True
        return self.family != "publicity" and _other_head().search(between) is not None

    @property
    def of_something_else(self) -> bool:
        """Whether unknown words name what is counted, for an act on what the paragraph is about: 收到感谢信5件, 收到5件来电."""
        if self.zero:
            return False
        begin = next((at for at, word in enumerate(self.before) if word.type == "VERB"), len(self.before))
        reached = self.before[begin].end if begin < len(self.before) else self.at
        for stop, end in (*((word.start, word.end) for word in self.before[begin + 1 :]), (self.at, self.at)):
            if reached < stop and not _fill().fullmatch(self.text, reached, stop):
                return True
            reached = end
        behind = self.text[self.end : self.end + 2]
        return not self.after and behind.isalpha() and _thing().match(behind) is not None

    @property
    def of_another_thing(self) -> bool:
        """Whether unknown words between the last known one and the number name what is counted: 依申请公开案例评析3次."""
        if not self.before or self.zero:
            return False
        between = self.text[self.before[-1].end : self.at]
        if len(between) < _SHORTEST_NAME:
            return False
        if "(" in between:
            between = _bracketed().sub("", between)
        if between.startswith("的来"):
            return True  # 不属于政府信息公开申请的来函3件
        return len(_fill_words().sub("", between)) >= _SHORTEST_NAME

    @property
    def of_papers(self) -> bool:
        """Whether papers are sorted by whether they are public: 制发公文230件,其中主动公开120件、依申请公开60件、不予公开50件."""
        return "主动公开" in self.text and _sorted().search(self.text) is not None

    @property
    def head(self) -> Word | None:
        """The last noun: what a Chinese noun phrase is about."""
        return self.nouns[-1] if self.nouns else None

    @property
    def family(self) -> str:
        """What the head is about."""
        return FAMILIES[self.nouns[-1].key] if self.nouns else ""

    def last(self, type_: str) -> Word | None:
        """The last word of a terminal before the number, else the first one behind it."""
        for word in reversed(self.before):
            if word.type == type_:
                return word
        return next((word for word in self.after if word.type == type_), None)

    def has(self, *types: str) -> bool:
        """Whether there is a word of one of these terminals."""
        return any(word.type in types for word in (*self.before, *self.after))

    def verb(self, *keys: str) -> str:
        """The first of these verbs, as written."""
        return next((self.written(self.verbs[key]) for key in keys if key in self.verbs), "")

    def written(self, word: Word) -> str:
        """A word as the text has it."""
        return self.text[word.start : word.end]

    def about_requests(self) -> Topic:
        """Whether the words settle that requests for information are meant."""
        if any(word.key == "request" for word in self.nouns):
            return "disclosure"
        if any(word.key == "elsewhere" for word in self.nouns) or self._for_something_else():
            return "other"
        if self.nouns and any(word.key == "matter" for word in (*self.before, *self.after)):
            return "disclosure"  # 政府信息公开方面的申请
        return self.memory.topic

    def _for_something_else(self) -> bool:
        """Whether unknown words say what is applied for: 信用修复申请45件; not 村民申请, 书面申请."""
        head = self.head
        if head is None or head.key != "request_weak":
            return False
        before = [word.end for word in self.before if word.end <= head.start]
        begin = before[-1] if before else max(self.text.rfind(mark, 0, head.start) for mark in _STOPS) + 1
        if head.start - begin < _SHORTEST_NAME:
            return False
        if "关于" in self.text[begin : head.start]:
            return False
        said = _applicants().sub("", self.text[begin : head.start])
        return len(_fill_words().sub("", said)) >= _SHORTEST_NAME

    def about_disputes(self) -> Topic:
        """Whether the words settle that a dispute is about the disclosure of information."""
        matters = ("matter", "request")
        if any(word.type == "NOUN" and word.key in matters for word in (*self.before, *self.after)):
            return "disclosure"
        if _unrelated().search(self.text):
            return "other"
        if "receive" in self.verbs or "handle" in self.verbs:  # perhaps as one that decides disputes
            return "other" if _deciding().search(self.text) else self.memory.disputes_topic
        if (
            self.memory.topic == "disclosure" and "应诉" not in self.text
        ):  # 行政应诉 is all that one was sued for
            return "disclosure"
        return self.memory.disputes_topic


def _nouns(words: Iterable[Word]) -> list[Word]:
    return [word for word in words if word.type == "NOUN" and word.key not in BYSTANDERS]
