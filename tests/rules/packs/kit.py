"""Packs made to order."""

from gxlint.formats import official_formats
from gxlint.model import Report
from gxlint.model.build import build_report
from gxlint.readers.plain import read_plain
from gxlint.rules import Finding
from gxlint.rules.packs.load import Pack, compile_pack
from gxlint.rules.toml_places import TomlError, parse_toml
from gxlint.source import SourceText
from gxlint.testing.forms import blank_report
from gxlint.testing.packs import run_examples
from gxlint.testing.placing import set_into

FORMATS = official_formats()

HEAD = """\
[pack]
name = "yunze"
version = "0.1.0"
prefix = "YZ"

[source.notice]
title = "关于做好年度报告编制工作的通知"
number = "云政办函〔2024〕18号"
date = 2024-12-10
"""

RULE = """
[[rule]]
code = "YZ101"
name = "some-defect"
severity = "warning"
summary = "应当这样写。"
source = "notice"
pass = ["甲。"]
fail = ["乙。"]
"""


def pack_of(text: str) -> Pack:
    """The pack in a text."""
    return compile_pack(parse_toml(text, "yz.toml"), FORMATS)


def rule_pack(check: str) -> Pack:
    """A pack with one rule, which has this check."""
    return pack_of(HEAD + RULE + check)


def said_of(text: str, lang: str = "zh") -> str:
    """What is wrong with a pack; empty when nothing is."""
    try:
        pack_of(text)
    except TomlError as error:
        return error.text(lang)
    return ""


def findings(pack: Pack, held: Report) -> list[Finding]:
    """What the one rule of a pack says of a report."""
    (rule,) = pack.rules
    return [outcome for outcome in rule().check(held, held) if isinstance(outcome, Finding)]


def report(place: str, text: str, **form: object) -> Report:
    """A report that is otherwise in order, with this text in one of its parts."""
    draft = blank_report(FORMATS.latest, **form)  # type: ignore[arg-type]
    return build_report(read_plain(SourceText(set_into(draft, place, text)), "report.txt"), FORMATS)


def marked(pack: Pack, place: str, text: str) -> list[str]:
    """The stretches of the report that the rule points at."""
    held = report(place, text)
    return [held.document.slice(finding.span) for finding in findings(pack, held)]


def failing(pack: Pack) -> list[str]:
    """What is wrong with the examples of a pack."""
    return [fault.text() for result in run_examples(pack) for fault in result.faults]
