"""What web sites leave before and after a report."""

from tests.corpus.plan import Entry

_BEFORE = {
    "portal": (
        "您当前所在的位置:首页 > 政务公开 > 法定主动公开内容 > 政府信息公开年报",
        "索引号:0000000000/{next}-00012 主题分类:综合政务 发布机构:{org}",
        "发布日期:{next}-01-23 有效性:有效",
    ),
    "short": ("{org} 发布时间:{next}-01-21 来源:本站 浏览量:136次",),
    "old": ("【字体:大 中 小】 打印 关闭", "信息来源:{org} 发布时间:{next}年01月22日"),
}
_AFTER = {
    "portal": ("分享到:", "上一篇:无", "下一篇:政府信息公开指南", "扫一扫在手机打开当前页"),
    "short": ("打印本页 关闭窗口",),
    "old": ("主办:{org} 技术支持:某某公司", "网站标识码:0000000000 备案编号:某ICP备00000000号"),
}


def furnished(text: str, entry: Entry) -> str:
    """The text with what the site puts around it."""
    if not entry.furniture:
        return text
    names = {"org": entry.organisation, "next": entry.year + 1}
    before, after = ("\n".join(part[entry.furniture]).format_map(names) for part in (_BEFORE, _AFTER))
    return f"{before}\n\n{text.rstrip()}\n\n{after}\n"
