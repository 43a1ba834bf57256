"""Objects of the usual verbs with a character lost: 加强组领导, 接受会监督.

Alone such a stretch may be part of anything (委员会监督); right behind the verb that governs it, it cannot be meant.
"""

from collections.abc import Collection, Iterator

from gxlint_national.wording.slips import Slip

_VERBS = """
加强 强化 健全 完善 做好 开展 推进 落实 严格 规范 提高 提升 加大 深化 优化 抓好 建立 接受 回应 保障 拓宽 丰富 压实 明确 推动 组织
定期 主动 积极 全面 认真 扎实
"""
# The object, which of its characters gets lost (counted from 0), and what excuses the loss of the third when it follows.
_OBJECTS = """
组织领导 012 游师 | 监督检查 012 处 | 督促检查 012 处 | 社会监督 012 促导察 | 舆论监督 012 促导察 | 群众监督 012 促导察
长效机制 01 | 工作机制 01 | 审查机制 01 | 考核机制 01 | 政策解读 012 本者懂 | 业务培训 012 练 | 专题培训 012 练
保密审查 012 询处验 | 信息公开 012 放 | 政务公开 012 放 | 平台建设 01 | 队伍建设 01 | 制度建设 01 | 网站建设 01
信息发布 012 置局 | 社会关切 012 实身 | 群众关切 012 实身 | 责任追究 012 竟 | 考核评议 012 题事 | 社会评议 012 题
便民服务 012 | 政务服务 012 | 规章制度 012 | 服务意识 012 别 | 责任意识 012 别 | 法治意识 012 别
公开渠道 01 | 公开内容 01 | 公开力度 01 | 宣传力度 01 | 培训力度 01 | 公开质量 01 | 解读质量 01 | 公开范围 01
公开形式 01 | 解读形式 012 | 公开目录 01 | 公开指南 01 | 办理流程 01 | 答复程序 01 | 审核制度 012 | 日常管理 012 念由
动态管理 012 念由 | 公众参与 01 | 重点领域 012 | 基层政务 012 | 门户网站 012 | 依法行政 012 | 便民措施 012 | 协调配合 01
沟通协调 01 | 责任分工 01 | 任务分工 01
"""


def slips_in_objects(known: Collection[str]) -> Iterator[Slip]:
    """One slip for every character that may get lost; what is ``known`` to be one anywhere is left out."""
    verbs, seen = tuple(_VERBS.split()), set(known)
    for line in _OBJECTS.replace("|", "\n").split("\n"):
        word, *rest = line.split() or [""]
        for place in map(int, rest[0] if rest else ""):
            unless = tuple(rest[1]) if place > 1 and len(rest) > 1 else ()
            wrong = word[:place] + word[place + 1 :]
            if wrong not in seen:
                seen.add(wrong)
                yield Slip(wrong, word, unless_before=unless, after=verbs)
