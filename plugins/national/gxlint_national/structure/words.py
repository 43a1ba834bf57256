"""What a stretch of prose speaks of: problems, improvement, nothing at all."""

import re
from functools import cache

_PROBLEMS = """
问题 不足 差距 薄弱 短板 弱项 欠缺 欠佳 缺乏 缺少 缺陷 有待 还需 仍需 尚需 亟需 亟待 滞后 单一
不够 不强 不高 不大 不深 不全 不细 不多 不熟 不到位 不及时 不规范 不完善 不平衡 不均衡 不充分 不适应
不丰富 不明显 不健全 不理想 不紧密 不统一 偏少 偏低 较少 较低 较弱 较差 较慢 较窄 淡薄 疏漏 困难 瓶颈 堵点
需进一步 需要进一步 需加强 需要加强 需提升 需要提升 需提高 需要提高 需完善 需要完善 需改进 需要改进
需加大 需要加大 需强化 待加强 待提高 待提升 待完善 尚未 未能 参差不齐 一定距离 很大距离
跟不上 不一 不便 不快 不畅 不顺 不广 不严 不实 不活 有限 脱节 空白 难以 难度
"""
_PLANS = """
下一步 下一阶段 下一年 下步 下阶段 今后 明年 新的一年 接下来 为此 将 拟 计划 努力方向
改进措施 改进情况 改进办法 改进方向 改进工作 整改 措施 对策 举措 采取
已完善 已建立 已完成 已更新 已开设 已整改
"""
# Those that are no part of what is wanting: a look at them spares most reports the rest.
_CERTAIN_PLANS = ("下一步", "下一阶段", "下一年", "今后", "明年", "为此", "努力方向", "对策")
_VERBS = (
    "改进|改善|加强|强化|加大|加快|完善|优化|提升|提高|健全|规范|深化|拓宽|拓展|丰富|推进|推动|落实|增强|充实|"
    "细化|扩大|增加|开展|建立|组织|明确|创新|配齐|畅通|梳理|调整|严格|做好|抓好|确保|定期|积极"
)
_NOTHING = " \t\r\n。,、;:.…—-_*#|/"


def has_content(text: str) -> bool:
    """Whether anything is written; ``无`` is."""
    return bool(text.strip(_NOTHING))


def speaks_of_problems(text: str) -> bool:
    """Whether a text says that something is wanting. ``针对上述问题`` points back, it names no problem."""
    rest = _pointing_back().sub("", text)
    return any(word in rest for word in _PROBLEMS.split()) or _lists_before_plans(rest)


def _lists_before_plans(text: str) -> bool:
    """Whether a list of several points comes before the first word of improvement: what it lists is wanting."""
    first = min((at for word in _PLANS.split() if (at := text.find(word)) >= 0), default=0)
    return text.find("二是", 0, first) > text.find("一是", 0, first) >= 0


def speaks_of_improvement(text: str) -> bool:
    """Whether a text says what was or will be done.

    A plan is known by its words, anything else by a verb that opens a clause (``加强培训``).
    ``有待进一步加强`` is a problem, and ``工作稳步推进`` a state.
    """
    if any(word in text for word in _CERTAIN_PLANS):
        return True
    rest = _wanting().sub("", text)
    return any(word in rest for word in _PLANS.split()) or _resolve().search(rest) is not None


@cache
def _pointing_back() -> re.Pattern[str]:
    back = "以上|上述|这些|前述|存在|目前|当前|发现|查摆出?|自身|所"
    kind = "热点|难点|疑难|焦点|实际|民生|共性|关心|关注|关切"
    return re.compile(
        rf"(?:针对|对于|围绕|解决|根据|对照|聚焦)(?:{back})*的?"
        r"(?:主要|突出|相关|各类)?(?:问题|不足|短板|差距|困难)"
        rf"|(?:{kind})的?问题|问题(?:导向|清单|整改)|(?:查找|发现|解决)(?:问题|不足)|不足之处请"
    )


@cache
def _wanting() -> re.Pattern[str]:
    more = r"(?:进一步|继续|不断|持续|更加|加以|得到|于|再|大力|切实)*"
    return re.compile(
        rf"(?:[需待不未]|还需|不够|未能|没有|缺乏)要?{more}(?:{_VERBS})(?:[、和或与及]{more}(?:{_VERBS}))*"
        rf"|(?:{_VERBS}|措施|举措|整改)(?:工作|力度|程度|意识|水平)?[还仍尚也较有]?(?:[不未缺欠]|滞后|薄弱)"
        r"|针对性|未将|没有将"
    )


@cache
def _resolve() -> re.Pattern[str]:
    """A clause that opens with what is to be done, a number or 一是 before it disregarded."""
    eager = (
        r"(?:要|我局|我们|我单位|进一步|继续|不断|持续|切实|着力|大力|认真|及时|全面|充分|注重|深入|更好地?)*"
    )
    return re.compile(rf"(?:^|[。;:,\n)、.]|[一二三四五六七]是){eager}(?:{_VERBS})", re.MULTILINE)
