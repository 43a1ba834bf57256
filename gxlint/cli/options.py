"""Options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.parser import Parser, choice, number

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST_YEAR, _LAST_YEAR = 1949, 2199


def year_option(parser: Parser) -> None:
    """``--year``: the fiscal year, for reports that do not say it or say it wrong."""
    parser.option(
        "--year",
        metavar="YYYY",
        type=number(parser.lang, ("报告年度", "the year"), _FIRST_YEAR, _LAST_YEAR),
        text=("报告年度,默认从报告中读出", "fiscal year; by default read from the report"),
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
