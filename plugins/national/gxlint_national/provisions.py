"""What the laws and notices demand of an annual report, article by article.

Unverified entries (待核) are known from reports and later notices only; no rule may rest an error on them.
"""

from gxlint.rules import Provision, Source
from gxlint_national.sources import (
    FORMAT_2019,
    FORMAT_2021,
    LEGISLATION_LAW,
    PROCESSING_FEE,
    RECONSIDERATION_LAW,
    REGULATION,
    article,
)

_REGULATION = {
    "第四条": "各级人民政府和县级以上人民政府部门都要建立健全政府信息公开工作制度,指定机构负责",
    "第五条": "以公开为常态、不公开为例外",
    "第十四条": "国家秘密、法律行政法规禁止公开、危及“三安全一稳定”的不予公开",
    "第十五条": "涉及商业秘密、个人隐私等会损害第三方合法权益的不得公开",
    "第十六条": "内部事务信息、过程性信息和行政执法案卷信息可以不予公开",
    "第二十条": "主动公开的十五项内容,表二取其第(一)(五)(六)(八)项",
    "第二十六条": "主动公开的时限:形成或者变更之日起二十个工作日内",
    "第二十七条": "公民、法人或者其他组织可以申请获取政府信息",
    "第三十条": "申请内容不明确的,七个工作日内一次性告知补正",
    "第三十三条": "答复期限:二十个工作日,可延长不超过二十个工作日",
    "第三十五条": "申请数量、频次明显超过合理范围的处理",
    "第三十六条": "答复的七种情形,对应表三的办理结果",
    "第三十七条": "可以作区分处理的,提供可以公开的部分",
    "第三十八条": "提供已制作或者获取的信息;需要加工、分析的可以不予提供",
    "第三十九条": "信访、投诉、举报等不作为申请处理;要求提供公开出版物的告知获取途径",
    "第四十二条": "依申请提供信息不收取费用,明显超过合理范围的可以收取信息处理费",
    "第四十九条第一款": "县级以上人民政府部门每年1月31日前提交并公布上一年度报告",
    "第四十九条第二款": "县级以上地方人民政府的主管部门每年3月31日前公布本级政府上一年度报告",
    "第五十条第一款第一项": "报告主动公开政府信息的情况",
    "第五十条第一款第二项": "报告收到和处理政府信息公开申请的情况",
    "第五十条第一款第三项": "报告因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
    "第五十条第一款第四项": "报告存在的主要问题及改进情况;人民政府另报告工作考核、社会评议和责任追究结果",
    "第五十条第一款第五项": "报告其他需要报告的事项",
    "第五十条第二款": "统一格式由国务院办公厅主管部门公布并适时更新",
    "第五十一条": "公民、法人或者其他组织可以投诉、举报、申请复议或者提起诉讼",
    "第五十三条": "不依法履行职责的责任",
}
_FORMAT_2021 = {
    "正文 末条": "明确责任:不按时、不准确不全面、雷同敷衍并造成后果的予以追责",
    "附件 一级标题": "六个部分的名称、次序和序号",
    "附件 总体情况": "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面",
    "附件 表二": "主动公开政府信息情况表",
    "附件 表三": "收到和处理政府信息公开申请情况表",
    "附件 表四": "政府信息公开行政复议、行政诉讼情况表",
    "附件 其他需要报告的事项": "收取信息处理费的情况在此处报告",
}
_FORMAT_2021_UNSEEN = {
    "正文 各部分填报说明": "表二、表三、表四的统计口径,0 和空白的填法",
    "正文 汇总": "本级政府报告汇总的范围",
}
_FORMAT_2019 = {
    "附件 表二": "主动公开政府信息情况表(2019、2020 年度)",
    "附件 表三": "收到和处理政府信息公开申请情况表(2019、2020 年度,其他处理不分行)",
}
_FORMAT_2019_UNSEEN = {"附件 表二第(八)(九)项": "收费、采购两项各列的合并方式和采购金额的单位"}
_PROCESSING_FEE = {"收费标准": "按件或者按量计收,金额为10元的整数倍"}
_PROCESSING_FEE_UNSEEN = {"公开要求": "在年度报告中报告发出收费通知的件数、通知金额和实际收取金额"}
# Who may make regulations is certain; that the articles have these numbers since 2023 is inferred.
_LEGISLATION_LAW = {
    "第九十一条": "国务院各部门可以制定规章",
    "第九十三条": "省级和设区的市、自治州人民政府可以制定规章;县级政府和地方各部门不可以",
}
_RECONSIDERATION_LAW = {
    "第二十三条第一款第四项": "2024年起,申请政府信息公开而行政机关不予公开的,先申请行政复议",
}
_RECONSIDERATION_REGULATION = {"第三十一条": "全部或者部分不予公开的都先申请行政复议(2026年7月起)"}
_RECONSIDERATION_REGULATION_2026 = Source("中华人民共和国行政复议法实施条例", "2026年修订", "2026-05")

PROVISIONS: tuple[Provision, ...] = tuple(
    Provision(article(source, name), says, verified)
    for source, provisions, verified in (
        (REGULATION, _REGULATION, True),
        (FORMAT_2021, _FORMAT_2021, True),
        (FORMAT_2021, _FORMAT_2021_UNSEEN, False),
        (FORMAT_2019, _FORMAT_2019, True),
        (FORMAT_2019, _FORMAT_2019_UNSEEN, False),
        (PROCESSING_FEE, _PROCESSING_FEE, True),
        (PROCESSING_FEE, _PROCESSING_FEE_UNSEEN, False),
        (LEGISLATION_LAW, _LEGISLATION_LAW, False),
        (RECONSIDERATION_LAW, _RECONSIDERATION_LAW, True),
        (_RECONSIDERATION_REGULATION_2026, _RECONSIDERATION_REGULATION, False),
    )
    for name, says in provisions.items()
)
