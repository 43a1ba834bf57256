"""The words that matter for facts: for each the terminal of ``grammars/facts.lark`` it is, and a key.

Words are found longest first and have two characters at least; single characters are the lexer's business. A word with
an empty terminal says nothing; it keeps a shorter one from being seen in it (申请人 is no 申请). A word that holds another
one with the same meaning need not be listed (答复 is found in 书面答复).
"""

from functools import cache
from typing import NamedTuple

_WORDS: dict[tuple[str, str], str] = {
    # What is done.
    ("VERB", "receive"): "收到 接到 接收 收悉 受理 新收 收件 接件 收取申请 新增申请",
    ("VERB", "handle"): "办理 处理 承办 在办理",
    ("VERB", "close"): """
        办结 在办结 办结数 办结数量 办结量 答复书面 办理完毕 办理完成 办理完结 处理完毕 处理完成 处理完结 办毕 答复 回复 办复
        复函 作出处理 已办理 已处理 已办理完毕 已办理完成 已办理完结 已处理完毕 已处理完成
        答复完毕 回复完毕 办结完毕 已办理答复 办理答复完毕 办理并答复 已办理并答复""",
    (
        "VERB",
        "carry",
    ): "结转 转结 跨年结转 跨年度 转入 转至 转到 跨年 接转 留转 结存 顺延 延至 延续 延到 转接 滚动",
    ("VERB", "pending"): """
        尚在办理 正在办理 仍在办理 在办理中 尚在处理 正在处理 未办结 尚未办结 尚未答复 在办 办理中 处理中 待办 待答复 未到期
        未办理完毕 尚未办理完毕 未答复 继续办理 未满办理期限 尚在法定期限 未到答复期限""",
    ("VERB", "issue"): "制发 制定 出台 印发 制作 下发 制订 修订 发文 起草",
    ("VERB", "repeal"): "废止 失效",
    ("VERB", "in_force"): "现行有效 继续有效 现有效 目前有效 保留",
    (
        "VERB",
        "disclose",
    ): "主动公开 主动发布 公开发布 对外发布 新发布 公开 发布 公布 公示 推送 刊发 刊登 登载 上传 编发 发表 转载 播发",
    ("VERB", "happen"): "发生 产生 出现 涉及 存在 引发 引起 共有 现有 被申请 被提起 提起 应诉 被诉 提出",
    ("VERB", "hold"): "开展 组织 举办 召开 参加",
    ("VERB", "charge"): "发出 收取 实收 收缴 征收 缴纳 减免",
    ("VERB", "decide"): "作出 做出 实施 下达 核发 颁发",
    # What it is done to.
    ("NOUN", "request"): """
        政府信息公开申请 政府信息公开的申请 政务信息公开申请 政务公开申请 信息公开申请 信息公开的申请 信息公开类申请
        政府信息申请 政府信息依申请公开 政府信息公开依申请 信息依申请公开 依申请公开 依申请公开政府信息 依申请公开信息
        依申请信息公开 依申请政府信息公开 申请公开政府信息 申请政府信息公开 申请信息公开 申请公开信息 公开政府信息申请
        公开政府信息的申请 公开信息申请 依法申请公开 申请公开事项 公开申请 政府公开信息申请 申请公开 信息申请
        公开类申请 申请获取政府信息""",
    ("NOUN", "request_weak"): "申请 申请件 依申请",
    ("NOUN", "reconsideration"): "行政复议 行政复议案件 行政复议申请 复议案件 复议申请 复议",
    ("NOUN", "litigation"): "行政诉讼 行政诉讼案件 诉讼案件 诉讼 行政应诉 行政应诉案件 应诉案件",
    ("NOUN", "litigation_direct"): """
        未经复议直接起诉 未经复议直接提起诉讼 未经行政复议直接起诉 直接起诉 直接提起行政诉讼 直接提起诉讼""",
    ("NOUN", "litigation_after_reconsideration"): """
        复议后起诉 经复议后起诉 行政复议后起诉 复议后提起诉讼 复议后提起行政诉讼 行政复议后提起诉讼
        行政复议后提起行政诉讼 复议后又起诉 经复议起诉 复议后诉讼 复议后再起诉""",
    ("NOUN", "normative_documents"): "规范性文件",
    ("NOUN", "regulations"): "规章",
    ("NOUN", "licensing"): "行政许可 许可决定",
    ("NOUN", "penalties"): "行政处罚 处罚决定",
    ("NOUN", "compulsory_measures"): "行政强制",
    ("NOUN", "administrative_fees"): "行政事业性收费",
    ("NOUN", "information"): "政府信息 政务信息 信息 政务动态 工作动态 文章 稿件 公告 政策文件 公文",
    ("NOUN", "policy_interpretations"): "解读 图解",
    ("NOUN", "public_responses"): "回应关切 回应公众 回应社会 回应群众 回应热点 舆情回应 回应",
    ("NOUN", "trainings"): "培训",
    ("NOUN", "proposals"): "代表建议 人大建议 提案 议案 建议提案",
    ("NOUN", "fee"): "信息处理费 处理费 信息公开费用 检索费 复制费 信息公开收费 公开收费 任何费用 相关费用",
    ("NOUN", "fee_notice"): "收费通知 缴费通知",
    ("NOUN", "fee_amount"): "通知总金额 通知金额 收费总金额 收费金额 总金额",
    # People and things that must not be taken for the above.
    ("NOUN", "blocker"): """
        投诉 举报 异议 不满 差错 错误 逾期 超期 超时 延期 违规 责任追究 泄密 纠纷 争议 意见 不良反映 舆情 瑕疵 败诉
        问题 隐患 事故""",
    ("NOUN", "elsewhere"): """
        窗口 办件 服务大厅 政务大厅 政务服务 热线 信访 留言 咨询 信箱 来信来访 来信来电 政民互动 工单 诉求
        意见建议 意见和建议 咨询电话 来电 纠错留言 公众纠错 网站纠错 感谢信 表扬信 调查问卷 网上来信 群众来信 市民来信 网民来信
        行政审批 服务事项 不动产登记 低保 救助申请
        许可申请 贷款申请 补贴申请 仲裁 建议 行政许可申请 登记申请""",
    ("NOUN", "natural_person"): "自然人 公民个人 个人",
    ("NOUN", "legal_entity"): """
        法人或其他组织 法人及其他组织 法人和其他组织 法人或者其他组织 法人、其他组织 商业企业 法人 企业""",
    ("NOUN", "matter"): "政府信息公开 信息公开 政务公开 政务信息公开 公开政府信息工作",
    ("NOUN", "anyone"): """
        公民、法人或其他组织 公民、法人和其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人与其他组织
        公民、法人或其它组织 公民、法人和其它组织 公民、法人、其他组织 公民法人和其他组织 公民法人或其他组织 其他组织
        其它组织 社会组织 有关组织 公民、法人 公民和法人 公民或法人 公民法人 任何单位 任何公民 任何个人 任何形式
        任何方式 任何渠道 任何途径 各种渠道 线上线下 线上、线下 线上或线下 线上或者线下 线上和线下 网上网下""",
    # How a request ended: the rows of 表三.
    (
        "OUTCOME",
        "granted",
    ): "予以公开 同意公开 全部公开 予以全部公开 准予公开 给予公开 全部予以公开 公开答复 作出公开决定",
    ("OUTCOME", "partially_granted"): "部分公开 予以部分公开 部分予以公开 同意部分公开 部分同意公开",
    ("OUTCOME", "denied"): "不予公开 不同意公开 不予以公开 不公开",
    ("OUTCOME", "denied.state_secret"): "国家秘密",
    ("OUTCOME", "denied.prohibited_by_law"): "法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开",
    ("OUTCOME", "denied.security_stability"): "三安全一稳定",
    ("OUTCOME", "denied.third_party_rights"): "第三方合法权益",
    ("OUTCOME", "denied.internal_affairs"): "内部事务信息 三类内部事务 内部事务",
    ("OUTCOME", "denied.deliberative_process"): "过程性信息 四类过程性信息",
    ("OUTCOME", "denied.enforcement_file"): "行政执法案卷",
    ("OUTCOME", "denied.administrative_inquiry"): "行政查询事项",
    ("OUTCOME", "unavailable"): "无法提供 不能提供",
    ("OUTCOME", "unavailable.not_held"): "不掌握相关政府信息 不掌握相关信息 不掌握",
    ("OUTCOME", "unavailable.needs_creation"): """
        没有现成信息 没有现成信息需要另行制作 没有现成信息需另行制作 需要另行制作 需另行制作""",
    (
        "OUTCOME",
        "unavailable.still_unclear",
    ): "补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确 申请内容不明确",
    ("OUTCOME", "not_processed"): "不予处理",
    (
        "OUTCOME",
        "not_processed.petition_complaint",
    ): "信访举报投诉 信访、举报、投诉 信访投诉举报 信访、投诉、举报",
    ("OUTCOME", "not_processed.duplicate"): "重复申请",
    ("OUTCOME", "not_processed.publication"): "公开出版物",
    ("OUTCOME", "not_processed.excessive"): "大量反复申请 无正当理由大量反复申请",
    ("OUTCOME", "not_processed.confirm_or_reissue"): "确认或重新出具 重新出具已获取信息",
    ("OUTCOME", "other_processing"): "其他处理 其它处理 其他方式处理",
    ("OUTCOME", "other_processing.correction_overdue"): """
        逾期不补正 逾期未补正 未按期补正 无正当理由逾期不补正 无正当理由逾期未补正 申请人逾期不补正 申请人逾期未补正
        申请人无正当理由逾期不补正 申请人无正当理由逾期未补正""",
    ("OUTCOME", "other_processing.fee_unpaid"): """
        逾期未按收费通知要求缴纳费用 逾期未缴费 逾期未缴纳费用 逾期不缴费 申请人逾期未按收费通知要求缴纳费用""",
    # How a dispute ended.
    ("RESULT", "upheld"): "维持",
    ("RESULT", "corrected"): "纠正 纠错",
    ("RESULT", "other_result"): "其他结果 其它结果 结果其他",
    ("RESULT", "withdrawn"): """
        撤回复议 撤销复议 撤回复议申请 撤销复议申请 撤回行政复议 撤销行政复议 撤回行政复议申请 撤销行政复议申请
        撤回起诉 撤回诉讼 撤诉 终止审理""",
    ("RESULT", "pending"): "尚未审结 未审结 尚在审理 正在审理 审理中 待审结",
    # Through what.
    ("CHANNEL", "channel_online"): "网络平台 网上 网络 在线 互联网 电子邮件 电子邮箱 邮箱 线上 申请平台",
    ("CHANNEL", "channel_mail"): "信函 信件 邮寄 来信 函件 邮政 书信 挂号信 快递 EMS 邮件",
    ("CHANNEL", "channel_in_person"): "当面 现场 窗口申请 上门 当场 来访 便民窗口",
    ("CHANNEL", "channel_other"): "传真 电话 口头 其他渠道 其他方式 其他形式 其它方式 其它渠道 其他途径",
    ("MEDIUM", "disclosed_website"): "网站 官网 政府网 政务网 门户网 公开网 公开平台 公开专栏",
    ("MEDIUM", "disclosed_social_media"): "公众号 新媒体 微信 微博 抖音 客户端 视频号 头条 公众平台",
    ("MEDIUM", "gazette_issues"): "公报",
    ("MEDIUM", "other"): """
        公告栏 公示栏 公开栏 宣传栏 报刊 报纸 广播 电视 电子屏 显示屏 微信群 新闻发布会 宣传册 宣传单 宣传资料""",
    # Which are parts of what stands before.
    ("OF_WHICH", ""): """
        其中 其中包括 其中含 包括 包含 按类别分 按类型分 按渠道分 按栏目分 按内容分 按公开方式分 按申请方式分
        按申请渠道分 按办理结果分 按结果分 按处理结果分 按答复方式分 按办理情况分 按答复结果分
        从类别看 从渠道看 从申请方式看 从申请渠道看 分为 具体为 具体是 具体包括""",
    # Yes, no, all of them.
    (
        "NOT",
        "",
    ): "没有 未有 从未 尚未 并未 暂未 未曾 均未 均无 暂无 不存在 并不存在 并无 零复议 零诉讼 没有任何 无任何 零申请",
    ("ALL", ""): "全部 所有 悉数 全都 皆 全数 每件 件件 都已 都按 都在 都得",
    ("EACH", ""): "分别 均为 都为 皆为 都是 均是 各有 各为",
    # When. A year by itself is found as a date.
    ("WHEN", "last_year"): "上年 上年度 上一年 上一年度 去年 往年 前一年 上年末",
    ("WHEN", "next_year"): "下年 下年度 下一年 下一年度 次年 翌年 来年 明年",
    ("WHEN", "this_year"): "今年 本年 本年度 全年 年内 当年 报告期 年度内 一年来 今年以来",
    ("WHEN", "plan"): "下一步 下一阶段 今后",
    ("WHEN", "since"): "以来 历年 历史累计 近年来 近几年 多年来",
    ("WHEN", "until"): "截至 截止 目前",
    ("WHEN", "total"): "累计",
    ("WHEN", "part"): "上半年 下半年 季度 每月 当月 月均",
    # Whose.
    ("SCOPE", "own"): """
        本机关 本单位 本局 本委 本办 本部门 本镇 本乡 本街道 本级 本厅 本院 本中心 局机关 委机关 机关本级 我局 我委
        我办 我镇 我乡 我街道 我厅 我院 我中心 我单位 我部门 我处 我站 我所 我队 我机关 我苏木 本苏木 全局 全委 全镇
        全乡 全街道""",
    ("SCOPE", "area"): "我县 我市 我区 我省 我州 我旗 我盟 全县 全市 全区 全省 全州 全旗 全盟 辖区",
    ("SCOPE", "level"): "县本级 市本级 区本级 省本级 州本级 旗本级 政府本级",
    ("SCOPE", "many"): """
        各乡镇 各镇 各街道 各部门 各单位 各县 各区 各级 各行政机关 县直 市直 区直 全系统 所属 下属 直属单位 各分局
        乡镇街道 镇街 各乡 政府各部门 各市""",
    # Compared with what.
    ("VERSUS", ""): "相比 比较",
    ("VERSUS", "last_year"): "同比",
    ("VERSUS", "other"): "环比",
    ("MOVE", "1"): "增长 增加 上升 提高 提升 增多 增幅 上涨 涨幅 递增 增至 升至 增到 升到",
    ("MOVE", "-1"): "下降 减少 降低 回落 降幅 下滑 减幅 递减 降至 减至 降到 减到",
    ("MOVE", "0"): "持平 相当",
    # Not the words they look like.
    ("", "not"): """
        无线 无障碍 无纸化 无偿 无关 无误 无人机 无锡 无极 无为 无不 无疑 无条件 无缝 无差别 无证明 无论 无须 无需
        无效 无故 有无 毫无 未来 未成年 未必 未雨绸缪 无正当理由 无法 无死角 无盲区 无小事 无私 没有最好""",
    ("", "word"): """
        申请人 申请者 公开指南 公开目录 公开条例 公开年报 公开年度报告 公开工作 公开办 公开制度 公开领导小组 公开栏目
        公开内容 公开渠道 公开形式 公开方式 公开范围 公开程序 公开属性 公开专区 公开透明 公开为常态 不公开为例外
        公开数据 公开机制 公开流程 公开力度 公开水平 公开质量 公开要求 公开要点 公开标准 公开情况 公开时限 公开意识
        公开责任 公开审查 公开保密审查 公开公正 政府信息公开条例 政府信息公开指南 政府信息公开目录 公平公正公开
        申请公开渠道 申请渠道 申请流程 信息化 信息员 信息中心 信息系统 信息管理 信息资源 信息安全 信息技术 信息量
        信息审核 信息发布 信息处理 电子信息 同期间 回复率 答复率 办结率 办理率 公开率 更新率 处理率 受理率 办复率
        答复书 答复函 受理点 受理机构 受理窗口 受理单位 受理条件 发布会 发布机构 发布平台 发布机制 发布工作 发布渠道
        发布时间 意见箱 均衡 平均 人均 日均 年均 均等化 所有权 所有者 所有制 复议机关 复议机构 复议法 诉讼法
        行政诉讼法 行政复议法 现场会 现场指导 现场教学 现场检查 现场活动 窗口期 网上办事 网上政务 网上服务 网络安全
        网络舆情 联系电话 举报电话 监督电话 有效 有关 有序 有力 有利 有助 有待 有所 有的 有限 有机
        有人 所有人 拥有 持有 国有 公有 有效性 只有 还有 具有 享有 共有产权 市场 都市 在办公 现有的 信息不存在 内容不存在 文件不存在""",
}


class Vocabulary(NamedTuple):
    """All words, and for their first two characters the lengths of the words that begin so, longest first."""

    meanings: dict[str, tuple[str, str]]
    lengths: dict[str, list[int]]


@cache
def vocabulary() -> Vocabulary:
    """The words, prepared for looking them up at a place in a text."""
    meanings: dict[str, tuple[str, str]] = {}
    for meaning, words in _WORDS.items():
        meanings |= dict.fromkeys(words.split(), meaning)
    lengths: dict[str, set[int]] = {}
    for word in meanings:
        lengths.setdefault(word[:2], set()).add(len(word))
    return Vocabulary(meanings, {begin: sorted(found, reverse=True) for begin, found in lengths.items()})
