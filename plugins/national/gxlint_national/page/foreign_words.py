"""Words that no report begins with: gambling, pornography, advertising, and the names of document sites."""

from gxlint_national.page.word_list import words

_GAMBLING = words(
    """
    博彩 赌场 赌博网 赌球 买球 竞猜 投注 下注 百家乐 六合彩 时时彩 北京赛车 快三开奖 老虎机 捕鱼游戏 捕鱼达人 真人荷官 真人视讯 棋牌
    德州扑克 娱乐城 葡京 威尼斯人 金沙娱乐 澳门金沙
    太阳城娱乐 永利皇宫 永利娱乐 皇冠体育 亚博体育 亚博app 亚博官网 开云体育 必威体育 万博体育
    乐鱼体育 华体会 米兰体育 爱游戏 bet365 Bet365 BET365 彩金 首存送 注册送 送彩金 彩票网 彩票平台 彩票app 彩票APP
    """
)
_PORNOGRAPHY = words(
    """
    波多野 无码 一区二区 三级片 黄色网站 黄片 毛片 成人视频 成人电影 成人网站 成人影院 成人小说 情色 裸聊 约炮 乱伦 福利视频
    激情视频 激情小说 国产精品 亚洲精品 日韩欧美 欧美日韩 日韩精品 久久精品 久久久 不卡视频 91视频 自拍偷拍 麻豆传媒 人妻 熟女
    """
)
_ADVERTISING = words(
    """
    代开发票 代开票 办证刻章 刻章办证 加V信 贷款秒批 秒到账 网赚 日结兼职 传奇私服 刷单 壮阳 丰胸 减肥药 祛斑 招嫖 上门按摩 迷药
    论文代发 论文代写 代写论文 由会员分享,可在线阅读 珍藏版)》请在
    """
)
CERTAIN = _GAMBLING | _PORNOGRAPHY | _ADVERTISING
"""One of these is enough."""

LIKELY = words(
    """
    赌博 色情 黄色 成人用品 情趣 彩票 发票 贷款 套现 加微信 兼职 免费观看 在线观看 免费下载 手游 页游 外围 限时抢购 秒杀 特价 包邮
    减肥 美容院 专科医院 包治 中介 代办 代写 招商加盟 旗舰店 官方商城 有限公司官网 有限公司官方网站 点击进入 最新网址
    娱乐平台 电竞平台 真人平台 足球平台
    """
)
"""One of these is enough in a short line that is no sentence and names no office."""

SITES = words(
    """
    百度文库 豆丁网 道客巴巴 原创力文档 人人文库 360文档 360文库 360个人图书馆 金锄头文库 淘文阁 范文网 第一文库网 蚂蚁文库 得力文库
    文档网 范文大全 作文网 论文网 知乎 简书 CSDN CSDN博客 百家号 搜狐网 腾讯新闻 新浪网 网易新闻 今日头条 豆瓣 哔哩哔哩 天涯社区
    百度百科 百度知道 维基百科 搜狗百科 百度贴吧
    """
)
"""Other sites; they count where a line ends with them behind a dash, or has nothing else."""

TRADES = words("体育 娱乐 电竞 彩票 国际 游戏 足球 真人")
DOORS = words("app APP 官网 官方网站 入口 登录 注册 下载 手机版 线上")
"""A trade, and within a few characters a door: the title of a site that deals in it."""

DECENT = words("局 总局 中心 馆 厅 委 政府 公开 福利彩票 学校 协会 政务 机场 港 合作 贸易")
"""What shows that a line of that kind is an office's own."""

OFFICIAL = words(
    "公开 报告 政府 局 委 办 厅 镇 乡 街道 区 县 市 省 中心 学校 学院 公安 根据 依据 条例 工作 情况 栏目 首页"
)
"""What shows that a line may be an office's own."""
