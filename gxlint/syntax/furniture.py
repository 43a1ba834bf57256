"""Web furniture: lines that a page puts around the report, near its beginning and its end.

A line is judged by what it is as a whole (a label with its value, the way through the site, buttons side by
side), never by a word somewhere in it: reports speak of 扫一扫 and of 主办单位, too. Some lines say nothing by
themselves and are furniture only beside others that are: the value under its label, the cross that closes a
window, the address in a page's footer.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from gxlint.syntax import page_words as words
from gxlint.syntax.headings import numbered
from gxlint.syntax.metadata import Entry, is_value, read_entry

# page: furniture by itself. label: the same, and the next line may be its value. title: a label with the report's
# title. site: a name of the site's section, before the report begins. near: beside page lines. below: under them.
Kind = Literal["", "page", "label", "title", "site", "near", "below"]

_LONGEST = 120
_LONGEST_WORD = 12
_SUMMARIES = ("内", "信", "概", "摘")  # of all that a page says in labels, only summaries are sentences
_BULLETS = "|·•●▪◆■*#-—_>》» \t"
_BETWEEN = dict.fromkeys(map(ord, "|/>》»·•→›;【】[]()<《:"), " ")


def page_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which of these lines, which stand one below the other, are the page's and not the report's."""
    kinds = [kind_of_line(line) for line in lines]
    if not any(kinds):
        return frozenset()
    found = {index for index, kind in enumerate(kinds) if kind in ("page", "label")}
    found.update(_values(lines, kinds))
    found.update(_site_names(lines, kinds))
    found.update(
        index for index, kind in enumerate(kinds) if kind == "title" and _is_said_again(lines, index)
    )
    for index, kind in enumerate(kinds):
        if index - 1 in found and kind in ("near", "below"):
            found.add(index)
    for index in reversed(range(len(kinds) - 1)):
        if kinds[index] == "near" and index + 1 in found:
            found.add(index)
    return frozenset(found)


def _values(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Lines that hold the value of the label above them."""
    for index, kind in enumerate(kinds[:-1]):
        if kind == "label" and kinds[index + 1] in ("", "near", "site"):
            entry = read_entry(lines[index])
            value = _compact(lines[index + 1])
            if entry is not None and is_value(entry.last, value) and not _begins_title(lines, index + 1):
                yield index + 1


def _begins_title(lines: Sequence[str], index: int) -> bool:
    """Whether a line is a title, or the name above the rest of one."""
    return _is_title(_compact(lines[index])) or _ends_title(lines, index + 1)


def _ends_title(lines: Sequence[str], index: int) -> bool:
    """Whether a line is the rest of a title that is set over several lines."""
    return index < len(lines) and _title_tail().match(_compact(lines[index])) is not None


def _site_names(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """Names of the site's sections above the report; further down they would be sub-headings of it."""
    for index, kind in enumerate(kinds):
        if not kind and ("。" in lines[index] or numbered(lines[index]) is not None):
            return
        if kind == "site" and not _ends_title(lines, index + 1):
            yield index


def _is_said_again(lines: Sequence[str], index: int) -> bool:
    """Whether the title that the page's own table names stands as a line of its own, too."""
    text = _compact(lines[index])
    others = (_compact(line) for at, line in enumerate(lines) if at != index)
    return any(_is_title(other) and other in text for other in others)


# Remembered: pages of one site say the same around every report, and forms have the same lines in every one.
@lru_cache(maxsize=8192)
def kind_of_line(text: str) -> Kind:
    """What a line is by itself."""
    if "。" in text and text.lstrip(_BULLETS)[:1] not in _SUMMARIES:
        return ""
    entry = read_entry(text)
    if entry is not None:
        return _kind_of_entry(entry)
    compact = _compact(text)
    if not compact or "。" in compact or len(compact) > _LONGEST:
        return ""
    if compact[0].isascii() and (kind := _kind_of_code(compact)):
        return kind
    if numbered(text) is not None:
        return ""
    return _kind_of_whole(compact) or _kind_of_words(text, compact)


def _kind_of_entry(entry: Entry) -> Kind:
    if entry.kind == "title":
        return "title"
    if entry.weak:
        return "near"
    return "label" if entry.open else "page"


def _kind_of_code(compact: str) -> Kind:
    """An index number, a time of day, the cross that closes a window."""
    if compact in ("x", "X"):
        return "near"
    if "/" in compact and re.match(r"[A-Za-z0-9]{5,24}/(?:20\d\d-\d{2,6}|\d{4,})$", compact):
        return "page"
    if ":" in compact and re.match(r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\d{1,2}:\d\d(?::\d\d)?$", compact):
        return "near"
    return ""


def _kind_of_whole(compact: str) -> Kind:
    if compact.startswith(words.BEGINNINGS) or compact.endswith(words.ENDINGS):
        return "page"
    if compact.startswith(words.LABELS) and _is_label_alone(compact):
        return "page"
    if "扫" in compact[:8] and _qr_code().match(compact.replace("“", "").replace("”", "")):
        return "page"
    if any(word in compact for word in words.FOOTERS) and not any(word in compact for word in words.SAYINGS):
        return "page"
    if compact == "×":
        return "near"
    return "below" if compact.startswith(words.BELOW) else ""


def _is_label_alone(compact: str) -> bool:
    """Whether nothing follows that would make a sentence of it (``上一页内容``)."""
    label = next(label for label in words.LABELS if compact.startswith(label))
    rest = compact[len(label) :]
    return not rest or rest[0] in ":[【|>" or rest.startswith(("没有", "无", "新闻", "文章", "更多"))


def _kind_of_words(text: str, compact: str) -> Kind:
    """Buttons and menus: short words side by side, most of them known."""
    if compact in words.TOOLS:
        return "page"
    if compact in words.SITE:
        return "site"
    entries = text.translate(_BETWEEN).split()
    if len(entries) < 2:
        return ""
    tools = sum(entry in words.TOOLS for entry in entries)
    known = tools + sum(entry in words.SECTIONS for entry in entries)
    if not known:
        return ""
    if known == len(entries):
        return "page" if tools or known > 2 else ""
    if sum(map(text.count, ">»→›")) > 1:
        return "page"  # the way from the site's first page to this one
    if _is_title(compact) or max(map(len, entries)) > _LONGEST_WORD:
        return ""
    return "page" if known > 2 and known * 2 >= len(entries) else ""


def _compact(text: str) -> str:
    return "".join(text.split()).strip(_BULLETS)


def _is_title(compact: str) -> bool:
    at = compact.find("公开")
    return at >= 0 and any(compact.find(word, at) >= 0 for word in ("报告", "年报", "总结"))


@cache
def _title_tail() -> re.Pattern[str]:
    return re.compile(r"(?:20\d\d年?度?)?(?:政府信息公开)?(?:工作)?(?:年度)?(?:工作)?报告$")


@cache
def _qr_code() -> re.Pattern[str]:
    """``扫一扫在手机打开当前页`` in all its wordings, and nothing that goes on to say what that is good for."""
    return re.compile(
        r"(?:请?(?:使?用)?(?:微信|手机|浏览器)?扫一?扫|(?:微信|手机)?扫码|扫描(?:[上下左右]方|[左右]侧|以下|此)?二维码)"
        r"[,:]?(?:在|用|到|并)?(?:手机|微信|移动)?端?上?(?:打开|查看|浏览|阅读|分享|关注|访问|下载|继续|体验|看)*"
        r"(?:至|到|给|在)?(?:当前|本|此|该|全|更多|我们|手机|官方|朋友|好友)*"
        r"(?:网?页面?|网站|文章?|内容|公众号|微信|二维码|手机版|手机|客户端|移动端|朋友圈|信息){0,2}[!]?$"
    )
