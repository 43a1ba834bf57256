"""Options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.parser import Parser, choice, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.help import Words

_FIRST_YEAR, _LAST_YEAR = 1949, 2199


_OF_THE_REPORT: Words = ("报告年度,默认从报告中读出", "fiscal year; by default read from the report")
_RULES_OF_A_PLACE: Words = (
    "按这个省、市、县的规则检查:代码或名称,如 GS、甘肃、武威市;CN 为只按全国规则;默认按编制机关名称判断",
    "rules of this province, city or county: code or name; CN: national rules only; default: by issuing body",
)


def year_option(parser: Parser, text: Words = _OF_THE_REPORT) -> None:
    """``--year``: the fiscal year, for reports that do not say it or say it wrong."""
    parser.option(
        "--year",
        metavar="YYYY",
        type=number(parser.lang, ("报告年度", "the year"), _FIRST_YEAR, _LAST_YEAR),
        text=text,
    )


def region_option(parser: Parser, text: Words = _RULES_OF_A_PLACE) -> None:
    """``--province``: whose rules hold besides the national ones."""
    parser.option(
        "--province",
        metavar="CODE",
        text=text,
    )


def config_option(parser: Parser) -> None:
    """``--config``: one configuration file in place of those beside the reports."""
    parser.option(
        "--config",
        metavar="FILE",
        text=(
            "使用这个配置文件;默认从报告所在文件夹起逐级向上查找 gxlint.toml",
            "use this configuration; default: gxlint.toml in the report's folder or above",
        ),
    )


def stdin_option(parser: Parser) -> None:
    """``--stdin-filename``: its ending tells how to read the text, and it stands in the output."""
    parser.option(
        "--stdin-filename",
        metavar="NAME",
        default="",
        text=(
            "标准输入的内容以此文件名显示和辨认",
            "name under which standard input is shown and recognised",
        ),
    )


def format_option(parser: Parser, formats: Sequence[str]) -> None:
    """``--output-format``, the first one being the default."""
    parser.option(
        "--output-format",
        metavar="|".join(formats),
        default=formats[0],
        type=choice(parser.lang, ("输出格式", "output format"), formats),
        text=(f"输出格式,默认 {formats[0]}", f"output format, {formats[0]} by default"),
    )
