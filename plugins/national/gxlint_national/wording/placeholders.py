"""What a template leaves to be filled in, and what only looks like it.

Every pattern has a character or word without which it cannot match, looked for first: hardly any report has one.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gxlint_national.wording.prose import without_addresses

_UNITS = "条件篇次个项份场期例人家名户元号页日月年万余多"
_BODIES = "省市县区旗州盟乡镇街村局委办院厅部科股处队站所校公司单位部门机关同志职务"
_FILL_IN = r"填写|填入|填报|插入|补充|注明|替换|输入|待补|待定|待填|具体|此处|此栏|名称|单位名|机关名|部门名|地名|年份|数字|数量|条数|件数|地址|电话|网址|邮箱|邮编|姓名|职务"
_MASK = f"Xx×✕✖╳Ｘ"


class Gap(NamedTuple):
    """A place that was left open. Offsets count in the text that was searched."""

    text: str
    start: int
    end: int


class _Kind(NamedTuple):
    """``signs``: characters or words of which one must stand in the text before the pattern is worth a look."""

    signs: tuple[str, ...]
    pattern: str
    guarded: bool = False  # may also be a disguised name or a quoted model: see ``_is_disguise``


_KINDS = (
    # XX县财政局, ××年, XXX条; a single X only before a unit.
    _Kind(
        tuple(_MASK),
        rf"(?<![A-Za-z0-9])(?:20[0-9]?)?[{_MASK}]{{2,}}(?![A-Za-z0-9])|(?<![A-Za-z0-9])20[0-9]?[{_MASK}]+(?=年)",
        guarded=True,
    ),
    _Kind(
        ("X", "x", "×", "N", "n"),
        r"(?<![A-Za-z0-9+.*/×-])[Xx×Nn](?=(?:万|余|多|百|千|亿)*(?:条|件|篇|次|个|项|份|场|期|例|人次|家|名|户|元|年|月|日)(?!方))",
        guarded=True,
    ),
    # 某某局; somebody called 某某 is CN908's business.
    _Kind(("某某",), r"某某(?=[省市县区旗州盟乡镇村局委厅]|街道|单位|部门|机关|办公室|年|月)", guarded=True),
    # [具体地名], 【单位名称】, {{year}}, ${name}, <填写单位>.
    _Kind(
        ("[", "【", "{", "<"),
        rf"\[(?=[^\[\]\n]{{1,14}}\])(?=[^\]\n]*(?:{_FILL_IN}))[^\]\n]+\](?!\(|号)"
        rf"|【(?:(?=[^【】\n]{{1,14}}】)[^】\n]*(?:{_FILL_IN})[^】\n]*)?】(?!号)"
        r"|\$?\{{1,2}[^{}\n]{1,20}\}{1,2}"
        rf"|<(?=[^<>\n]{{1,14}}>)(?=[^>\n]*(?:{_FILL_IN}))[^>/\n]+>",
    ),
    _Kind(("[",), r"(?<=[\u4e00-\u9fff\d,。、])\[[\u4e00-\u9fff]{2,8}\](?=[县市区乡镇局年月日条件个次等]|人民政府|街道)"),
    # ____年, 发布信息____条; a rule of underscores across the page is none.
    _Kind(("_",), rf"(?<=[\u4e00-\u9fff\d:,(《])_{{2,}}|_{{2,}}(?=[\u4e00-\u9fff])|(?<=\d)_+(?=[年月日条件])"),
    # (此处填写数据), 此处填写, (待补充).
    _Kind(
        ("填写", "填入", "填报", "插入", "补充", "注明", "待定", "待补", "待填", "替换", "省略"),
        r"\((?:此处|请|这里|在此|可在此|需|待)[^()\n]{0,12}(?:填写|填入|填报|插入|补充|注明|替换|补|填|定|省略)[^()\n]{0,24}\)"
        r"|(?:此处|在此|这里)(?:请)?(?:填写|填入|插入|补充|注明|替换为|省略)[\u4e00-\u9fff]{0,12}",
    ),
    _Kind(("TODO", "TBD", "XXX", "待填"), r"\b(?:TODO|TBD)\b|(?<![A-Za-z])待填(?=[。,;)]|$)"),
    # 公开信息( )条, 发布……条, **件, ○○县.
    _Kind(("()",), r"\(\)(?=[条件篇次个项份场年月日万])"),
    _Kind(("…", "..."), r"(?<=[\u4e00-\u9fff])(?:…+|\.{3,})(?=(?:万|余)*[条件篇次份项](?![\u4e00-\u9fff]?[款规]))"),
    _Kind(("**", "＊"), r"(?<![*])\*{2,4}(?=(?:万|余)*[条件篇次个项份年月日](?!\*))"),
    _Kind(tuple("○〇□△●☆"), r"[○〇□△●☆]{2,}(?=[省市县区乡镇局条件篇次项]|街道)"),
)

_PERSON = re.compile(r"[\u4e00-\u9fff]{1,2}$")
_CASE = ("申请人", "当事人", "原告", "被告", "上诉", "诉", "不服", "投诉人", "举报人", "村民", "居民", "先生", "女士", "案")
_MODEL = ("例如", "比如", "譬如", "诸如", "示例", "样式", "范本", "字样", "格式")
_COMPANIES = re.compile(r"(?:有限)?(?:公司|企业|小区|工程|案|村民|组|路|项目|厂|店|人)")


def gaps_in(text: str) -> Iterator[Gap]:
    """Places left open in a text, in order of kind."""
    seen: set[int] = set()
    clean = without_addresses(text)
    for number, kind in enumerate(_KINDS):
        if not any(sign in clean for sign in kind.signs):
            continue
        for match in _compiled(number).finditer(clean):
            if match.start() in seen or (kind.guarded and _is_disguise(match, clean)):
                continue
            seen.update(range(match.start(), match.end()))
            yield Gap(match[0], match.start(), match.end())


@cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(_KINDS[number].pattern)


def _is_disguise(match: re.Match[str], text: str) -> bool:
    """Whether the mask hides a name on purpose, or stands in a quoted model."""
    begin = max(text.rfind(mark, 0, match.start()) for mark in "。\n;") + 1
    end = min((at for mark in "。\n;" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    before, after = text[begin : match.start()], text[match.end() : end]
    if before.count("“") > before.count("”") or any(word in before[-12:] for word in _MODEL):
        return True
    if any(word in before[-14:] or word in after[:10] for word in _CASE):
        return True
    return _COMPANIES.match(after) is not None or re.search(r"[(〔]20\d\d[)〕]$", before) is not None
