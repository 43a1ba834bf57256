"""Lines that a page puts around a report, and the report's own lines that resemble them."""

import pytest

from gxlint.formats import official_formats
from gxlint.readers.plain import read_plain
from gxlint.source import SourceText
from gxlint.syntax.furniture import page_lines
from gxlint.testing.bars import pipe_rows_leading
from gxlint.testing.forms import blank_report
from gxlint.testing.pages import written
from tests.support.reading import report_of

TITLE = "云泽县财政局2024年政府信息公开工作年度报告"

PAGE = [
    "当前位置:首页 > 政务公开 > 政府信息公开年报",
    "当前位置 : 首页 > 政府信息公开",
    "您当前的位置: 网站首页 » 云泽县财政局 » 年度报告",
    "您现在所在的位置:首页>政府信息公开>正文",
    "首页 > 县财政局 > 政府信息公开年报 > 2024年",
    "索引号: 01234567-8/2025-00012",
    "索  引  号: YZ001/2025-00012 发文机关: 云泽县财政局 文      号:",
    "索 引 号: | YZ001/2025-00012 | 生成日期: | 2025-01-20 |",
    "索引号 yz001/2025-00012 发文字号",
    "成文日期 2025-01-20 发布日期 2025-01-21",
    "发布机构 县财政局 公文时效 有效",
    "发布机构:县财政局",
    "所属机构: | 云泽县 | 发布机构: |",
    "文 号: | 关键字: | 信息,公开,政府,工作 | |",
    "主题分类:财政、金融、审计 / 其他",
    "组配分类: 政府信息公开年报 成文日期: 2025-01-20",
    "发布时间:2025-01-22 10:05 来源:县财政局 浏览次数: 字体:[ 大 中 小 ]",
    "信息来源:县财政局 作者:佚名 发布时间:2025-01-22 16:32 【 字体:",
    "来源: 作者: 时间:2025-01-22 点击率:【 打印 】【 关闭 】 | |||",
    "时间:2025-01-22 09:42来源:县财政局作者: 点击:",
    "日期:2025-01-22 15:00",
    "【字体:大 中 小】",
    "字号:",
    "浏览次数:128",
    "阅读次数: 128 次",
    "YZ001/2025-00012",
    "014000007/2025-00123",
    "其他;政府信息公开年报; 其它",
    "繁體版 ENGLISH 日本語 无障碍 长者版",
    "• 无障碍",
    "简体 | 繁体",
    "今天是:2025年1月22日 星期三",
    "欢迎访问云泽县人民政府网站",
    "首页 政务公开 政务服务 政民互动 走进云泽",
    "正文",
    "详细信息",
    "扫一扫在手机打开当前页",
    "扫一扫在手机上查看当前页面",
    "用微信“扫一扫”分享至朋友圈",
    "手机扫一扫,打开当前页",
    "扫描二维码关注微信公众号",
    "【打印本页】 【关闭窗口】",
    "[打印] [关闭]",
    "分享到: 打印 关闭",
    "分享到:微信 新浪微博 QQ空间",
    "上一篇:没有了",
    "下一篇:云泽县财政局2023年政府信息公开工作年度报告",
    "上一条 无",
    "相关链接:",
    "版权所有:云泽县人民政府",
    "主办单位:云泽县人民政府办公室 网站标识码:1400000001",
    "晋ICP备05000000号-1 晋公网安备 14000002000001号",
    "主办:云泽县人民政府 技术支持:云泽县大数据中心",
    "网站地图 | 联系我们 | 网站声明",
    "首页  |   网站地图  |   网站声明  |   联系我们",
    "云泽县人民政府办公室主办 云泽县信息中心承办",
    "您访问的链接即将离开“云泽县人民政府”门户网站,是否继续?",
    "您即将离开本网站,是否继续访问?",
    "继续访问 放弃",
    "返回顶部",
    "Copyright © 2025 云泽县人民政府 All Rights Reserved",
]

REPORT = [
    TITLE,
    "云泽县 政府信息公开 年度报告",
    "云泽县财政局",
    "2025年1月20日",
    "日期:2025年1月20日",
    "县级政府信息公开工作年度报告",
    "一、总体情况",
    "(一)主动公开",
    "主动公开情况",
    "依申请公开",
    "政策解读",
    "通知公告",
    "政策解读、互动交流、政务公开",
    "推广“扫一扫”查阅政策",
    "扫一扫功能上线运行",
    "3.扫一扫在手机打开办事指南",
    "“扫一扫”查看政策文件服务群众120次",
    "扫码办事",
    "编制公开目录,方便群众打印、复印",
    "打印复印服务",
    "来源于基层的意见建议",
    "发布日期更新不及时",
    "访问量达12万次",
    "访问量持续增长",
    "公开方式 主要通过政府网站",
    "分类管理",
    "编辑审核不严",
    "审核把关、三审三校",
    "时间紧、任务重",
    "主题教育扎实开展",
    "首页设置政府信息公开专栏",
    "网站首页增设政策解读栏目",
    "上一年结转申请2件",
    "上一页内容已公开",
    "下一步工作措施",
    "下一步打算",
    "返回群众办事材料12份",
    "关闭违规账号3个",
    "(二)完成网站ICP备案更新",
    "完成网站ICP备案更新工作",
    "联系电话:0300-1234567",
    "地址:云泽县政府路1号",
    "联系我们的群众120人次",
    "分享到会经验",
    "初审→复审→终审→发布",
    "版权保护工作情况",
    "相关信息公开情况",
    "无",
    "无。",
    "报告中所列数据的统计期限自2024年1月1日至12月31日",
    "网站首页 > 政务公开。为方便群众查阅,栏目已调整到首页。",
]


@pytest.mark.parametrize("line", PAGE)
def test_a_line_of_the_page(line: str) -> None:
    assert page_lines([line, TITLE]) == {0}


@pytest.mark.parametrize("line", REPORT)
def test_a_line_of_the_report(line: str) -> None:
    assert page_lines([TITLE, "依据条例编制本报告。", line]) == frozenset()


def test_value_under_its_label() -> None:
    lines = ["索引号:", "YZ001/2025-00012", "发布机构", "县财政局", "浏览次数:", "128", TITLE]
    assert page_lines(lines) == {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("label", "below"),
    [
        ("浏览次数:", ["根据《中华人民共和国政府信息公开条例》和"]),
        ("来源:", [TITLE]),
        ("来源:", ["云泽县财政局", "2024年政府信息公开工作年度报告"]),
        ("文号:", ["一、总体情况"]),
        ("发布时间:", ["云泽县财政局"]),
    ],
)
def test_what_stands_under_a_label_without_value(label: str, below: list[str]) -> None:
    assert page_lines([label, *below]) == {0}


def test_title_in_the_table_of_the_page() -> None:
    assert page_lines([f"标   题 {TITLE}", TITLE]) == {0}
    assert page_lines([f"标题:{TITLE}", "根据条例编制。"]) == frozenset()


def test_summary_beside_other_entries() -> None:
    summary = "内容概述 | 本报告根据条例编制。数据统计期限为2024年1月1日至12月31日。 | ||"
    assert page_lines(["文 号 | 无 | 主 题 词 | |", summary, "时 效 | 有效 |"]) == {0, 1, 2}
    assert page_lines([TITLE, "概述:本报告根据条例编制。"]) == frozenset()


def test_name_of_the_site_above_the_report_only() -> None:
    assert page_lines(["政府信息公开", TITLE, "依据条例编制。", "政务公开"]) == {0}
    assert page_lines(["云泽县财政局", "政府信息公开", "2024年度工作报告"]) == frozenset()


def test_cross_and_address_beside_other_furniture() -> None:
    assert page_lines(["公开内容不多。", "x"]) == frozenset()
    assert page_lines(["扫一扫在手机打开当前页", "x"]) == {0, 1}
    assert page_lines(["主办:云泽县人民政府", "地址:云泽县政府路1号", "电话:0300-1234567"]) == {0, 1, 2}
    assert page_lines(["联系电话:0300-1234567", "主办:云泽县人民政府"]) == {1}


def test_only_near_the_edges() -> None:
    draft = blank_report(official_formats().latest)
    text = written(draft, pipe_rows_leading)
    head = "\n".join(f"说明{index}。" for index in range(20))
    middle = text.replace("二、", f"{head}\n扫一扫在手机打开当前页\n二、", 1)
    assert [line.text for line in report_of(middle, "text").furniture] == []
    assert [line.text for line in report_of(f"{text}\n扫一扫在手机打开当前页", "text").furniture] == [
        "扫一扫在手机打开当前页"
    ]


def test_places_of_the_last_lines() -> None:
    text = "\n".join([*(f"说明{index}。" for index in range(40)), "上一篇:没有了", "【关闭窗口】"])
    report = report_of(text, "text")
    document = read_plain(SourceText(text))
    assert [document.slice(line.span) for line in report.furniture] == ["上一篇:没有了", "【关闭窗口】"]


def test_signature_above_a_long_footer() -> None:
    draft = blank_report(official_formats().latest)
    footer = [
        "上一篇:没有了",
        "下一篇:没有了",
        "扫一扫在手机打开当前页",
        "【打印】 【关闭】",
        "网站地图 | 联系我们",
        "主办:云泽县人民政府",
        "x",
    ]
    report = report_of("\n".join([written(draft, pipe_rows_leading).rstrip(), *footer]), "text")
    assert [line.text for line in report.furniture] == footer
    assert report.signature.name == draft.organisation
    assert report.signature.date == (draft.year + 1, 1, 20)
