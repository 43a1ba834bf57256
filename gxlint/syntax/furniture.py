"""Web furniture: lines that a page puts around the report, near its beginning and its end."""

import re

_LINE = re.compile(
    r"当前位置|您(?:现在)?所在的?位置|索\s*引\s*号|信息分类|组配分类|主题分类|主题导航|发布机构|发文机关|发布日期|发文日期|成文日期"
    r"|发布时间|生成日期|公开日期|文\s*号:|信息来源|来源:|作者:|字体:?\s*[\[【(]|字号|访问量|浏览次数|阅读次数|点击:|点击数|点击量"
    r"|打\s*印|关闭窗口|【?关闭】?$|分享到|扫一扫|上一篇|下一篇|上一条|下一条|版权所有|主办单位|承办单位|网站标识码|ICP备|公网安备"
    r"|网站地图|联系我们|返回顶部|无障碍|长者版|繁體版|繁体版|即将离开|是否继续|首页\s*[>》]|网站首页|收藏本站|设为首页"
)
_MENU_ENTRY = re.compile(r"首页|返回|打印|关闭|年报|政务公开|政府信息公开|信息公开|政务服务|公共服务|政民互动|互动交流|新闻中心|专题专栏")
_MENU = re.compile(r"[\u4e00-\u9fffA-Z]{2,10}(?:[\s>》|/·]+[\u4e00-\u9fffA-Z]{2,10})*[\s>》|/·]*$")
_LONGEST = 120


def is_furniture(text: str) -> bool:
    """Whether a line near the edge of a document is the page's, not the report's."""
    if len(text) > _LONGEST or "。" in text:
        return False
    return _LINE.search(text) is not None or (_MENU.match(text) is not None and _is_menu(text))


def _is_menu(text: str) -> bool:
    """Whether short words side by side are a page's menu: at least one is a usual entry as it stands."""
    return any(_MENU_ENTRY.fullmatch(word) for word in re.split(r"[\s>》|/·]+", text) if word)
