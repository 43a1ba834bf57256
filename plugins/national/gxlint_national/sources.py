"""The laws and notices the national rules rest on, each written down once."""

from gxlint.rules import Source

REGULATION = Source(
    title="中华人民共和国政府信息公开条例",
    number="国务院令第711号",
    date="2019-04-03",
    url="https://github.com/LawRefBook/Laws/blob/master/行政法规/政府信息公开条例(2019-04-03).md",
)
FORMAT_2021 = Source(
    title=(
        "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知"
    ),
    number="国办公开办函〔2021〕30号",
    date="2021-09-26",
    url="http://zrzy.smx.gov.cn/16903/616589856/1288675.html",
)
FORMAT_2019 = Source(
    title="国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知",
    number="国办公开办函〔2019〕60号",
    date="2019-11",
    url="http://rongchang.gov.cn/jz/hbz/zwgk_70755/zfxxgknb_70772/202101/t20210129_8843764.html",
)
PROCESSING_FEE = Source(
    title="国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知",
    number="国办函〔2020〕109号",
    date="2020-11-17",
    url="http://www.xinhui.gov.cn/zwgk/zdlyxxgk/hjbhxxgk/tzgg/content/post_2365222.html",
)
LEGISLATION_LAW = Source(
    title="中华人民共和国立法法",
    number="主席令第三号",
    date="2023-03-13",
    url="https://github.com/LawRefBook/Laws/blob/master/宪法相关法/立法法(2023-03-13).md",
)
RECONSIDERATION_LAW = Source(
    title="中华人民共和国行政复议法",
    number="主席令第九号",
    date="2023-09-01",
)
OFFICIAL_DOCUMENTS = Source(
    title="党政机关公文格式",
    number="GB/T 9704—2012",
    date="2012-06-29",
    article="7.2.5 发文字号",
)
LEVELS = Source(
    title="党政机关公文格式",
    number="GB/T 9704—2012",
    date="2012-06-29",
    article="7.3.3 正文",
)
KEY_POINTS_2021 = Source(
    title="国务院办公厅关于印发2021年政务公开工作要点的通知",
    number="国办发〔2021〕12号",
    date="2021",
)
STATISTICS_2014 = Source(
    title="国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知",
    number="国办发〔2014〕32号",
    date="2014",
)

LANGUAGE_LAW = Source(
    title="中华人民共和国国家通用语言文字法",
    number="主席令第三十七号",
    date="2000-10-31",
    url="https://github.com/LawRefBook/Laws/blob/master/行政法/国家通用语言文字法(2000-10-31).md",
)
SECRECY_LAW = Source(
    title="中华人民共和国保守国家秘密法",
    number="主席令第二十号",
    date="2024-02-27",
    url="https://github.com/LawRefBook/Laws/blob/master/行政法/保守国家秘密法(2024-02-27).md",
)
PERSONAL_INFORMATION_LAW = Source(
    title="中华人民共和国个人信息保护法",
    number="主席令第九十一号",
    date="2021-08-20",
    url="https://github.com/LawRefBook/Laws/blob/master/行政法/个人信息保护法(2021-08-20).md",
)
WEBSITE_GUIDELINES = Source(
    title="国务院办公厅关于印发政府网站发展指引的通知",
    number="国办发〔2017〕47号",
    date="2017-05-15",
)


def article(source: Source, *names: str) -> Source:
    """The same law or notice, with the articles or parts of it that a rule rests on."""
    return source.replaced(article="、".join(names))
