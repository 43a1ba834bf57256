"""CN906 id-number."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.page.figures import Figure, long_numbers, masked
from gxlint_national.page.identity import is_bank_card, is_credit_code, is_identity, looks_like_identity
from gxlint_national.sources import PERSONAL_INFORMATION_LAW, REGULATION, article
from gxlint_national.wording.prose import prose

_CARD = ("身份证", "证件号", "公民身份号")
_CODE = (
    "信用代码",
    "机构代码",
    "识别号",
    "税号",
    "登记号",
    "登记证",
    "许可证",
    "编号",
    "证书",
    "索引号",
    "文号",
    "项目代码",
)
_ACCOUNT = ("账号", "帐号", "卡号", "账户", "帐户", "银行卡", "开户行", "开户银行")
_UNION_PAY = "62"


class IdNumber(Rule):
    """报告中没有公民身份号码和银行账号。

    18 位、地区和出生日期有效且校验位相符的是身份号码;统一社会信用代码不算,全由数字组成的信用代码按其自身的校验位识别。
    16 至 19 位数字在“账号”“卡号”等字样之后且通过银行卡校验的是银行账号。写明是身份证号、银行卡号而校验位不符的(可能
    抄错)为警告。提示中不重复完整号码。

    Wrong:
        申请人提供的身份证号码为⟦110101190001010014⟧,已依法答复。
    Right:
        申请人已提供身份证明,已依法答复。
    """

    code, name, severity = "CN906", "id-number", Severity.ERROR
    reach = "paragraph"
    source = (article(PERSONAL_INFORMATION_LAW, "第二十五条", "第二十八条"), article(REGULATION, "第十五条"))
    messages = {
        "default": Message("公开了公民身份号码 {masked}", "An identity number is disclosed: {masked}"),
        "account": Message("公开了银行账号 {masked}", "A bank account number is disclosed: {masked}"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Tell identity numbers and accounts from codes, by their check digits and the words before them."""
        for figure in long_numbers(report):
            if len(figure.digits) not in (15, 16, 17, 18, 19):
                continue
            certain = _identity(figure)
            message = "default" if certain is not None else "account"
            if certain is None:
                certain = _account(figure)
            if certain is not None:
                text = prose(report)
                yield self.at(
                    text.place(figure.start, figure.end),
                    message,
                    severity=None if certain else Severity.WARNING,
                    where=text.where(figure.start),
                    masked=masked(figure.digits, 3, 2),
                )


def _identity(figure: Figure) -> bool | None:
    """Whether the number certainly is an identity number; none when it is none."""
    number, named = figure.digits, _last_word(figure.before, _CARD) > _last_word(figure.before, _CODE)
    if is_identity(number):
        if named:
            return True
        other = _last_word(figure.before, _CODE) >= 0 or is_credit_code(number)
        return None if other else True
    return (len(number) == 15) if named and looks_like_identity(number) else None


def _account(figure: Figure) -> bool | None:
    """Whether the number certainly is a bank account; none when it is none."""
    number = figure.digits
    if len(number) < 16 or _last_word(figure.before, _ACCOUNT) <= _last_word(figure.before, _CODE):
        return None
    if is_bank_card(number):
        return True
    return False if number.startswith(_UNION_PAY) and number.isdecimal() else None


def _last_word(text: str, words: tuple[str, ...]) -> int:
    """Where the last of these words stands, -1 without any."""
    return max(text.rfind(word) for word in words)
