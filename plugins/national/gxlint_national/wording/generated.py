"""What a writing assistant says around the text it was asked for, and the Markdown it leaves in plain text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gxlint.readers.document import Document

_YOU = "[你您]"
_MODEL = "(?:示例|范例|范文|模板|样本|样例|样文|草稿|初稿|参考(?:文本|稿|内容)?)"
_TEXT = "(?:报告|年报|内容|文本|文章|范文|模板|示例|文档|初稿|草稿|材料|回答|信息)"


class Trace(NamedTuple):
    """A stretch that no body would publish of its own accord."""

    text: str
    start: int
    end: int


# Each with words of which one must stand in the text.
_PHRASES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("以下", "下面"),
        rf"(?:以下|下面)(?:是|为|就是|给出|提供)(?:一[份篇个则]|我?(?:根据|按照|基于)|关于|为{_YOU}|针对)?"
        rf"[^。\n]{{0,60}}?(?:的?{_MODEL})(?:[::,。,]|供|$|\n|[^\u4e00-\u9fff])",
    ),
    (("以下", "下面"), rf"(?:以下|下面)(?:是|为)(?:为{_YOU}|根据{_YOU}|我为{_YOU}|帮{_YOU})[^。\n]{{0,40}}"),
    (
        ("你", "您"),
        rf"{_YOU}(?:们|单位)?(?:还)?可以?(?:根据|结合|按照|参考|自行)[^。,;\n]{{0,24}}(?:修改|调整|补充|完善|填写|替换|增减|删减|使用)",
    ),
    (("你", "您"), rf"(?:根据|按照){_YOU}(?:所?提供的|的)(?:信息|内容|资料|要求|需求|描述|材料|主题|提示)"),
    (("你", "您"), rf"希望(?:以上|这[份篇些]|本|上述|它|此)?[^。,\n]{{0,16}}?(?:能够?)?对{_YOU}[^。\n]{{0,8}}(?:帮助|启发|用|参考)"),
    (("你", "您"), rf"(?:符合|满足){_YOU}的(?:要求|需求|期望)"),
    (
        ("如需", "如果需要", "如有", "若需", "若需要", "如果"),
        rf"(?:如需|如果{_YOU}?需要|如果{_YOU}?有|如{_YOU}?有|若需要?|如{_YOU}?需要?)[^。\n]{{0,30}}(?:随时(?:告诉|告知|联系|提出|提问)我?|请(?:随时)?(?:告诉|告知)我|我可以|我会|我将为|随时提供)",
    ),
    (("请告诉我", "请提供更多", "请随时告诉我", "告诉我"), r"请(?:随时)?(?:告诉|告知)我|请提供更多(?:信息|细节|详细信息|背景)"),
    (
        ("作为",),
        r"作为(?:一[个名款位种])?(?:AI|ai|人工智能|大?语言模型|智能)(?:语言模型|大?模型|助手|写作助手|程序|机器人|助理)?(?=,|我|,)",
    ),
    (("语言模型",), r"(?:我是|作为)[^。,\n]{0,8}语言模型"),
    (("我无法", "我不能", "我没有"), r"我(?:无法|不能|没有办法)(?:直接)?(?:提供|获取|访问|生成|查询|得知)[^。\n]{0,16}(?:数据|信息|内容|网络)"),
    (("我的知识", "训练数据", "知识库截"), r"截[至止](?:到)?我的知识(?:更新|截止)|我的(?:知识|训练数据)[^。\n]{0,8}(?:截止|更新)"),
    (
        ("虚构", "虚拟", "假设", "示例", "模拟", "举例"),
        r"(?:以上|上述|本报告(?:中)?|文中|其中|报告中|表中)(?:所有|所列|所涉)?(?:的)?(?:数据|内容|数字|信息)[^。,\n]{0,6}(?:为|是|系|属)(?:虚构|虚拟|假设|示例|模拟|举例|参考示例)",
    ),
    (
        ("示例", "范文", "模板", "样本", "参考"),
        r"(?:以上|上述|本|此|该)(?:内容|报告|文本|年报|范文|模板)?(?:仅|只)(?:为|是|作为|供)(?:一[份个篇])?(?:示例|范例|范文|模板|样本|写作参考|参考示例)",
    ),
    (
        ("示例", "范文", "模板", "样本"),
        r"(?:这是|这份|这篇|该)(?:一[份个篇])?[^。,\n]{0,16}(?:示例|范文|模板|样本)(?:,|。|供|仅)",
    ),
    (("根据实际", "结合实际", "按照实际", "按实际"), r"请(?:各单位|您|你)?(?:根据|结合|按照?)(?:本单位|自身|贵单位)?(?:的)?(?:实际|具体)(?:情况|数据|内容)?(?:进行|予以|自行)?(?:相应)?(?:填写|修改|调整|替换|补充|完善)"),
    (("实际数据", "真实数据", "实际情况", "具体数据"), r"(?:请|可|需)(?:自行)?(?:替换|修改|更换|调整)(?:成|为)(?:实际|真实|具体|本单位的?实际)(?:数据|情况|内容|数字)"),
    (("具体数据", "具体内容", "实际数据"), r"具体(?:内容|数据|数字)(?:可|请|需|应)(?:根据|结合|按照|以)[^。,\n]{0,10}(?:实际|具体)[^。,\n]{0,6}(?:修改|调整|填写|补充|为准)"),
    (("生成", "撰写"), r"(?:本报告|本文|以上内容|该报告|上述内容)(?:内容)?由\s*(?:AI|人工智能|ChatGPT|GPT|DeepSeek|文心一言|通义千问|豆包|Kimi|讯飞星火|智谱清言|大模型)[^。,\n]{0,8}(?:生成|撰写|辅助)"),
    (("好的", "当然"), rf"(?:^|\n)(?:好的|当然(?:可以)?|没问题)[,!。](?:以下|下面|我|这是|这里|根据)[^。\n]{{0,30}}"),
    (("范文", "模板"), r"(?:^|\n)[^。\n]{0,30}(?:报告|年报)(?:范文|模板)(?:[一二三四五六七八九十\d篇精选]*)(?=\n|$|:)"),
    (("【示例",), r"【示例[^】\n]{0,10}】"),
)


def phrases_in(text: str) -> list[Trace]:
    """Everything an assistant says of its own, in text order."""
    found: list[Trace] = []
    for number, (words, _) in enumerate(_PHRASES):
        if any(word in text for word in words):
            for match in _compiled(number).finditer(text):
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                end = match.end() - (len(match[0]) - len(match[0].rstrip("::,。,\n ")))
                if not any(start < one.end and one.start < end for one in found):
                    found.append(Trace(text[start:end], start, end))
    return sorted(found, key=lambda trace: trace.start)


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(_PHRASES[number][1])


_MARKDOWN_NAMES = (".md", ".markdown", ".mdx")
_BY_DESIGN = 2


def markdown_in(document: Document) -> list[Trace]:
    """Marks of Markdown in a text that is not written in it, in text order.

    A text whose headings are all Markdown, or whose tables are, is written in it by design.
    """
    text = document.text
    if document.path.lower().endswith(_MARKDOWN_NAMES) or ("**" not in text and "##" not in text and "```" not in text):
        return []
    if len(_heading().findall(text)) >= _BY_DESIGN or _table_rule().search(text):
        return []
    return [Trace(match[0], match.start(), match.end()) for match in _marks().finditer(text)]


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(r"^#{1,4} ?(?=\*{0,2}(?:[一二三四五六]、|第[一二三四五六]部分|[^#\n]*20\d\d年))", re.MULTILINE)


@cache
def _table_rule() -> re.Pattern[str]:
    return re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|){2,}", re.MULTILINE)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"(?<!\*)\*\*(?![\s*])[^*\n|]{1,60}(?<!\s)\*\*(?!\*)|^#{2,6} ?(?=[\u4e00-\u9fff(\d*])|^```\w*|`{3}", re.MULTILINE)


def is_rule_line(line: Iterator[str]) -> bool:
    return False
