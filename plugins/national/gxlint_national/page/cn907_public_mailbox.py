"""CN907 public-mailbox."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.page.word_list import words
from gxlint_national.sources import WEBSITE_GUIDELINES
from gxlint_national.wording.prose import prose

_AGAIN = Message("同一邮箱", "The same mailbox")
_SIGNS = ("@", "(at)", "[at]", "(AT)", "[AT]", "#")
_PUBLIC = words(
    """
    163.com 126.com yeah.net 188.com 163.net 263.net qq.com foxmail.com sina.com sina.cn sina.com.cn sohu.com 139.com 189.cn 189.com
    wo.cn wo.com.cn gmail.com hotmail.com outlook.com live.com live.cn msn.com msn.cn tom.com 21cn.com aliyun.com yahoo.com yahoo.cn
    yahoo.com.cn icloud.com chinaren.com eyou.com 56.com 10086.cn aliyun.cn sogou.com 2980.com
    """
)


class PublicMailbox(Rule):
    """联系邮箱用本单位的邮箱,不用公共邮箱。

    查 @163.com、@126.com、@qq.com、@sina.com、@139.com、@gmail.com 等公共邮箱,中间加空格、写成 (at) 的也查;政府网站和本单位
    域名的邮箱不报。基层普遍使用公共邮箱,只作提示。

    Wrong:
        如对本报告有疑问,请与县财政局办公室联系(邮箱:⟦yzxczj@163.com⟧)。
    Right:
        如对本报告有疑问,请与县财政局办公室联系(邮箱:czj@yunze.gov.cn)。
    """

    code, name, severity = "CN907", "public-mailbox", Severity.HINT
    reach = "paragraph"
    source = WEBSITE_GUIDELINES
    messages = {
        "default": Message(
            "联系邮箱用的是公共邮箱({domain}),建议用本单位邮箱",
            "A mailbox of a public provider ({domain}); the office's own is better",
        )
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at the domain of every mail address; an address written twice is one finding."""
        text = prose(report)
        if not any(sign in text.text for sign in _SIGNS):
            return
        places: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for match in _address().finditer(text.text):
            domain = _domain(match["domain"])
            if domain.removeprefix("vip.") in _PUBLIC:
                places.setdefault((match["name"], domain), []).append(match.span())
        for (_, domain), (first, *others) in places.items():
            related = [Related(text.place(*stretch), _AGAIN) for stretch in others]
            yield self.at(text.place(*first), where=text.where(first[0]), related=related, domain=domain)


def _domain(written: str) -> str:
    return "".join(written.split()).replace("。", ".").rstrip(".").lower()


@cache
def _address() -> re.Pattern[str]:
    dot = r"(?: ?\. ?|。(?=com|cn|net))"
    return re.compile(
        r"(?P<name>[A-Za-z0-9][A-Za-z0-9_.+-]*) ?(?:@|#|[(\[] ?(?i:at) ?[)\]]) ?"
        rf"(?P<domain>[A-Za-z0-9-]{{1,30}}(?:{dot}[A-Za-z0-9-]{{1,20}}){{0,3}}{dot}[A-Za-z]{{2,6}})(?![A-Za-z0-9])"
    )
