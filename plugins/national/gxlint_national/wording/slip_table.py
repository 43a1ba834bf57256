"""The table of slips: words with a character too few, too many or in the wrong place (E-602).

Every entry was looked for in the laws and regulations in force, where none of them is a correct stretch. What a slip is
also a piece of, elsewhere, is written down beside it.
"""

from collections.abc import Iterator

from gxlint_national.wording.slip_objects import slips_in_objects
from gxlint_national.wording.slips import Slip

# One a line: what stands there, what it was meant to be.
_PLAIN = """
政府信公开 政府信息公开
政府息公开 政府信息公开
信公息开 信息公开
政信公开 政府信息公开
信息开工作 信息公开工作
依请公开 依申请公开
依申公开 依申请公开
依申请公工作 依申请公开工作
主动公信息 主动公开信息
贯落实 贯彻落实
贯彻落《 贯彻落实《
进一步步 进一步
进一进一步 进一步
们将的工作中 们将在今后的工作中
步将的工作中 步将在今后的工作中
进进一步 进一步
进步一加 进一步加
进步一完 进一步完
今后的作中 今后的工作中
今后的工中 今后的工作中
今后工中 今后工作中
以后工中 以后工作中
局将的工作 局将在今后的工作
下一步的工中 下一步的工作中
下一的工作 下一步的工作
严重果的 严重后果的
不良后的 不良后果的
不良影的 不良影响的
严重影的 严重影响的
恶劣影的 恶劣影响的
规范性件 规范性文件
规性文件 规范性文件
行政讼 行政诉讼
行政复义 行政复议
行政附议 行政复议
复议直接诉 复议直接起诉
统计限自 统计期限自
告中所数据 告中所列数据
所列的统计期限 所列数据的统计期限
告所数据 告所列数据
政务新体 政务新媒体
微信众号 微信公众号
社会评仪 社会评议
政策解渎 政策解读
回关切 回应关切
存在的题 存在的问题
高度重认 高度重视
中国特社会主义 中国特色社会主义
中国色社会主义 中国特色社会主义
特色会主义 特色社会主义
特色社主义 特色社会主义
特色社会义 特色社会主义
习平新时代 习近平新时代
习近新时代 习近平新时代
习近平新代 习近平新时代
新时代国特色 新时代中国特色
新时中国特色 新时代中国特色
应开尽公开 应公开尽公开
应公尽公开 应公开尽公开
应公开公开 应公开尽公开
不开为例外 不公开为例外
不公为例外 不公开为例外
公开为态 公开为常态
国院办公厅 国务院办公厅
国务办公厅 国务院办公厅
国务院公厅 国务院办公厅
国务院办厅 国务院办公厅
信处理费 信息处理费
信息理费 信息处理费
信息处费 信息处理费
其他要报告 其他需要报告
其他需要告的 其他需要报告的
其他需要报的事项 其他需要报告的事项
结转下度 结转下年度
公开年度告 公开年度报告
以下简《 以下简称《
》规, 》规定,
》规。 》规定。
》要, 》要求,
向社公布 向社会公布
向社公开 向社会公开
向社会布 向社会公布
任何疑, 任何疑问,
领导小级 领导小组
分管导 分管领导
监督障 监督保障
营商境 营商环境
扎推进 扎实推进
法治府 法治政府
服务型府 服务型政府
合法益 合法权益
得一成效 得一定成效
了一成效 了一定成效
公开公工作 公开工作
和以及 以及
等等方面 等方面
负责为成员 负责人为成员
负责为组长 负责人为组长
权、参权 权、参与权
取得了的 取得了
不良影响后的 不良影响的
严重影响后的 严重影响的
些不的 些不足的
今后工作的, 今后的工作中,
在今后的工作, 在今后的工作中,
在今后工作, 在今后工作中,
在下一步工作, 在下一步工作中,
在下一步的工作, 在下一步的工作中,
主动开政府信息 主动公开政府信息
主动公政府信息 主动公开政府信息
主动公开府信息 主动公开政府信息
主动公开政信息 主动公开政府信息
政府息公开工作 政府信息公开工作
政府信公开工作 政府信息公开工作
政府信息开工作 政府信息公开工作
政府信息公工作 政府信息公开工作
政务开工作 政务公开工作
政务公工作 政务公开工作
政务公长效机制 政务公开长效机制
政务公标准化 政务公开标准化
政务公领导小组 政务公开领导小组
信息公领导小组 信息公开领导小组
标准化范化 标准化规范化
标准化规化 标准化规范化
应公开尽公, 应公开尽公开,
应公开尽公。 应公开尽公开。
参与权、监权 参与权、监督权
权和监权 权和监督权
知权、 知情权、
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_ADMINISTRATIVE = tuple("行财党邮市廉民家法勤参议从内")
_PLACES = tuple("政省市县区镇州乡旗官州")
_STOPS = (",", "。", "、", ";", "的")
_OF_DISCLOSURE = (
    *_STOPS,
    *_words("工作 情况 制度 指南 目录 条例 申请 平台 专栏 栏目 年度 年报 力度 水平 内容"),
)
_VERBS = _words(
    "加强 完善 提高 提升 规范 加大 健全 优化 增强 强化 深化 拓宽 拓展 细化 改进 丰富 充实 夯实 畅通 压实 严格 做好 抓好 加快"
)
_STRONG_VERBS = _words("加强 完善 加大 健全 强化 深化 拓宽 细化 夯实 压实")
# 关切, 密切, 迫切: what ends in 切 and may stand before a verb of its own.
_BEFORE_QIE = tuple("一亲密关迫急贴确恳殷热真深适心")
_CAUSED = _words("造成 产生 引发 引起 导致 出现 发生")

_GUARDED = (
    Slip("政信息公开", "政府信息公开", unless_after=_ADMINISTRATIVE),
    Slip("府信息公开", "政府信息公开", unless_after=_PLACES),
    Slip("信公开工作", "信息公开工作", unless_after=tuple("微诚征守电通失")),
    Slip("信息公", "信息公开", before=_OF_DISCLOSURE),
    Slip("政务公", "政务公开", before=(*_STOPS, *_words("工作 情况 制度 要点 平台 专栏 专区 水平"))),
    Slip("政府信息开", "政府信息公开", before=_OF_DISCLOSURE),
    Slip("信息公开申", "信息公开申请", unless_before=tuple("请报诉办领")),
    Slip("公开情", "公开情况", unless_before=tuple("况形节报")),
    Slip("信息公开工", "信息公开工作", before=(*_STOPS, "中", "机制", "情况")),
    Slip("信息公开作", "信息公开工作", before=(",", "。", "、", ";", "中")),
    Slip("工作作", "工作", before=(",", "。", "、", ";")),
    Slip("信息公开制", "信息公开制度", unless_before=tuple("度作定发约")),
    Slip("行政诉", "行政诉讼", unless_before=tuple("讼求状")),
    Slip("行政复", "行政复议", unless_before=tuple("议查核审验杂印工合")),
    Slip("统期限", "统计期限", unless_after=tuple("系传")),
    *(
        Slip(f"{word}管", f"{word}管理", before=(",", "。", ";"))
        for word in _words("审查 审核 信息 档案 日常 网站 运行")
    ),
    Slip("今的工作中", "今后的工作中", unless_after=tuple("如当现至")),
    Slip("在的工作中", "在今后的工作中", unless_after=tuple("存现所实潜内外正自同")),
    Slip("严重后的", "严重后果的", after=_CAUSED),
    Slip("严重后,", "严重后果,", after=_CAUSED),
    Slip("进下一步", "进一步", unless_after=tuple("推促改引跟转迈走先")),
    Slip("进一", "进一步", before=_VERBS, unless_after=tuple("推引走迈促跟购")),
    Slip("进步", "进一步", before=_STRONG_VERBS),
    Slip("一步", "进一步", before=_VERBS, unless_after=tuple("进下第每这上那逐初同头三关当更")),
    Slip("应公开尽", "应公开尽公开", unless_before=("公",)),
    Slip("公开为常", "公开为常态", unless_before=("态", "规")),
    Slip("公为常态", "公开为常态", unless_after=("办",)),
    Slip("贯彻实", "贯彻落实", unless_before=("施", "行", "践")),
    Slip("高重视", "高度重视", unless_after=tuple("提更很最")),
    Slip("高度视", "高度重视", unless_before=("为",)),
    Slip("认落实", "认真落实", unless_after=tuple("确承")),
    Slip("认贯彻", "认真贯彻", unless_after=("确",)),
    Slip("认真实", "认真落实", unless_after=("确",), unless_before=tuple("施行践现干")),
    Slip("严按照", "严格按照", unless_after=("从",)),
    Slip("严格照", "严格按照", unless_before=("章", "顾", "办")),
    Slip("切做好", "切实做好", unless_after=_BEFORE_QIE),
    Slip("切加强", "切实加强", unless_after=_BEFORE_QIE),
    Slip("人民群", "人民群众", unless_before=("众", "体")),
    Slip("人民众", "人民群众", unless_before=tuple("志议多")),
    Slip("一定的成", "一定的成效", unless_before=tuple("效绩果就功本分长品")),
    Slip("一定成", "一定成效", unless_before=tuple("效绩果就功本分长品")),
    Slip("存在问", "存在问题", unless_before=("题", "责")),
    Slip("存在题", "存在问题", unless_before=("材",)),
    Slip("改进施", "改进措施", unless_before=tuple("工策肥")),
    Slip("改进措", "改进措施", unless_before=("施",)),
    Slip("扎实进", "扎实推进", unless_before=tuple("行展取村入")),
    Slip("统筹进", "统筹推进", unless_before=tuple("行度展口出")),
    Slip("有待加", "有待加强", unless_before=tuple("强大快以速深密")),
    Slip("有待提", "有待提高", unless_before=tuple("高升速质振档炼")),
    Slip("有待进", "有待进一步", unless_before=tuple("一步行入阶")),
    Slip("政策解", "政策解读", unless_before=tuple("读释答析惑码疑说决除")),
    Slip("政策读", "政策解读", unless_before=tuple("本者懂")),
    Slip("业务培", "业务培训", unless_before=tuple("训育植")),
    Slip("政务新媒", "政务新媒体", unless_before=("体", "介")),
    Slip("微信公众", "微信公众号", before=(*_STOPS, "和", "等")),
    Slip("回应切", "回应关切", unless_before=("实", "身")),
    Slip("重领域", "重点领域", unless_after=tuple("严双多比并")),
    Slip("重点域", "重点领域"),
    Slip("责任究", "责任追究", unless_before=("竟",)),
    Slip("社会督", "社会监督", unless_before=("促", "导")),
    Slip("组织导", "组织领导", unless_before=tuple("游师向演")),
    Slip("主要导", "主要领导", unless_before=tuple("向致师游")),
    Slip("领小组", "领导小组", unless_after=tuple("带率引认")),
    Slip("专人责", "专人负责", unless_before=("任",)),
    Slip("服务识", "服务意识", unless_before=("别",)),
    Slip("便民务", "便民服务", unless_before=("实",)),
    Slip("经济社发展", "经济社会发展", unless_after=("份", "合作", "联合", "集体")),
    Slip("经济社会展", "经济社会发展", unless_before=tuple("现示望")),
    Slip("二大精神", "二十大精神", unless_after=("十", "第")),
    Slip("规范性文", "规范性文件", unless_before=tuple("件书本字章")),
    Slip("国秘密", "国家秘密", unless_after=tuple("中外我各全该两本敌")),
    Slip("商秘密", "商业秘密"),
    Slip("商业密", "商业秘密", unless_before=("集", "码")),
    Slip("个隐私", "个人隐私", unless_after=tuple("一每两几这该各多")),
    Slip("及及时", "及时", unless_after=tuple("以普涉"), unless_before=("性",)),
    Slip("我局局", "我局", unless_before=(*"长机属内务领党办下系直各本", "网站", "政务")),
    Slip("保密查", "保密审查", unless_before=tuple("询处验")),
    Slip("深入彻", "深入贯彻", unless_before=("底",)),
)


def _plain() -> tuple[Slip, ...]:
    pairs = (line.split() for line in _PLAIN.strip().split("\n"))
    return tuple(Slip(wrong, right) for wrong, right in pairs)


_ANYWHERE = (*_plain(), *_GUARDED)
MISSING_WORDS = (*_ANYWHERE, *slips_in_objects({slip.wrong for slip in _ANYWHERE}))
"""What CN807 looks for."""


def _fragments() -> Iterator[Slip]:
    """Marks with words beside them that no clause begins with, or no sentence ends with."""
    for mark in ",、。;:":
        yield Slip(f"{mark}的", "", unless_before=tuple("确士卢话"))
        yield Slip(f"{mark}了", "", unless_before=tuple("解然却结断望如"))
    for mark in "。;":
        for rest in ("公示", "公开", "发布", "公布", "刊登"):
            yield from (Slip(f"{mark}{place}{rest}", "") for place in "上中下里")
        yield from (Slip(f"{word}{mark}", "") for word in _words("以及 并且 按照 关于 为了 由于"))
        yield Slip(f"进一步{mark}", "", unless_after=tuple("更再新前"))


FRAGMENTS = tuple(_fragments())
"""What CN807 calls a broken sentence; there is no telling what was meant."""
