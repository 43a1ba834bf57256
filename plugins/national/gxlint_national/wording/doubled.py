"""Words and characters written twice in a row, and which of these are good Chinese after all."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from gxlint_national.wording.line_by_line import line_by_line
from gxlint_national.wording.prose import around
from gxlint_national.wording.repeats import Repeats
from gxlint_national.wording.stock_words import STOCK_WORDS

_BETWEEN_CLAUSES = re.compile(r"[,。;:、!?\n]")
_LONGEST = 8
_SHORTEST_CLAUSE = 6
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几半每逐")

# Characters that are never doubled, with what may stand before the two and what behind them when they belong to two words:
# 目的|的, 参与|与会, 针对|对外. A dash: nothing may.
_FUNCTION_WORDS = """
的 目标有 士确话
了 - 解却断结然如
和 总饱温缓共 谐平睦美解善缓
是 - 否非
在 存现所实潜内外 线建编职校册岗外内场此于途押家
与 参给赋授 会此时
及 以普涉 时早其
对 针应核校相绝比 外照象比于接应方口策手称话标待账公
将 即 来近
由 自理事缘 于
并 合兼归 联行
都 成首古帝 市江
就 成造 业近地学医餐诊此
从 服听 严业事重轻快速优细实而
已 而 -
我 - -
也 - -
或 - -
各 - -
第 - -
被 - -
不 - -
但 - -
且 - -
性 两异 质格别能状价情教骚
捷 - 报克
况 - 且
晰 - -
率 - 先领直
策 - 划略反
询 - 问价证
务 - 必实求工农虚院
众 - 多人所筹志议
绩 - 效点
障 - 碍
"""

# Set phrases of the subject: inside them no character is doubled, whatever it is elsewhere (行行, 会会, 信信).
_SET_PHRASES = """
政府信息公开 信息公开工作 依申请公开 主动公开 政务公开 公开指南 公开目录 年度报告 统计期限 贯彻落实 进一步 规范性文件
高度重视 人民群众 人民政府 门户网站 微信公众号 政务新媒体 严格按照 存在的问题 改进措施 行政复议 行政诉讼 行政许可 行政处罚
领导小组 政策解读 监督保障 监督检查 业务培训 保密审查 不断完善 扎实推进 积极推进 持续推进 切实加强 有待提高 有待加强
社会监督 社会评议 公众参与 及时更新 及时准确 办理程序 办理流程 答复程序 公开程序 工作人员 便民服务 政务服务 依法行政
重点领域 信息发布 信息管理 平台建设 公开内容 公开形式 公开渠道 组织领导 专题培训 制度建设 长效机制 发布平台 工作水平
认真落实 深入贯彻 知情权 参与权 监督权 责任追究 工作机制 办公室
"""

# Two words in a row that read like one doubled: the second one begins something else.
_SECOND_BEGINS = """
政府 信息 网站 采购 购买 工作报告 门户 常务 职能 规章 公报 文件 部门 投资 公开
工作 人员 作风 机制 制度 实效 要点 任务 流程 规程 方案 专班 站 组 会议 质量 动态
公开 栏 透明 平台 渠道 目录 指南 专栏 专区 征求 招 承诺 答复
信息 化 量 员 源 系统 技术 资源 中心 网 安全 处理费 平台 发布
管理 员 办法 人 机关 机构 制度 部门 局 所 水平
服务 对象 中心 群众 大局 企业 基层 局 水平 效能 窗口 热线
监督 管理 检查 员 局 电话 热线
行政 机关 许可 处罚 复议 诉讼 执法 审批 强制 服务 区域 权力
申请 人 书 表
规范 性 化
办公 室 厅 会议
审查 制度 机制
培训 班 会
建设 项目 工程 局 用地 单位
公示 栏 期
"""
_OFTEN_TWO_WORDS = """
年度 街道 社区 机关 中心 学校 组织 代表 规定 部门 出租 设计 保管 出版 研究 讨论 领导 公司 单位 很多 非常 越来
业创 建共 用信 装箱 强自 权同 级分 测预 理处 定罪 人一 行先 通互 申请人 接受人 行政区
"""
_BODY_KINDS = tuple("省市县区旗州盟乡镇民级我各")


def _table(text: str) -> dict[str, tuple[str, ...]]:
    return {word: tuple(rest) for word, *rest in (line.split() for line in text.strip().split("\n"))}


def _characters_of(text: str) -> tuple[str, ...]:
    return () if text == "-" else tuple(text)


_NEIGHBOURS = {
    char: (_characters_of(before), _characters_of(after))
    for char, (before, after) in _table(_FUNCTION_WORDS).items()
}
_AROUND: dict[str, list[tuple[str, str]]] = {}
"""For each character inside a set phrase: the phrase up to it, and from it on."""
for _phrase in _SET_PHRASES.split():
    for _at in range(1, len(_phrase) - 1):
        _AROUND.setdefault(_phrase[_at], []).append((_phrase[: _at + 1], _phrase[_at:]))
_BEGINNINGS = _table(_SECOND_BEGINS)
_TWO_WORDS = frozenset(_OFTEN_TWO_WORDS.split())


# Characters that make a word by themselves, or that begin or end words of any kind: doubled they may be two words.
_BY_THEMSELVES = frozenset(
    "的了和与及等为是在有不未无已将应可须并也都各全本我该其此这新老大小多少高低好做抓促给向对从由以于按用让使把被讲看说到来去人年月日条"
    "件事会办局县市区镇乡村院部厅网书上下中内外前后一二三四五六七八九十百千万两几者化量所处科室级类项次份名位期批种章节款号页版天个只或"
    "且而但若如则即因故虽令请需想还再又更最很较太特就才刚仍均皆共同总约近超满逾起至自往国组法医主地制业证规学金划"
)
_BOUNDS = frozenset(",。;、:!?\n)》” 的了和与及等为是在中并不已将")


class Doubled(NamedTuple):
    """A stretch that stands twice in a row: from ``start``, and again up to ``end``."""

    text: str
    start: int
    end: int


@line_by_line
def doubled_in(text: str) -> Iterator[Doubled]:
    """Everything that certainly stands there once too often, shortest words first."""
    repeats = Repeats(text)
    yield from _characters(text, repeats)
    taken: set[int] = set()
    for width in range(2, _LONGEST + 1):
        for start in repeats.of(width):
            found = Doubled(text[start : start + width], start, start + 2 * width)
            if start not in taken and _is_word(found, text):
                taken.update(range(start, found.end))
                yield found
    yield from _clauses(text)


def _characters(text: str, repeats: Repeats) -> Iterator[Doubled]:
    for start in repeats.of(1):
        char = text[start]
        neighbours = _NEIGHBOURS.get(char)
        if neighbours is not None:
            before, after = neighbours
            wrong = not text.endswith(before, 0, start) and not text.startswith(after, start + 2)
        else:
            alone = _is_chinese(char) and not _is_reduplicated(text, start)
            wrong = alone and (_inside_phrase(text, start) or _is_left_over(text, start))
        if wrong:
            yield Doubled(char, start, start + 2)


def _inside_phrase(text: str, start: int) -> bool:
    """Whether a set phrase stands there once one of the two characters is taken away."""
    return any(
        text.endswith(head, 0, start + 1) and text.startswith(tail, start + 1)
        for head, tail in _AROUND.get(text[start], ())
    )


def _is_left_over(text: str, start: int) -> bool:
    """Whether one of the two belongs to a stock word and the other to nothing: 发布|布|流程, 推|推进.

    Where the next character makes a word with the second one (公开|开展) both are in their place.
    """
    char, before, behind = text[start], text[start - 1 : start], text[start + 2 : start + 3]
    if char in _BY_THEMSELVES or char in (before, behind):
        return False
    ends, begins = before + char in STOCK_WORDS, char + behind in STOCK_WORDS
    if ends and not begins:
        return behind in _BOUNDS or text[start + 2 : start + 4] in STOCK_WORDS
    if begins and not ends:
        return (before in _BOUNDS and before not in "在已") or text[start - 2 : start] in STOCK_WORDS
    return False


def _is_reduplicated(text: str, start: int) -> bool:
    """扎扎实实, 方方面面: the neighbour is doubled too."""
    return (
        text[start + 2 : start + 3] == text[start + 3 : start + 4]
        or text[start - 1 : start] == (text[start - 2 : start - 1])
    )


def _is_word(found: Doubled, text: str) -> bool:
    word = found.text
    if not all(map(_is_chinese, word)) or len(set(word)) == 1 or word in _TWO_WORDS:
        return False
    if word[0] in "的等" or word[0] in _NUMERALS or (len(word) == 2 and word[1] in _NUMERALS):
        return False
    if word == "政府" and text.endswith(_BODY_KINDS, 0, found.start):
        return False
    return not text.startswith(_BEGINNINGS.get(word, ()), found.end) and _in_sentence(found, text)


def _in_sentence(found: Doubled, text: str) -> bool:
    """Whether the words stand in a sentence, not among the labels of a table that fell apart."""
    line = text[slice(*around(text, found.start, found.end, "\n"))]
    return "|" not in line and any(mark in line for mark in "。,;:")


def _clauses(text: str) -> Iterator[Doubled]:
    """A clause, or an item of a list, that is followed by itself, or by its own last words."""
    clauses = _BETWEEN_CLAUSES.split(text)
    alike = [before.endswith(clause) for before, clause in pairwise(clauses)]
    for index in [at for at, same in enumerate(alike) if same]:
        before, clause = clauses[index : index + 2]
        if len(clause) > 1 and all(map(_is_chinese, clause)):
            middle = sum(map(len, clauses[: index + 1])) + index
            end = middle + 1 + len(clause)
            if _said_again(text[middle], text[end : end + 1], clause, before):
                yield Doubled(clause, middle - len(clause), end)


def _said_again(mark: str, following: str, clause: str, before: str) -> bool:
    """Whether the second one says nothing new, by the marks before and behind it."""
    if clause != before:
        return mark == "," and following in (",", "。")  # 公开工作,工作,明确…
    if mark == "、":
        return True
    # 编制计划。编制计划,应当…: there the second one begins a sentence of its own.
    return len(clause) >= _SHORTEST_CLAUSE and (mark in ",;" or mark == following == "。")


def _is_chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
