"""Web furniture: lines that a page puts around the report, near its beginning and its end.

A line is judged by what it is as a whole (a label with its value, the way through the site, buttons side by
side), never by a word somewhere in it: reports speak of 扫一扫 and of 主办单位, too. Some lines say nothing by
themselves and are furniture only beside others that are: the value under its label, the cross that closes a
window, the address in a page's footer.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from gxlint.syntax.metadata import Entry, is_value, read_entry

# page: furniture by itself. label: the same, and the next line may be its value. title: a label with the report's
# title. site: a name of the site's section, before the report begins. near: beside page lines. below: under them.
Kind = Literal["", "page", "label", "title", "site", "near", "below"]

_LONGEST = 120
_LONGEST_WORD = 12
_BULLETS = "|·•●▪◆■*#-—_>》» \t"
_NUMBERED = re.compile(
    r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、.](?!\d)|[一二三四五六七八九十]是|第[一二三四五六七八九十]"
)
_INDEX_NUMBER = re.compile(r"[A-Za-z0-9]{5,24}/(?:20\d\d-\d{2,6}|\d{4,})$")
_CLOCK = re.compile(r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}:\d\d(?::\d\d)?$")
_LINE = re.compile(
    r"(?:您(?:现在|当前|目前)?(?:所在|所处)?的?|(?:当前|现在|目前)(?:所在)?的?(?:页面)?|所在|页面)位置(?:是|:|>|\||$|网?站?首页)"
    r"|(?:网站|本站)?(?:首页|主页)[>»→›/|》-]"
    r"|[上下]一?[篇条页](?:新闻|文章|信息)?(?:[:\[【|]|$|没有|无)"
    r"|(?:相关|热门|推荐)(?:链接|文章|新闻|阅读|推荐|稿件|报道|文档)(?:[:>]|$|更多)"
    r"|今天是|现在是20|(?:热烈)?欢迎您?(?:访问|光临|来到|进入|登录|浏览)|您是第\d*位"
    r"|您(?:访问|点击|打开|浏览)的(?:链接|网[页站址])|您?即将(?:离开|跳转|打开).{0,30}(?:网站|门户|页面|链接)"
    r"|分享(?:到|至|给)(?::|$|微信|微博|朋友)|(?:本页|总|今日)(?:浏览|访问)(?:量|次数)(?::|$)"
    r"|Copyright|版权(?:所有|声明|归|信息)|本站(?:由|已支持|建议)|Produced|©|【(?:字体|打印|关闭|收藏|返回|分享)"
    r"|.{0,60}是否(?:继续|离开|打开|跳转)(?:访问|浏览|前往)?\??$"
    r"|.{0,30}(?:信息|数据|网络)中心(?:承办|维护|主办|建设|制作)"
)
_FOOTER = re.compile(
    r"ICP备|公(?:网安|安)备|网站标识码|政府网站(?:标识|找错)|(?:主办|承办|协办|运维|维护)(?:单位|机构)?:|技术支持:|版权所有"
    r"|(?i:all ?rights ?reserved)|(?:建议|推荐)使用.{0,12}浏览器"
)
_SAYS_SOMETHING = re.compile(r"完成|办理|开展|做好|落实|加强|按照|要求|推进|规范|[,;!“]")
_BELOW = re.compile(r"(?:联系|办公|单位)?(?:地址|电话|邮编|邮政编码|邮箱|传真|网址)[:|]")
_QR = re.compile(
    r"(?:请?(?:使?用)?(?:微信|手机|浏览器)?扫一?扫|(?:微信|手机)?扫码|扫描(?:[上下左右]方|[左右]侧|以下|此)?二维码)"
    r"[,:]?(?:在|用|到|并)?(?:手机|微信|移动)?端?上?(?:打开|查看|浏览|阅读|分享|关注|访问|下载|继续|体验|看)*"
    r"(?:至|到|给|在)?(?:当前|本|此|该|全|更多|我们|手机|官方|朋友|好友)*"
    r"(?:网?页面?|网站|文章?|内容|公众号|微信|二维码|手机版|手机|客户端|移动端|朋友圈|信息)?[!]?$"
)
_TOOLS = frozenset(
    """
    打印 打印本页 打印此页 打印页面 打印正文 打印文章 打印稿 打印预览 关闭 关闭本页 关闭此页 关闭页面 关闭窗口 关闭当前页 打印关闭
    收藏 收藏本页 收藏本站 加入收藏 添加收藏 分享 分享到 分享至 转发 微信 微博 新浪微博 腾讯微博 QQ QQ空间 QQ好友 朋友圈 人人网
    字体 字号 大 中 小 超大 特大 大中小 A A+ A- 默认 放大 缩小 返回 返回顶部 回到顶部 返回上页 返回上一页 返回上级 返回列表 返回首页
    返回主页 顶部 TOP Top 纠错 我要纠错 网站纠错 朗读 语音 语音播报 无障碍 无障碍浏览 无障碍阅读 无障碍版 无障碍模式 长者版 长辈版
    长者模式 长辈模式 长者专区 适老版 适老化 关怀版 关怀模式 老年版 大字版 智能问答 简体 繁体 繁體 简体版 繁体版 繁體版 简体中文 繁体中文
    繁體中文 简繁切换 English ENGLISH EN 手机版 移动版 电脑版 移动门户 登录 注册 用户登录 个人中心 搜索 站内搜索 搜本站 高级搜索 设为首页
    网站地图 网站声明 网站导航 隐私声明 免责声明 版权声明 法律声明 联系我们 关于我们 友情链接 使用帮助 部门网站导航 站群导航 官方微信
    官方微博 微信公众号 客户端 移动客户端 二维码 扫一扫 导出 详细信息 公开具体内容 正文 继续访问 放弃 取消 确定 首页 网站首页 主页
    """.split()
)
# Names of sections of a site. By themselves they may be sub-headings of the report, save those that stand above
# the report's own beginning.
_SITE = frozenset(
    """
    政务公开 政府信息公开 信息公开 政府信息公开年报 信息公开年报 政府信息公开专栏 政府信息公开平台 政府信息公开网 政务公开网 年报
    法定主动公开内容
    """.split()
)
_SECTIONS = _SITE | frozenset(
    """
    政务服务 办事服务 公共服务 网上办事 便民服务 政民互动 互动交流 公众参与 交流互动 新闻中心 新闻动态 新闻资讯 政务动态 政务要闻 要闻动态
    工作动态 专题专栏 热点专题 专题 数据开放 数据发布 政府数据 解读回应 回应关切 政策文件 政策解读 通知公告 公示公告 机构职能 机构概况
    机构设置 领导之窗 领导信息 政府公报 公开指南 公开制度 公开年报 依申请公开 政府信息公开指南 政府信息公开制度 政府信息公开目录
    信息公开指南 信息公开制度 信息公开目录 部门 乡镇 街道 其他 其它 综合政务 更多 热点回应 营商环境 下载
    """.split()
)
_BETWEEN = re.compile(r"[\s|/>》»·•→›;【】\[\]()<《:]+")
_TITLE = re.compile(r"公开.*(?:报告|年报|总结)")
_TITLE_TAIL = re.compile(r"(?:20\d\d年?度?)?(?:政府信息公开)?(?:工作)?(?:年度)?(?:工作)?报告$")


def page_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which of these lines, which stand one below the other, are the page's and not the report's."""
    kinds = [_kind(line) for line in lines]
    if not any(kinds):
        return frozenset()
    found = {index for index, kind in enumerate(kinds) if kind in ("page", "label")}
    found.update(_values(lines, kinds))
    found.update(_site_names(lines, kinds))
    found.update(
        index for index, kind in enumerate(kinds) if kind == "title" and _is_said_again(lines, index)
    )
    for index, kind in enumerate(kinds):
        if index - 1 in found and kind in ("near", "below"):
            found.add(index)
    for index in reversed(range(len(kinds) - 1)):
        if kinds[index] == "near" and index + 1 in found:
            found.add(index)
    return frozenset(found)


def _values(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Lines that hold the value of the label above them."""
    for index, kind in enumerate(kinds[:-1]):
        if kind == "label" and kinds[index + 1] in ("", "near", "site"):
            entry = read_entry(lines[index])
            value = _compact(lines[index + 1])
            if entry is not None and is_value(entry.last, value) and not _begins_title(lines, index + 1):
                yield index + 1


def _begins_title(lines: Sequence[str], index: int) -> bool:
    """Whether a line is a title, or the name above the rest of one."""
    return _TITLE.search(_compact(lines[index])) is not None or _ends_title(lines, index + 1)


def _ends_title(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the rest of a title that is set over several lines."""
    return index < len(lines) and _TITLE_TAIL.match(_compact(lines[index])) is not None


def _site_names(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Names of the site's sections above the report."""
    for index, kind in enumerate(kinds):
        if not kind and ("。" in lines[index] or _NUMBERED.match(_compact(lines[index]))):
            return
        if kind == "site" and not _ends_title(lines, index + 1):
            yield index


def _is_said_again(lines: Sequence[str], index: int) -> bool:
    """Whether the title that the page's own table names stands as a line of its own, too."""
    text = _compact(lines[index])
    others = (_compact(line) for at, line in enumerate(lines) if at != index)
    return any(_TITLE.search(other) and other in text for other in others)


# Remembered: pages of one site say the same around every report, and forms have the same lines in every one.
@lru_cache(maxsize=8192)
def _kind(text: str) -> Kind:
    """What a line is by itself."""
    entry = read_entry(text)
    if entry is not None:
        return _kind_of_entry(entry)
    compact = _compact(text)
    if not compact or "。" in compact or len(compact) > _LONGEST:
        return ""
    if _INDEX_NUMBER.match(compact):
        return "page"
    if compact in ("x", "X", "×") or _CLOCK.match(compact):
        return "near"
    if _NUMBERED.match(compact):
        return ""
    return _kind_of_line(compact) or _kind_of_words(text, compact)


def _kind_of_entry(entry: Entry) -> Kind:
    if entry.kind == "title":
        return "title"
    if entry.weak:
        return "near"
    return "label" if entry.open else "page"


def _kind_of_line(compact: str) -> Kind:
    if _LINE.match(compact) or _QR.match(compact.replace("“", "").replace("”", "")):
        return "page"
    if _FOOTER.search(compact) and not _SAYS_SOMETHING.search(compact):
        return "page"
    return "below" if _BELOW.match(compact) else ""


def _kind_of_words(text: str, compact: str) -> Kind:
    """Buttons and menus: short words side by side, most of them known."""
    if compact in _TOOLS:
        return "page"
    if compact in _SITE:
        return "site"
    words = [word for word in _BETWEEN.split(text) if word]
    tools = sum(word in _TOOLS for word in words)
    known = tools + sum(word in _SECTIONS for word in words)
    if len(words) < 2 or not known:
        return ""
    if known == len(words):
        return "page" if tools or known > 2 else ""
    if sum(map(text.count, ">»→›")) > 1:
        return "page"  # the way from the site's first page to this one
    if _TITLE.search(compact) or max(map(len, words)) > _LONGEST_WORD:
        return ""
    return "page" if known > 2 and known * 2 >= len(words) else ""


def _compact(text: str) -> str:
    return "".join(text.split()).strip(_BULLETS)
