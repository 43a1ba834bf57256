"""The table of slips: words with a character too few, too many or in the wrong place (E-602).

Every entry was looked for in the national laws and regulations, where none of them occurs as a correct stretch.
"""

from gxlint_national.wording.slips import Slip

# One a line: what stands there, what it was meant to be.
_PLAIN = """
政府信公开 政府信息公开
政府息公开 政府信息公开
府信公息 府信息公
信公息开 信息公开
政信公开 政府信息公开
信公开工作 信息公开工作
信息公工作 信息公开工作
信息开工作 信息公开工作
信息公指南 信息公开指南
信息公目录 信息公开目录
信息公条例 信息公开条例
信息公申请 信息公开申请
政务公工作 政务公开工作
依请公开 依申请公开
依申公开 依申请公开
依申请开公 依申请公开
依申请公工作 依申请公开工作
主动公信息 主动公开信息
贯落实 贯彻落实
贯彻落条例 贯彻落实条例
贯彻落《 贯彻落实《
彻落实贯 贯彻落实
进一步步 进一步
进进一步 进一步
进步一加 进一步加
今的工作中 今后的工作中
今后的作中 今后的工作中
今后的工中 今后的工作中
今后工中 今后工作中
下一步的工中 下一步的工作中
下一的工作 下一步的工作
严重果的 严重后果的
严重的后的 严重的后果的
不良后的 不良后果的
不良影的 不良影响的
不良影响后的 不良影响后果的
规范性件 规范性文件
规性文件 规范性文件
行政规范文性 行政规范性文
行政讼 行政诉讼
行政诉复议 行政复议、诉讼
行政复义 行政复议
行政附议 行政复议
统期限 统计期限
统计限自 统计期限自
政务新体 政务新媒体
微信众号 微信公众号
个隐私 个人隐私
商秘密 商业秘密
商业密 商业秘密
保审查 保密审查
保密查 保密审查
责任究 责任追究
社评议 社会评议
社会评仪 社会评议
政策读 政策解读
政策解渎 政策解读
回关切 回应关切
回应切 回应关切
重领域 重点领域
重点域 重点领域
存在的题 存在的问题
存在的问主 存在的主要问
高度视 高度重视
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
公为常态 公开为常态
三审三教 三审三校
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
领小组 领导小组
领导小级 领导小组
主要导 主要领导
分管导 分管领导
组织导 组织领导
专人责 专人负责
服务识 服务意识
监督障 监督保障
便民务 便民服务
营商境 营商环境
认贯彻 认真贯彻
扎推进 扎实推进
切加强 切实加强
经济社发展 经济社会发展
经济社会展 经济社会发展
法治府 法治政府
服务型府 服务型政府
合法益 合法权益
得一成效 得一定成效
了一成效 了一定成效
重新涉及网 重新设计网
重新涉及部门网 重新设计部门网
审查管, 审查管理,
审查管。 审查管理。
审核管, 审核管理,
审核管。 审核管理。
公开公工作 公开工作
文件作和 文件和
取得取得 取得
和以及 以及
等等方面 等方面
的地得 的
"""

_CHANGES = tuple("加完提健优增强深拓细改丰充")
_VERBS = (
    *("加强", "完善", "提高", "提升", "规范", "加大", "健全", "优化", "增强", "强化", "深化", "拓宽", "拓展"),
    *("细化", "改进", "丰富", "充实", "夯实", "畅通", "压实", "严格", "做好", "抓好", "加快", "提质"),
)
_CAUSED = ("造成", "产生", "引发", "引起", "导致", "出现", "发生")

_GUARDED = (
    Slip("在的工作中", "在今后的工作中", unless_after=tuple("存现所实潜内外正自好")),
    Slip("在工作的中", "在工作中"),
    Slip("严重后的", "严重后果的", after=_CAUSED),
    Slip("严重后,", "严重后果,", after=_CAUSED),
    Slip("进下一步", "进一步", unless_after=tuple("推促改引跟转迈走")),
    Slip("进一", "进一步", before=_VERBS, unless_after=tuple("推引走迈促跟购买")),
    Slip("进步", "进一步", before=_VERBS[:1] + ("完善", "加大", "健全", "强化", "深化", "拓宽", "细化", "夯实", "压实")),
    Slip("一步", "进一步", before=_VERBS, unless_after=tuple("进下第每这上那逐初同头三关当快更")),
    Slip("进一步", "", before=tuple("。;")),
    Slip("信息公", "信息公开", unless_before=tuple("开示布告众章正平民共益用司文务认证安车信派报工指目条申")),
    Slip("政府信息开", "政府信息公开", unless_before=tuple("放发展通源拓启始")),
    Slip("应公开尽", "应公开尽公开", unless_before=("公",)),
    Slip("公开为常", "公开为常态", unless_before=("态", "规")),
    Slip("贯彻实", "贯彻落实", unless_before=("施", "行", "践")),
    Slip("高重视", "高度重视", unless_after=tuple("提更很")),
    Slip("认落实", "认真落实", unless_after=tuple("确承")),
    Slip("认真实", "认真落实", unless_before=tuple("施行践现干")),
    Slip("严按照", "严格按照", unless_after=("从",)),
    Slip("严格照", "严格按照", unless_before=("章", "顾")),
    Slip("切做好", "切实做好", unless_after=("一", "亲")),
    Slip("人民众", "人民群众", unless_before=("志", "议")),
    Slip("存在问", "存在问题", unless_before=("题", "责")),
    Slip("存在题", "存在问题", unless_before=("材",)),
    Slip("改进施", "改进措施", unless_before=("工", "策")),
    Slip("改进措", "改进措施", unless_before=("施",)),
    Slip("扎实进", "扎实推进", unless_before=tuple("行展取")),
    Slip("统筹进", "统筹推进", unless_before=tuple("行度展口出")),
    Slip("有待加", "有待加强", unless_before=tuple("强大快")),
    Slip("有待提", "有待提高", unless_before=("高", "升")),
    Slip("有待进", "有待进一步", unless_before=("一", "步")),
    Slip("组织导", "组织领导", unless_before=tuple("游师向演")),
    Slip("社会督", "社会监督", unless_before=tuple("促导")),
    Slip("二大精神", "二十大精神", unless_after=("十",)),
    Slip("规范性文", "规范性文件", unless_before=tuple("件书本字章")),
    Slip("微信公众", "微信公众号", unless_before=tuple("号平服账微")),
    Slip("国秘密", "国家秘密", unless_after=tuple("中外我各全该两本敌")),
    Slip("深入彻", "深入贯彻", unless_before=("底",)),
    Slip("信息公开作", "信息公开工作", before=tuple(",。;、的中")),
    Slip("工作作", "工作", before=tuple(",。;、中的和")),
    Slip("权、参权", "权、参与权"),
    Slip("国、省、市", "国家、省、市", unless_after=tuple("中全我各")),
)


def _plain() -> tuple[Slip, ...]:
    pairs = (line.split() for line in _PLAIN.strip().split("\n"))
    return tuple(Slip(wrong, right) for wrong, right in pairs)


MISSING_WORDS = (*_plain(), *_GUARDED)
"""What CN807 looks for."""
