"""What a finding rests on, in one line, for lists that show it beside the finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxlint.formats import Source
    from gxlint.rules import RuleInfo

_WEB = ("https://", "http://")
_NO_PART = frozenset(" \"'<>\\^`{|}")


def basis_of(rule: RuleInfo | None) -> str:
    """``《政府信息公开条例》(国务院令第711号)第五十条``, several joined by ``;``; empty for an unknown rule."""
    return ";".join(map(_named, rule.sources)) if rule else ""


def short_basis(rule: RuleInfo | None) -> str:
    """The same by document numbers alone, where there are any: ``国办公开办函〔2021〕30号附件 表三``."""
    return (
        ";".join((item.number or f"《{item.title}》") + item.article for item in rule.sources) if rule else ""
    )


def link_of(rule: RuleInfo | None) -> str:
    """The rule's page, or failing that the first law or notice on the web; empty where there is neither."""
    if rule is None:
        return ""
    return web_address(rule.url) or next(filter(None, (web_address(item.url) for item in rule.sources)), "")


def web_address(url: str) -> str:
    """An address that may be made a link, as an URI has to be written; empty for anything but a web address."""
    if not url.lower().startswith(_WEB) or not url.isprintable() or set(url) & _NO_PART:
        return ""
    from urllib.parse import quote

    return quote(url, safe="!#$%&()*+,/:;=?@[]~")


def _named(source: Source) -> str:
    title = source.title.replace("《", "〈").replace("》", "〉")
    return f"《{title}》" + (f"({source.number})" if source.number else "") + source.article
