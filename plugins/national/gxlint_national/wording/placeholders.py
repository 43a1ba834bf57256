"""What a template leaves to be filled in, and what only looks like it.

Every pattern has characters or words of which one must stand in the text, looked for first: hardly any report has them.
"""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.source.pattern import Pattern
from gxlint.source.record import Record
from gxlint_national.wording.presence import Presence
from gxlint_national.wording.prose import around

_MASK = "Xx×✕✖╳"
_UNITS = (
    r"(?:万|余|多|百|千|亿)*(?:条(?![例款目文])|件|篇|次(?![年方])|个|项(?!目)|份|场|期|例|家|名|户|元|年|月|日"
    r"|人(?:次|(?=[。,;、参]))|批|起|宗|处(?=[。,;])|册|幅|段|部(?=[。,;])|课时|小时|类(?=[。,;]))"
)
_TO_FILL = r"填写|填入|填报|插入|补充|注明|替换|输入|待补|待定|待填|具体|此处|[单位机关部门]名|地名|名称"
_FIELDS = r"名称|数量|数字|数据|条数|件数|年份|日期|地址|电话|网址|邮箱|邮编|姓名|职务|金额|比例|地名|机关|单位|部门"
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范"
    "汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
)


class Gap(Record, frozen=True):
    """A place that was left open. Offsets count in the text that was searched."""

    text: str
    start: int
    end: int


class _Kind(Record, frozen=True):
    signs: tuple[str, ...]
    pattern: str
    guarded: bool = False  # may also hide a name on purpose, or stand in a quoted model


_KINDS = (
    # XX县财政局, 20XX年, 发布信息XXX条.
    _Kind(
        tuple(_MASK),
        rf"(?<![A-Za-z0-9])(?:20\d?)?[{_MASK}]{{2,}}(?![A-Za-z0-9])|(?<![A-Za-z0-9])20\d?[{_MASK}]+(?=年)",
        guarded=True,
    ),
    # X万余条, N件; 3×5, 7×24 and 1+N are something else.
    _Kind(
        tuple("Xx×Nn"),
        rf"(?<![A-Za-z0-9+.*/×-])[Xx×Nn](?={_UNITS})|(?<![A-Za-z0-9+.*/×-])[X×](?=[省市县区镇乡局村](?!域))",
        guarded=True,
    ),
    _Kind(("某某",), r"某某(?=[省市县区旗州盟乡镇村局委厅]|街道|单位|部门|机关|办公室|年|月)", guarded=True),
    # [具体地名], 【单位名称】, {{year}}, ${name}, <填写单位>.
    _Kind(("[",), rf"\[(?=[^\[\]\n]{{0,14}}(?:{_TO_FILL}|{_FIELDS}))[^\[\]\n]{{2,18}}\](?![(号])"),
    _Kind(
        ("[",),
        r"(?<=[\u4e00-\u9fff\d,])\[[\u4e00-\u9fff]{2,8}\](?=[县市区乡镇局年月日条件次等]|人民政府|街道)",
    ),
    _Kind(
        ("【",),
        rf"【(?:(?=[^【】\n]{{0,14}}(?:填写|填入|填报|插入|此处|具体|待补|待填))[^【】\n]{{2,20}})?】(?!号)"
        rf"|(?<=[\u4e00-\u9fff\d,])【[^【】\n]{{0,6}}(?:{_FIELDS})】(?={_UNITS}|[县市区乡镇局])"
        r"|(?<=[\u4e00-\u9fff,。;\n])【[^【】\n]{0,6}(?:名称|地名|年份|数字|数量)】(?=[\u4e00-\u9fff])",
    ),
    _Kind(("{",), r"\$?\{{1,2}(?!20\d\d年?\}\s*\d)[^{}\n]{1,20}\}{1,2}"),
    _Kind(
        ("<",),
        rf"<(?:请?填写|填入|插入|此处|具体|待[补填])[^<>\n]{{0,14}}>|<[\u4e00-\u9fff]{{0,6}}(?:{_FIELDS})>",
    ),
    # ____年, 发布信息____条.
    _Kind(
        ("_",),
        r"(?<=[\u4e00-\u9fff\d:,(《])_{2,}|_{2,}(?=[\u4e00-\u9fff])|(?<=\d)_+(?=[月日条件]|年(?![报度]))",
    ),
    # (此处填写数据), (请填写具体数字), (待补充), 此处插入图表.
    _Kind(
        (
            "填写",
            "填入",
            "插入",
            "补充",
            "注明",
            "替换",
            "省略",
            "(待",
            "待填",
            "待补",
            "待定",
            "待核实",
            "待更新",
            "待完善",
        ),
        r"\((?:(?:此处|在此|这里|可在此)[^()\n]{0,12}(?:填写|填入|插入|补充|注明|替换|省略)[^()\n]{0,24}"
        rf"|(?:请|需)[^()\n]{{0,6}}(?:填写|填入|插入|补充|替换)[^()\n]{{0,8}}(?:具体|实际|情况|内容|{_FIELDS})[^()\n]{{0,12}}"
        r"|[^()\n]{0,10}(?:待|暂)(?:补充|补|填写|填|定|核实|更新|完善)[^()\n]{0,4})\)",
    ),
    _Kind(
        ("此处", "这里"),
        r"[此这](?:处|里)(?:(?<!在..)(?:填写|填入|补充|替换为|省略)|插入)[\u4e00-\u9fff]{0,10}",
    ),
    _Kind(("名称)", "全称)"), r"\((?:本)?(?:单位|机关|行政机关|部门|镇|街道|填报单位)(?:名称|全称)\)"),
    _Kind(("待补", "待填", "待核实"), r"(?<=[。;:\n])待(?:补充|填写|填|核实)(?=[。;\n])"),
    _Kind(("TODO", "TBD"), r"\b(?:TODO|TBD)\b"),
    # 公开信息()条, 发布……条, **件, ○○县.
    _Kind(("()",), r"\(\)(?=[条件篇次个项份场年月日万])"),
    _Kind(("…", "..."), rf"(?<=[\u4e00-\u9fff])(?:…+|\.{{3,}})(?={_UNITS.replace('|年|月|日', '')})"),
    _Kind(("*",), rf"(?<=[\u4e00-\u9fff])\*{{1,4}}(?={_UNITS}(?!\*))"),
    _Kind(tuple("○〇□△●☆"), r"[○〇□△●☆]{2,}(?=[省市县区乡镇局条件篇]|街道)"),
)

_CASES = (
    "申请人",
    "当事人",
    "原告",
    "被告",
    "上诉",
    "诉",
    "不服",
    "投诉人",
    "举报人",
    "村民",
    "居民",
    "先生",
    "女士",
    "案",
    "隐去",
    "化名",
    "匿名",
)
_MODELS = ("例如", "比如", "譬如", "诸如", "示例", "样式", "范本", "字样", "格式")
_COMPANIES = ("公司", "有限公司", "有限责任公司", "企业", "小区", "村民", "案")
_UNIT_OR_BODY = "年月日条件篇次个项份省市县区乡镇局委办街道部门单位"
_NO_CASE = Pattern("[方预提议档备答草图专]案")
_SIGN = re.compile(
    "[" + re.escape("".join({sign for kind in _KINDS for sign in kind.signs if len(sign) == 1})) + "]"
)


def gaps_in(text: str, words: Presence) -> list[Gap]:
    """Places left open in a text, in text order; what belongs together (XX县XX局) is one place.

    Args:
        text: prose without web addresses, which have such signs too.
        words: what occurs in it.
    """
    if "__" in text:
        text = _markdown_bold().sub(lambda match: " " * len(match[0]), text)
    joined: list[Gap] = []
    for start, end in sorted(_matches(text, words)):
        if joined and (start < joined[-1].end or _between().fullmatch(text, joined[-1].end, start)):
            before = joined.pop()
            start, end = before.start, max(end, before.end)
        joined.append(Gap(text[start:end], start, end))
    return joined


def _matches(text: str, words: Presence) -> Iterator[tuple[int, int]]:
    signs = set(_SIGN.findall(text))
    for number, kind in enumerate(_KINDS):
        if any(sign in signs if len(sign) == 1 else words.has(sign) for sign in kind.signs):
            for match in _compiled(number).finditer(text):
                if not (kind.guarded and _is_disguise(match, text)):
                    yield match.span()


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(_KINDS[number].pattern)


def _is_disguise(match: re.Match[str], text: str) -> bool:
    """Whether the mask hides a name on purpose, or stands in a quoted model."""
    begin, _ = around(text, match.start(), match.end(), "。\n;")
    before = text[begin : match.start()]
    after = _NO_CASE.sub("", text[match.end() : match.end() + 10])
    if before.count("“") > before.count("”") or any(word in before[-12:] for word in _MODELS):
        return True
    if any(word in before[-14:] or word in after for word in _CASES) or after.startswith(_COMPANIES):
        return True
    if before[-1:] in _SURNAMES and after[:1] not in _UNIT_OR_BODY:
        return True
    return _case_number().search(before[-16:] + match[0] + after) is not None


@cache
def _markdown_bold() -> re.Pattern[str]:
    return re.compile(r"(?<!_)__(?!_)(?![条件年月日次篇])[^_\n]{2,}(?<!_)__(?!_)")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"[年月日省市县区乡镇村路街道局号./-]{0,2}")


@cache
def _case_number() -> re.Pattern[str]:
    return re.compile(r"\(20\d\d\)[^。,;\n]{0,10}[行民刑执][初终申再]")
