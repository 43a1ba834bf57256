"""Somebody types in a text: at random, in its sentences above all, words that are harmless and words that are not."""

from functools import cache
from random import Random

from gxlint.model import Report
from tests.corpus.plan import entries
from tests.support.disguises import full_width, traditional_alone, windows_lines

WORDS = (
    *(
        "的",
        "年",
        ",",
        "。",
        "、",
        ";",
        "今年以来",
        "公开",
        "政务",
        "5",
        "3",
        "12件",
        "0",
        " ",
        "  ",
        "x",
        "-",
        "|",
    ),
    *(
        "一、",
        "(一)",
        "“",
        "”",
        "《",
        "《信息公开条例》",
        "(以下简称《条例》)",
        "第二十条",
        "第五十二条",
        "国务院令第492号",
    ),
    *("2024年", "2019年", "2023年度政府信息公开工作报告", "2024年2月30日", "统计时间", "日期", "发布"),
    *(
        "青岭镇",
        "由青岭镇人民政府编制",
        "我镇",
        "各乡镇",
        "汇总",
        "政府信息公开年度报告",
        "总体情况",
        "自然人",
        "总计 3",
    ),
    *(
        "的的",
        "办办结",
        "收到申请12件",
        "全部办结",
        "其中:",
        "××",
        "13800138000",
        "abc@163.com",
        "张某某",
        "表格见下",
    ),
    *("以公开为原则,不公开为例外", "作为人工智能", "(一)予以公开"),
    *("(", "）", "App", "(gong)", "<!--", "國", "乾", "\u200b", "，", "𠮷"),
)
"""What is typed: words of every kind that a rule looks for, and such as make another report of it."""


@cache
def texts() -> tuple[str, ...]:
    """The reports of the corpus that are plain text, some of them in a form in which the view is not the source."""
    paths = [entry.path for entry in entries() if entry.path.suffix in (".txt", ".md")]
    decoded = []
    for path in paths:
        try:
            decoded.append(path.read_bytes().decode("utf-8"))
        except UnicodeDecodeError:
            continue
    return tuple(_DISGUISES[number % len(_DISGUISES)](text) for number, text in enumerate(decoded))


def _as_it_is(text: str) -> str:
    return text


def _with_comments(text: str) -> str:
    lines = text.split("\n")
    advice = "<!-- gxlint 提示:写清本年的数量 -->"
    return "\n".join([*lines[:4], advice, *lines[4:8], "\u200b" + "".join(lines[8:9]), advice, *lines[9:]])


_DISGUISES = (
    _as_it_is,
    _as_it_is,
    windows_lines,
    _with_comments,
    full_width,
    traditional_alone,
    lambda text: _with_comments(windows_lines(text)),
)


def typed(report: Report, rng: Random) -> str:
    """The text of a report after one more keystroke, or a few that were pasted."""
    text = report.document.source.text
    at = _somewhere(report, rng)
    gone = 0 if rng.random() < 0.6 else rng.choice((1, 1, 1, 2, 5))
    come = rng.choice(WORDS) if not gone or rng.random() < 0.5 else ""
    return text[:at] + come + text[at + gone :]


def _somewhere(report: Report, rng: Random) -> int:
    paragraphs = [item for item in report.prose() if item.span.length > 3]
    if not paragraphs or rng.random() < 0.1:
        return rng.randrange(len(report.document.source.text) + 1)
    start, end = report.document.view.source_span(rng.choice(paragraphs).span)
    return rng.randrange(start, end + 1)
