"""Chinese personal names: how they begin, and what only looks like one."""

from gxlint_national.page.word_list import words

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房"
    "滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙"
    "荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼"
)
"""Family names of one character, the more frequent ones."""

TITLES = (
    "同志",
    "先生",
    "女士",
    "书记",
    "局长",
    "主任",
    "县长",
    "市长",
    "区长",
    "镇长",
    "乡长",
    "院士",
    "教授",
    "委员",
    "律师",
)
"""What stands beside the name of somebody who is no applicant, or is spoken of with respect."""

# Those that hardly ever begin a word, so that a word after 申请人 that begins with one is a name.
_FREQUENT = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏"
    "韦邹孟熊秦邱尹薛闫侯陶黎贺郝龚邵钱覃戴孔汤施樊葛邢庞倪庄聂鲁翟殷詹耿焦俞柳祝阮柯裴霍翁冉骆靳柴鲍喻祁蒲滕饶牟穆褚窦戚"
)
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯")
_COMPOUND_FIRST = frozenset(name[0] for name in _COMPOUND)
_WORDS = words(
    """
    张贴 张开 张榜 陈述 陈列 许可 许多 周边 周围 周知 周期 周密 周末 曾经 曾向 曾就 曾在 曾以 何时 何种
    何人 何地 林地 林木 林权 林业 林场 黄河 马上 马路 田地 程序 程度 余额 余款 范围 范本 陆续 谢绝 谢意
    钱款 钱物 杨树 罗列 贺信 施工 施行 施策 胡同 苏木 钟表 夏季 秦岭 孔庙 戴口 宋体 陶瓷 鲁莽 焦点 祝贺
    喻示 饶有 牟取 穆斯 叶片 汤料 沈阳 徐州 郑州 苏州 吴江 邓州 韩城 贾汪 余下 余人 何以 何处 梁柱 曹县
    孟州 黎族 董事 孙子 马铃 肖像 彭水 高新 陈旧 朱红 周年 周到 周转 周全 许诺 金额 田间 田块 谢谢 程控
    余件 戚属 庄重 庄园 柳州 翟营 施救
    """
)
_NEVER_GIVEN = frozenset(
    "的是在向对可应提申要不以通进等和与及或了者已未其该本此为由将被把从到于按依就请政府信息公开复议诉讼答办县市区乡镇街道局"
    "委厅条件个次年月日人们某,。、;:()《》“”?!"
)
# What stands behind a name in a sentence about what its bearer asked for.
_AFTER = (
    *(",", "。", ";", "、", ":", "(", ")", "”", "\n"),
    *words(
        """
        等 的 于20 于1 关于 向 申请 提出 提交 递交 不服 要求 请求 诉 就 因 与 对 认为 通过 在 以 先生 女士 反映 表示 邮寄 所 案
        一案 撤回 起诉
        """
    ),
)
_BEFORE = "与和及为是系由"


def name_at(text: str, at: int) -> int:
    """Where the name ends that begins at an offset; 0 where none begins."""
    first = text[at : at + 1]
    head = (
        1 if first in _FREQUENT else 2 if first in _COMPOUND_FIRST and text.startswith(_COMPOUND, at) else 0
    )
    if not head or text[at : at + 2] in _WORDS:
        return 0
    for length in (1, 2):
        end = at + head + length
        if text[end - 1 : end] in _NEVER_GIVEN or not _is_han(text[end - 1 : end]):
            return 0
        if text.startswith(_AFTER, end) or end == len(text):
            return end
    return 0


def name_before(text: str, end: int) -> int:
    """Where the name begins that ends at an offset, behind a mark or a word that leads to it; -1 for none."""
    for length in (2, 3, 4):
        at = end - length
        if at >= 0 and _is_free(text, at) and name_at(text, at) == end:
            return at
    return -1


def _is_free(text: str, at: int) -> bool:
    return at == 0 or not _is_han(text[at - 1]) or text[at - 1] in _BEFORE


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
