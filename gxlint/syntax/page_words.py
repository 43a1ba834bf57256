"""The words that the pages of government sites put around a text."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TOOLS = _words(
    """
    打印 打印本页 打印此页 打印页面 打印正文 打印文章 打印稿 打印预览 关闭 关闭本页 关闭此页 关闭页面 关闭窗口 打印关闭
    收藏 收藏本页 收藏本站 加入收藏 添加收藏 分享 分享到 分享至 转发 微信 微博 新浪微博 腾讯微博 QQ QQ空间 QQ好友 朋友圈
    字体 字号 大 中 小 超大 特大 大中小 A A+ A- 默认 放大 缩小 返回 返回顶部 回到顶部 返回上页 返回上一页 返回上级 返回列表
    返回首页 返回主页 顶部 TOP Top 纠错 我要纠错 网站纠错 朗读 语音 语音播报 无障碍 无障碍浏览 无障碍阅读 无障碍版 无障碍模式
    长者版 长辈版 长者模式 长辈模式 长者专区 适老版 适老化 关怀版 关怀模式 老年版 大字版 智能问答 简体 繁体 繁體 简体版 繁体版
    繁體版 简体中文 繁体中文 繁體中文 简繁切换 English ENGLISH EN 手机版 移动版 电脑版 移动门户 登录 注册 用户登录 个人中心 搜索
    站内搜索 搜本站 高级搜索 设为首页 网站地图 网站声明 网站导航 隐私声明 免责声明 版权声明 法律声明 联系我们 关于我们 友情链接
    使用帮助 部门网站导航 站群导航 官方微信 官方微博 微信公众号 客户端 移动客户端 二维码 扫一扫 导出 详细信息 公开具体内容 正文
    继续访问 放弃 取消 确定 首页 网站首页 主页
    """
)
"""Buttons and entries of menus that no report has as a line of its own."""

SITE = _words(
    """
    政务公开 政府信息公开 信息公开 政府信息公开年报 信息公开年报 政府信息公开专栏 政府信息公开平台 政府信息公开网 政务公开网 年报
    法定主动公开内容
    """
)
"""Names of the site's section a report stands in."""

SECTIONS = SITE | _words(
    """
    政务服务 办事服务 公共服务 网上办事 便民服务 政民互动 互动交流 公众参与 交流互动 新闻中心 新闻动态 新闻资讯 政务动态 政务要闻
    要闻动态 工作动态 专题专栏 热点专题 专题 数据开放 数据发布 政府数据 解读回应 回应关切 政策文件 政策解读 通知公告 公示公告
    机构职能 机构概况 机构设置 领导之窗 领导信息 政府公报 公开指南 公开制度 公开年报 依申请公开 政府信息公开指南
    政府信息公开制度 政府信息公开目录 信息公开指南 信息公开制度 信息公开目录 部门 乡镇 街道 其他 其它 综合政务 更多 热点回应
    营商环境 下载
    """
)
"""Sections of a site; by themselves they may as well be sub-headings of a report."""

BEGINNINGS = (
    *_words(
        """
    当前位置 您当前的位置 您当前位置 您的位置 您所在的位置 您所在位置 您现在的位置 您现在所在的位置 您现在所在位置
    您目前的位置 您目前所在位置 现在位置 现在的位置 所在位置: 当前所在位置 当前页面位置 今天是 现在是20 欢迎访问
    欢迎您访问 欢迎您来到 欢迎来到 欢迎光临 热烈欢迎访问 您是第 您访问的链接 您点击的链接 您打开的链接 您访问的网站
    您即将离开 即将离开 您即将跳转 即将跳转至 Copyright COPYRIGHT copyright © 版权所有 版权声明 本站由 本站已支持
    【字体 【打印 【关闭 【收藏 【返回 【分享 分享到微 分享到新浪 分享到QQ
        """
    ),
    *(f"{first}{mark}" for first in ("首页", "网站首页", "本站首页", "主页") for mark in ">»→›/|》"),
)
"""How a line begins that is the page's, whatever follows."""

LABELS = tuple(
    _words(
        """
    上一篇 下一篇 上一条 下一条 上一页 下一页 上篇 下篇 上条 下条 相关链接 相关文章 相关新闻 相关阅读 相关报道
    相关稿件 相关推荐 热门文章 热门新闻 推荐阅读 本页浏览量 总浏览量 总访问量 今日访问量 本页访问量 本页浏览次数
        """
    )
)
"""How a line begins that is the page's if nothing follows, a colon or a bracket, or word that there is nothing."""

ENDINGS = tuple(
    f"是否{verb}{what}{mark}"
    for verb in ("继续", "离开", "打开")
    for what in ("", "访问", "浏览")
    for mark in ("?", "")
)
"""How the question ends that a site asks before it leads elsewhere."""

FOOTERS = (
    *_words(
        """
    ICP备 公网安备 公安备案 网站标识码 政府网站标识 政府网站找错 技术支持: 版权所有 AllRightsReserved
    allrightsreserved ALLRIGHTSRESERVED 信息中心承办 信息中心维护 信息中心建设 数据中心承办 网络中心承办
        """
    ),
    *(f"{role}{what}:" for role in ("主办", "承办", "协办", "运维", "维护") for what in ("单位", "机构", "")),
)
"""What a line holds that stands at the foot of a page."""

SAYINGS = tuple(_words("完成 办理 开展 做好 落实 加强 按照 要求 推进 规范 , ; “ !"))
"""What shows that a line has more to say than a page's footer."""

BELOW = tuple(
    f"{whose}{what}{mark}"
    for whose in ("", "联系", "办公", "单位")
    for what in ("地址", "电话", "邮编", "邮政编码", "邮箱", "传真", "网址")
    for mark in ":|"
)
"""How lines begin that belong to a footer when they stand under one."""
