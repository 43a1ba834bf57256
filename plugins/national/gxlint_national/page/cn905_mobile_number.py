"""CN905 mobile-number."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.page.figures import Figure, long_numbers, masked
from gxlint_national.sources import PERSONAL_INFORMATION_LAW, REGULATION, article
from gxlint_national.wording.prose import prose

_AGAIN = Message("同一号码", "The same number")


class MobileNumber(Rule):
    """报告中没有手机号码。

    联系方式用办公电话。1 开头、第二位 3 至 9 的 11 位数字算手机号码,分组书写的也算;固定电话、带量词的统计数、金额、编号、
    网址和邮箱里的数字不算。

    Wrong:
        如对本报告有疑问,请与县财政局办公室联系(电话:⟦13900001234⟧)。
    Right:
        如对本报告有疑问,请与县财政局办公室联系(电话:0300-1234567)。
    """

    code, name, severity = "CN905", "mobile-number", Severity.WARNING
    reach = "paragraph"
    source = (article(PERSONAL_INFORMATION_LAW, "第二十五条"), article(REGULATION, "第十五条"))
    messages = {
        "default": Message(
            "出现手机号码 {masked},公开前请核实,联系方式宜用办公电话",
            "A mobile number, {masked}; give an office telephone number instead",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Tell mobile numbers from counts, amounts and codes; a number written twice is one finding."""
        places: dict[str, list[Figure]] = {}
        for figure in long_numbers(report):
            if (number := _number(figure)) is not None:
                places.setdefault(number, []).append(figure)
        text = prose(report)
        for number, figures in places.items():
            first, *others = figures
            related = [Related(text.place(item.start, item.end), _AGAIN) for item in others]
            place = text.place(first.start, first.end)
            yield self.at(place, where=text.where(first.start), related=related, masked=masked(number, 3, 4))


def _number(figure: Figure) -> str | None:
    """The number without its country's prefix, if it is a mobile number and nothing else."""
    digits = figure.digits
    if len(digits) in (13, 15) and digits.removeprefix("00").startswith("86"):
        digits = digits.removeprefix("00")[2:]
    if len(digits) != 11 or digits[0] != "1" or digits[1] not in "3456789":
        return None
    if _counted().match(figure.after) or _code().search(figure.before):
        return None
    return None if figure.before.endswith("/") and not _landline().search(figure.before) else digits


@cache
def _counted() -> re.Pattern[str]:
    """What follows a count, an amount or a piece of something longer."""
    return re.compile(
        r"\s*(?:[次人元条件户万亿个吨亩千余多笔份家篇平公字号股张页米%./〕\]]|[-—–]\d|以上|左右)"
    )


@cache
def _code() -> re.Pattern[str]:
    """What stands before an account, a code, a count."""
    return re.compile(
        r"(?:账号|帐号|卡号|编号|代码|标识码|备案号?|订单号?|流水号|索引号|文号|证号|许可证|批号|群号?|QQ|qq|微信号|金额|资金"
        r"|[访浏点阅]\w{1,3}量|人民币|[¥$第〔\[.-]|共计|总计|累计|合计|达到?|约|近|超过?|突破)[:号为是有了达 ]*$"
    )


@cache
def _landline() -> re.Pattern[str]:
    """Another telephone number before a slash; other things before one are addresses and codes."""
    return re.compile(r"(?<![\w.-])\d[\d-]{6,}/$")
