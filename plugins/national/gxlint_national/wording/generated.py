"""What a writing assistant says around the text it was asked for, and the Markdown it leaves in plain text."""

import re
from functools import cache

from gxlint.readers.document import Document
from gxlint.source.record import Record
from gxlint_national.wording.presence import Presence

_YOU = "[你您]"
_MODEL = "(?:示例|范例|范文|模板|样本|样例|样文|草稿|初稿|参考(?:文本|范文|稿))"
_ADAPT = "(?:修改|调整|完善|增减|删减|替换|润色|优化)"
_NOT_US = "(?![局镇县市区委厅办乡院会们校处单机])"  # 联系我局 is said by the body itself


class Trace(Record, frozen=True):
    """A stretch that no body would publish of its own accord. Offsets count in the text searched."""

    text: str
    start: int
    end: int


# Each pattern with words of which one must stand in the text.
_PHRASES: tuple[tuple[tuple[str, ...], str], ...] = (
    # 以下是一份……年度报告示例, 以下是为您撰写的……
    (
        ("以下是", "以下为", "以下就", "以下给", "以下提", "以下我", "以下根据", "下面"),
        rf"(?:以下|下面)(?:是|为|就是|给出|提供)[^。,\n]{{0,50}}(?:公开|报告|年报|总结|材料|内容|文章)的?(?:一[份篇个])?(?:参考|写作|通用|简要|完整)?{_MODEL}"
        rf"|(?:以下|下面)(?:是|为|就)?我?(?:为{_YOU}|根据{_YOU}|帮{_YOU})[^。,\n]{{0,40}}",
    ),
    # 你可以根据实际情况修改, 根据您提供的信息, 希望对您有帮助, 符合您的要求
    (
        ("你", "您"),
        rf"{_YOU}(?:们|单位)?(?:还)?可以?(?:根据|结合|按照|参考|自行|在此基础上)[^。,;\n]{{0,24}}{_ADAPT}"
        rf"|{_YOU}(?:们|单位)?(?:还)?可以?(?:根据|结合|按照?)[^。,;\n]{{0,6}}(?:实际|具体|自身)[^。,;\n]{{0,10}}(?:填写|补充|使用)"
        rf"|(?:根据|按照){_YOU}(?:所?提供的|的)(?:信息|内容|资料|要求|需求|描述|材料|主题|提示)"
        rf"|希望[^。\n]{{0,20}}对{_YOU}[^。\n]{{0,8}}(?:帮助|启发|有用|参考)"
        rf"|希望[^。\n]{{0,20}}(?:[为给]{_YOU}提供|帮到{_YOU}|(?:符合|满足){_YOU}的)[^。,\n]{{0,6}}"
        rf"|{_YOU}(?:们)?看?(?:是否|还)需要?(?:我)?(?:进一步)?{_ADAPT}"
        rf"|(?:供{_YOU}|仅供{_YOU}?)(?:写作)?参考(?:和|并|,|使用){_YOU}?(?:可|修改)",
    ),
    # 如需进一步修改,请随时告诉我
    (
        ("告诉我", "告知我", "我可以", "提供更多"),
        rf"(?:请|可以?)?随时(?:告诉|告知)我{_NOT_US}|请(?:告诉|告知)我{_NOT_US}|请提供更多(?:信息|细节|详细信息|背景)"
        rf"|我可以(?:为{_YOU}|帮{_YOU}|继续|进一步)",
    ),
    # 作为一个人工智能助手,我无法访问……
    (
        ("AI", "ai", "人工智能", "语言模型", "作为智能", "作为一个智能"),
        r"作为(?:一[个名款位种])?(?:由[^,。\n]{1,10}(?:开发|训练)的)?(?:AI|ai|人工智能|大?语言模型|智能)"
        r"(?:(?:大?语言模型|大?模型|写作助手|助手|助理|程序|机器人),?|,(?=我))",
    ),
    (
        ("我无法", "我不能", "语言模型", "我的知识", "训练数据"),
        r"我(?:无法|不能)(?:直接)?(?:提供|获取|访问|生成|查询|得知)[^。\n]{0,16}(?:数据|信息|内容|网络)"
        r"|我是[^。,\n]{0,8}(?:语言模型|AI助手)|截[至止]到?我的知识|我的(?:知识|训练数据)[^。\n]{0,8}(?:截止|更新)",
    ),
    # 以上数据均为虚构, 以上内容仅供参考
    (
        ("虚构", "虚拟", "假设", "示例", "模拟", "举例", "仅供参考"),
        r"(?:以上|上述|本报告中?|文中|其中|报告中|表中)的?(?:所有|所列|所涉|全部)?的?(?:数据|内容|数字|信息)[^。,\n]{0,6}"
        r"(?:为|是|系|属于?)(?:虚构|虚拟|假设|示例|模拟|举例)"
        r"|(?:以上|上述)(?:内容|报告|文本|范文|示例|回答|模板)[^。\n]{0,6}仅供参考"
        r"|(?:以上|上述|本|此|该)(?:内容|报告|文本|年报|范文|模板)?(?:仅|只)(?:为|是|作为)(?:一[份个篇])?"
        r"(?:示例|范例|范文|模板|样本|写作参考)",
    ),
    (
        ("示例", "范文", "模板", "样本", "样例"),
        r"(?:以上|上述|上面)(?:就是|便是)(?:一[份篇个])?[^。,\n]{0,30}(?:示例|范文|模板|样例)|"
        r"(?:这是|这份|这篇)(?:一[份个篇])?[^。,\n]{0,20}(?:示例|范文|模板|样例)(?=[,。供仅\n:]|$)"
        r"|(?:报告|年报)(?:范文|模板)(?:[一二三四五六七八九十\d]{0,2}|精选[^\n]{0,6})(?=\n|$|:)|(?:报告|年报)\((?:范文|模板|示例|样本|样例)\)"
        r"|【示例[^】\n]{0,10}】",
    ),
    # 请根据实际情况修改, 请替换为真实数据
    (
        (
            "请根据",
            "请结合",
            "请按",
            "请各单位",
            "替换",
            "为实际",
            "成实际",
            "具体内容",
            "具体数据",
            "具体数字",
        ),
        rf"请(?:各单位|{_YOU})?(?:根据|结合|按照?)(?:本单位|自身|贵单位|当地)?的?(?:实际|具体)(?:情况|数据|内容)?(?:进行|予以|自行|加以)?(?:相应)?"
        rf"(?:的)?(?:填写|补充|{_ADAPT})"
        r"|(?:请|可|需)(?:自行|将其)?(?:替换|修改|更换|调整)(?:成|为)(?:实际|真实|本单位的?实际)(?:数据|情况|内容|数字)"
        r"|具体(?:内容|数据|数字)(?:可|请|需|应)(?:根据|结合|按照)[^。,\n]{0,10}(?:实际|具体)[^。,\n]{0,6}(?:修改|调整|填写|补充)",
    ),
    # 本报告由人工智能生成
    (
        (
            "由AI",
            "由ai",
            "由人工",
            "由Chat",
            "由GPT",
            "由Deep",
            "由文心",
            "由通义",
            "由豆包",
            "由Kimi",
            "由大模型",
        ),
        r"(?:本报告|本文|以上内容|该报告|上述内容)(?:内容)?由(?:AI|ai|人工智能|ChatGPT|GPT|DeepSeek|文心一言|通义千问|豆包|Kimi|大模型)"
        r"[^。,\n]{0,8}(?:生成|撰写)",
    ),
    (
        ("好的", "当然", "没问题"),
        r"(?:^|\n)(?:好的|当然(?:可以)?|没问题)[,!。](?:以下|下面|我|这是|这里|根据)[^。\n]{0,30}",
    ),
    (("think>",), r"</?think>"),
)


def phrases_in(words: Presence) -> list[Trace]:
    """Everything an assistant says of its own, in text order."""
    found: list[Trace] = []
    for number, (needed, _) in enumerate(_PHRASES):
        if words.has_any(needed):
            for match in _compiled(number).finditer(words.text):
                stretch = match[0].strip("\n,")
                start = match.start() + match[0].index(stretch)
                found.append(Trace(stretch, start, start + len(stretch)))
    kept: list[Trace] = []
    for trace in sorted(found, key=lambda trace: trace.start):
        if not kept or trace.start >= kept[-1].end:
            kept.append(trace)
    return kept


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(_PHRASES[number][1])


_MARKDOWN_NAMES = (".md", ".markdown", ".mdx")
_BY_DESIGN = 2


def markdown_in(document: Document) -> list[Trace]:
    """Marks of Markdown in a text that is not written in it; offsets count in the document.

    A text is written in Markdown by design where its name says so, where several of its headings are Markdown's, or
    where its tables are.
    """
    text = document.text
    if document.path.lower().endswith(_MARKDOWN_NAMES) or not any(
        mark in text for mark in ("**", "##", "```")
    ):
        return []
    if len(_heading().findall(text)) >= _BY_DESIGN or _table_rule().search(text):
        return []
    return [Trace(match[0], match.start(), match.end()) for match in _marks().finditer(text)]


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        r"^#{1,4} ?\*{0,2}(?:[一二三四五六]、|第[一二三四五六]部分|[^#\n]*20\d\d年)", re.MULTILINE
    )


@cache
def _table_rule() -> re.Pattern[str]:
    return re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|){2,}", re.MULTILINE)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\*)\*\*(?![\s*])[^*\n|]{1,60}(?<!\s)\*\*(?!\*)|^#{2,6} ?(?=[\u4e00-\u9fff(\d*])|^```\w*",
        re.MULTILINE,
    )
