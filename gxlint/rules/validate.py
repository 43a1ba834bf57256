"""Is this a rule? Checked once, when it is registered, and said so that its author can mend it."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from gxlint.formats import Catalogue, Source
from gxlint.model import Cell, Paragraph, Report, Row, Section, Table
from gxlint.rules.info import Message, Severity
from gxlint.rules.rule import Rule

NODES = (Report, Section, Table, Row, Cell, Paragraph)
_STATUSES = ("preview", "stable", "deprecated")
_FIXES = ("none", "suggested", "safe")

_NO_RULE = Message("不是 Rule 的子类", "is not a subclass of Rule")
_NO_CHECK = Message("没有实现 check 方法", "does not implement check")
_CODE = Message(
    "编号 {got} 应为两到三个大写字母加三位数字", "code {got} is not two or three capitals and three digits"
)
_PREFIX = Message(
    "编号 {got} 不以本插件声明的前缀 {prefix} 开头",
    "code {got} does not begin with the declared prefix {prefix}",
)
_NAME = Message(
    "名称 {got} 应为小写英文加连字符,如 row-total", "name {got} is not kebab-case, such as row-total"
)
_SEVERITY = Message("严重程度 {got} 应为 Severity 的成员", "severity {got} is not a member of Severity")
_DOCSTRING = Message(
    "说明文字(docstring)应有首行概述、Wrong: 和 Right: 三部分",
    "the docstring must have a summary line, Wrong: and Right:",
)
_SOURCE = Message(
    "依据(source)应为 Source 或由 Source 组成的元组", "source must be a Source or a tuple of them"
)
_MESSAGES = Message(
    "提示文字(messages)应为“标识: Message”的字典,中英文都不为空",
    "messages must map ids to Message, neither language empty",
)
_FORMATS = Message(
    '适用格式 formats 应为元组,如 ("2019", "2021+"),现为 {got}',
    'formats must be a tuple such as ("2019", "2021+"), not {got}',
)
_FORMAT = Message("没有名为 {got} 的格式,已知的有 {known}", "there is no format {got}; known are {known}")
_WANTS = Message("wants 应为 {known} 之一,现为 {got}", "wants must be one of {known}, not {got}")
_SCOPE = Message(
    "wants 为 Report 时不能再用 table 或 section 限定",
    "table and section cannot restrict a rule that wants Report",
)
_KEY = Message("table 和 section 应为字符串或 None", "table and section must be strings or None")
_STATUS = Message("status {got} 应为 {known} 之一", "status {got} is not one of {known}")
_FIX = Message("fix {got} 应为 {known} 之一", "fix {got} is not one of {known}")
_ALIASES = Message(
    "别名 {got} 应为旧编号或旧名称组成的元组", "aliases {got} must be a tuple of former codes and names"
)
_PARAMETERS = Message(
    "参数 {got} 应为“名称: 默认值”的字典,默认值为数、文字、真假或文字的元组",
    "parameters {got} must map names to defaults: numbers, texts, booleans or tuples of texts",
)

Problem = tuple[Message, Mapping[str, object]]


def problems_of(candidate: object, prefix: str, catalogue: Catalogue) -> Iterator[Problem]:
    """Everything that keeps a class from being a rule; nothing when it is one."""
    if not isinstance(candidate, type) or not issubclass(candidate, Rule):
        yield _NO_RULE, {}
        return
    if getattr(candidate, "__abstractmethods__", None):
        yield _NO_CHECK, {}
    for check in (_identity, _words, _basis, _reach):
        yield from check(candidate, prefix, catalogue)


def is_code(text: object) -> bool:
    """Whether a text is two or three capitals and three digits."""
    return isinstance(text, str) and text.isascii() and is_prefix(text[:-3]) and text[-3:].isdigit()


def is_prefix(text: object) -> bool:
    """Whether a text is two or three capital letters."""
    return (
        isinstance(text, str) and 2 <= len(text) <= 3 and text.isascii() and text.isalpha() and text.isupper()
    )


def is_kebab(text: object) -> bool:
    """Whether a text is lower-case words joined by hyphens."""
    return (
        isinstance(text, str)
        and text.isascii()
        and text == text.lower()
        and text[:1].isalpha()
        and all(word.isalnum() for word in text.split("-"))
    )


def _identity(rule: Any, prefix: str, _: Catalogue) -> Iterator[Problem]:
    code, name, aliases = (getattr(rule, field, None) for field in ("code", "name", "aliases"))
    if not is_code(code):
        yield _CODE, {"got": repr(code)}
    elif str(code)[:-3] != prefix:
        yield _PREFIX, {"got": code, "prefix": prefix}
    if not is_kebab(name):
        yield _NAME, {"got": repr(name)}
    if not isinstance(aliases, tuple) or not all(is_code(alias) or is_kebab(alias) for alias in aliases):
        yield _ALIASES, {"got": repr(aliases)}


def _words(rule: Any, _: str, __: Catalogue) -> Iterator[Problem]:
    docstring = rule.__doc__ or ""
    complete = docstring.strip() and "Wrong:" in docstring and "Right:" in docstring
    if not complete and sys.flags.optimize < 2:  # python -OO takes all docstrings away
        yield _DOCSTRING, {}
    messages = getattr(rule, "messages", None)
    if not isinstance(messages, Mapping) or not messages or not all(map(_is_message, messages.values())):
        yield _MESSAGES, {}


def _is_message(message: object) -> bool:
    return isinstance(message, Message) and bool(message.zh and message.en)


def _basis(rule: Any, _: str, __: Catalogue) -> Iterator[Problem]:
    if not isinstance(getattr(rule, "severity", None), Severity):
        yield _SEVERITY, {"got": repr(getattr(rule, "severity", None))}
    source = getattr(rule, "source", None)
    sources = source if isinstance(source, tuple) else (source,)
    if not sources or not all(isinstance(entry, Source) and entry.title for entry in sources):
        yield _SOURCE, {}
    if rule.status not in _STATUSES:
        yield _STATUS, {"got": repr(rule.status), "known": ", ".join(_STATUSES)}
    if not _are_parameters(rule.parameters):
        yield _PARAMETERS, {"got": repr(rule.parameters)}
    if rule.fix not in _FIXES:
        yield _FIX, {"got": repr(rule.fix), "known": ", ".join(_FIXES)}


def _are_parameters(parameters: object) -> bool:
    return isinstance(parameters, Mapping) and all(
        isinstance(name, str)
        and (
            isinstance(value, bool | int | float | str)
            or (isinstance(value, tuple) and all(isinstance(item, str) for item in value))
        )
        for name, value in parameters.items()
    )


def _reach(rule: Any, _: str, catalogue: Catalogue) -> Iterator[Problem]:
    if not isinstance(rule.formats, tuple):
        yield _FORMATS, {"got": repr(rule.formats)}
    else:
        known = {form.key for form in catalogue}
        for key in rule.formats:
            if not isinstance(key, str) or key.removesuffix("+") not in known:
                yield _FORMAT, {"got": repr(key), "known": ", ".join(sorted(known))}
    if rule.wants not in NODES:
        names = ", ".join(node.__name__ for node in NODES)
        yield _WANTS, {"known": names, "got": getattr(rule.wants, "__name__", repr(rule.wants))}
    if not all(isinstance(key, str | None) for key in (rule.table, rule.section)):
        yield _KEY, {}
    elif rule.wants is Report and (rule.table or rule.section):
        yield _SCOPE, {}
