"""What a site says about a page, label by label: 索引号, 发布机构, 成文日期, 浏览次数 and their values.

The labels are spaced out as it pleases (``索  引  号``), followed by a colon, a bar, a space or a line end,
several to a line or one to a line, with or without values.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

# What the value looks like: the labels. "!" marks labels that are ordinary words, too: those need a colon or a bar
# and a value of their kind.
_LABELS = {
    "code": """
        索引号 信息索引号 索引 索引码 信息索引 文号 发文字号 发布文号 公文文号 信息文号 文件编号 文件字号
        公开编号 统一编号 流水号
    """,
    "name": """
        发布机构 发布机关 发布单位 发布部门 发布者 !发布人 发文机关 发文机构 发文单位 制发机关 成文机关
        公开机构 公开主体 !公开单位 公开责任部门 责任部门 所属机构 所属部门 信息来源 稿件来源 文章来源 新闻来源
        来源 !供稿单位 !供稿 !撰稿 !作者 !编辑 责任编辑 !责编 !录入 !录入员 !审核 !审核人 !初审 !复审 !终审 !一审 !二审
        !三审 !签发 信息提供 内容来源 网站编辑
    """,
    "class": """
        信息分类 组配分类 主题分类 体裁分类 题材分类 服务对象分类 服务对象 主题导航 !分类 所属分类 分类名称
        信息类别 公开类别 所属栏目 !栏目 主题词 !主题 关键词 关键字 有效性 时效性 !时效 公文时效 效力状态
        是否有效 信息状态 !状态 !公开方式 !公开形式 !公开范围 !公开时限 !公开期限 !公开程序 !公开属性 信息格式 !语种
        载体类型 标引 行政区划 !公文种类 !文种 !体裁
    """,
    "date": """
        发布日期 发布时间 发文日期 发文时间 成文日期 成文时间 印发日期 生成日期 生成时间 公开日期 公开时间
        更新时间 更新日期 信息时间 归档时间 生效日期 实施日期 失效日期 废止日期 失效时间 有效期 !日期 !时间
        添加时间 录入时间 编辑时间 上传时间 撰写时间 终止日期
    """,
    "count": """
        浏览次数 浏览量 !浏览 阅读次数 阅读量 阅读数 !阅读 访问量 访问次数 点击 点击数 点击量 点击率 点击次数
        !人气 查看次数 下载次数
    """,
    "font": """
        字体 字号 字体大小 字体显示 文字大小 视力保护色 保护视力色 背景颜色 背景色 !颜色 分享 分享到 分享至
        打印 语音播报 !大小
    """,
    "title": "!标题 !名称 信息名称 公文名称 文件名称 文章标题 文件标题 信息标题",
    "summary": "内容概述 内容摘要 内容概要 信息概述 !概述 !摘要 内容简介",
}
LABELS = {kind: tuple(label.lstrip("!") for label in labels.split()) for kind, labels in _LABELS.items()}
"""The labels of each kind of value."""
_KINDS = {label: kind for kind, labels in LABELS.items() for label in labels}
_COMMON = frozenset(label[1:] for labels in _LABELS.values() for label in labels.split() if label[0] == "!")
_FIRST = frozenset(label[0] for label in _KINDS)
_OPENING = "【[(●•·▪◆■*#-|<{ \t"
_LENGTHS = range(2, max(map(len, _KINDS)) + 1)
_BOUNDARY = " \t|】])"
_LONGEST_VALUE = 80
_VALUES = {
    "code": r"[A-Za-z0-9/〔〕\[\]()【】\u4e00-\u9fff_.—-]{1,40}$",
    "name": r"[^,。;:!?《》“”\d]{2,30}$",
    "class": r"[^,。:!?《》“”]{1,24}$",
    "date": r"[\d年月日时分秒:/. -]{4,24}$|(?:长期|永久)(?:有效)?$",
    "count": r"\d{1,9}(?:次|人次|人)?$",
    "font": r"[大中小超特默认A+\-\[\]()【】|/ 红黄蓝绿灰白]{0,20}$",
    "title": r".*公开.*(?:报告|年报|总结)",
    "summary": "",
}


class Entry(NamedTuple):
    """A line that begins with a label.

    Attributes:
        kind: what the first label is for.
        last: what the last label in the line is for.
        open: whether the line ends with a label, so that its value may stand on the next line.
        weak: whether this may as well be a line of the report.
    """

    kind: str
    last: str
    open: bool
    weak: bool


def read_entry(text: str) -> Entry | None:
    """The label with which a line begins and what follows it; none for any other line."""
    text = text.strip(_OPENING)
    if text[:1] not in _FIRST or not _begins_with_label(text):
        return None
    pairs = list(_pairs(_closed_up(text)))
    if not pairs:
        return None
    label, marked, value = pairs[0]
    kind = _KINDS[label]
    fits = not value or is_value(kind, value)
    if kind != "summary" and max(len(value) for _, _, value in pairs) > _LONGEST_VALUE:
        return None
    if not marked and ((label in _COMMON and kind != "title") or (len(pairs) == 1 and not fits)):
        return None
    dated = kind == "date" and ":" not in value and bool(value)
    weak = kind == "summary" or (label in _COMMON and len(pairs) == 1 and (dated or not fits))
    last, _, rest = pairs[-1]
    return Entry(kind, _KINDS[last], not rest, weak)


def is_value(kind: str, text: str) -> bool:
    """Whether a text can be the value of a label of this kind."""
    return re.match(_VALUES[kind], text) is not None


def _begins_with_label(text: str) -> bool:
    head = "".join(text[: 4 * _LENGTHS.stop].split())
    return any(head[:length] in _KINDS for length in _LENGTHS)


def _pairs(text: str) -> Iterator[tuple[str, bool, str]]:
    """Label, whether a colon or bar follows it, and value; nothing where the text does not begin with a label."""
    matches = [
        match
        for match in _label().finditer(text)
        if match[2] or not match.start() or text[match.start() - 1] in _BOUNDARY
    ]
    if matches and not matches[0].start():
        ends = [*(match.start() for match in matches[1:]), len(text)]
        for match, end in zip(matches, ends, strict=True):
            yield match[1], bool(match[2]), text[match.end() : end].strip(" \t|】])")


def _closed_up(text: str) -> str:
    """The text with labels that are spaced out (``索  引  号``) written as words."""
    parts = text.split()
    for index, part in enumerate(parts):
        if len(part) == 1:
            for count in (2, 3, 4):
                word = "".join(parts[index : index + count])
                if word.rstrip(":|") in _KINDS:
                    parts[index : index + count] = [word, *[""] * (count - 1)]
    return " ".join(filter(None, parts))


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(sorted(_KINDS, key=len, reverse=True))
    return re.compile(rf"({labels})\s*(?:([:|])\s*|(?=[\s】\]]|$))")
