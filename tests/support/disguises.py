"""What happens to a text on its way: other characters, other line ends, things before and after."""

import re
from functools import cache
from typing import Any

from gxlint.forms.grid import GridCell
from gxlint.testing.forms import Draft
from tests.support.pdf_tables import pieces

_FULL_WIDTH = str.maketrans(",:;()?!%", "\uff0c\uff1a\uff1b\uff08\uff09\uff1f\uff01\uff05")
_FULL_DIGITS = str.maketrans("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")
# As mirrors leave it: the reading of some characters behind them.
_PINYIN = {
    "區": "qū",
    "監": "jiān",
    "統": "tǒng",
    "規": "guī",
    "業": "yè",
    "執": "zhí",
    "發": "fā",
    "續": "xù",
    "據": "jù",
    "數": "shù",
    "農": "nóng",
    "復": "fù",
    "構": "gòu",
}
_HAN_DIGIT = re.compile(r"(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])")


def full_width(text: str) -> str:
    """Punctuation as official documents print it."""
    return text.translate(_FULL_WIDTH)


def full_width_digits(text: str) -> str:
    """Digits and punctuation full-width."""
    return full_width(text).translate(_FULL_DIGITS)


def traditional(text: str) -> str:
    """Traditional characters with pinyin behind some of them (``區(qū)``)."""
    return "".join(
        f"{char}({_PINYIN[char]})" if char in _PINYIN else char for char in traditional_alone(text)
    )


def traditional_alone(text: str) -> str:
    """Traditional characters and nothing else."""
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("s2t")


def windows_lines(text: str) -> str:
    """CR LF line ends."""
    return text.replace("\n", "\r\n")


def old_mac_lines(text: str) -> str:
    """CR line ends."""
    return text.replace("\n", "\r")


def soft_breaks(text: str) -> str:
    """A word processor's soft line break after each sentence inside a paragraph."""
    return re.sub(r"。(?=[^\n])", "。\v", text)


def spaced_digits(text: str) -> str:
    """``2024 年 1 月``: OCR's spaces between Han characters and digits."""
    return _HAN_DIGIT.sub(" ", text)


def indented(text: str) -> str:
    """Every line pushed in by two ideographic spaces."""
    return "\n".join(f"\u3000\u3000{line}" if line else line for line in text.split("\n"))


def invisible(cell: GridCell) -> str:
    """No-break spaces around figures and inside labels, zero-width spaces inside both."""
    text = cell.text
    if not text:
        return text
    middle = len(text) // 2
    if cell.figure:
        return f"\u00a0{text[:middle]}\u200b{text[middle:]}\u00a0"
    return f"{text[:middle]}\u00a0\u200b{text[middle:]}\u200b"


def soft_labels(cell: GridCell) -> str:
    """A soft line break in the middle of labels."""
    middle = len(cell.text) // 2
    return cell.text if cell.figure or middle < 2 else f"{cell.text[:middle]}\v{cell.text[middle:]}"


def loose(cell: GridCell) -> str:
    """Labels with spaces between their characters (``总 计``, ``三 、本 年度``)."""
    if cell.figure:
        return cell.text
    return "".join(f"{char} " if place % 3 == 0 else char for place, char in enumerate(cell.text)).rstrip()


def thousands(cell: GridCell) -> str:
    """Figures with separators (``12,345``)."""
    whole = re.match(r"\d{4,}", cell.text) if cell.figure else None
    return f"{int(whole.group()):,}{cell.text[whole.end() :]}" if whole else cell.text


def furniture(text: str, draft: Draft) -> str:
    """What a web page leaves before and after the report."""
    before = (
        "当前位置:首页 > 政府信息公开 > 政府信息公开年报",
        f"索 引 号: 000000000/{draft.year + 1}-00001 组配分类: 政府信息公开年报",
        f"发布机构: {draft.organisation} 发文日期: {draft.year + 1}-01-22",
        draft.title,
        f"发布时间:{draft.year + 1}-01-22 10:05 来源:{draft.organisation} 浏览次数: 字体:[ 大 中 小 ]",
        "",
    )
    after = (
        "",
        "扫一扫在手机打开当前页",
        "【打印本页】 【关闭窗口】",
        "上一篇:没有了",
        "版权所有 网站地图 联系我们",
    )
    return "\n".join((*before, text.rstrip("\n"), *after)) + "\n"


def wrapped(text: str, width: int = 26) -> str:
    """One line with a space wherever the page had a line end."""
    lines = pieces(" ".join(text.split()), width)
    return " ".join(" ".join(lines).split())
