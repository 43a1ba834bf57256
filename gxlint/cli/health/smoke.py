"""What is installed, and whether it works: a blank report through the rules of each plugin."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from gxlint.cli.health.parts import Line, Part
from gxlint.lint.tool_rules import CRASHED
from gxlint.reporters.words import say, sentence_gap
from gxlint.rules.crash import describe

if TYPE_CHECKING:
    from gxlint.formats import Format
    from gxlint.lint.session import Session
    from gxlint.rules.plugins import PluginInfo, Plugins


def installed(plugins: Plugins, lang: str) -> Part:
    """The plugins that were loaded, and those that were not, with the cure."""
    loaded = (Line(info.name, info.name, _brings(info, lang)) for info in plugins.infos)
    failed = (
        Line(
            failure.name or failure.package, failure.name or failure.package, failure.text(lang), problem=True
        )
        for failure in plugins.failures
    )
    return Part("plugins", say(lang, "插件", "Plugins"), (*loaded, *failed))


def smoke_runs(plugins: Plugins, lang: str) -> Part:
    """One line for each plugin: how a blank report of every format fared with its rules."""
    lines = tuple(_smoke_run(info, plugins, lang) for info in plugins.infos if info.codes)
    return Part("smoke", say(lang, "试运行", "Trial runs"), lines)


def _brings(info: PluginInfo, lang: str) -> str:
    spec = ".".join(map(str, info.spec))
    parts = [
        f"{info.package} {info.version}".strip(),
        say(lang, "接口 {spec}", "interface {spec}", spec=spec),
    ]
    if info.codes:
        parts.append(say(lang, "规则 {n} 条", "rules: {n}", n=len(info.codes)))
    if info.formats:
        parts.append(say(lang, "格式 {n} 个", "formats: {n}", n=len(info.formats)))
    if info.profiles:
        parts.append(say(lang, "省市 {n} 个", "profiles: {n}", n=len(info.profiles)))
    return say(lang, ",", ", ").join(parts)


class _Run(NamedTuple):
    """How one blank report fared."""

    found: int
    problems: tuple[str, ...]


def _smoke_run(info: PluginInfo, plugins: Plugins, lang: str) -> Line:
    from gxlint.lint.session import Session, Settings

    session = Session(Settings(select=info.codes, config=""), plugins=plugins)
    began = perf_counter()
    runs = [_run(session, form, lang) for form in session.catalogue]
    milliseconds = round((perf_counter() - began) * 1000)
    if problems := list(dict.fromkeys(text for run in runs for text in run.problems)):
        return Line(info.name, info.name, sentence_gap(lang).join(problems), problem=True)
    text = say(
        lang,
        "规则 {rules} 条,样表 {reports} 份,{ms} 毫秒,发现问题 {found} 个",
        "rules: {rules}, blank reports: {reports}, {ms} ms, findings: {found}",
        rules=len(session.ruleset.rules),
        reports=len(runs),
        ms=milliseconds,
        found=sum(run.found for run in runs),
    )
    return Line(info.name, info.name, text)


def _run(session: Session, form: Format, lang: str) -> _Run:
    from gxlint.testing import blank_report, report_text

    try:
        text = report_text(blank_report(form))
    except Exception as error:  # a format may come from a plugin
        words = say(
            lang,
            "格式 {form} 写不出样表:{error}",
            "no blank report can be made of format {form}: {error}",
            form=form.key,
            error=describe(error),
        )
        return _Run(0, (words,))
    checked = session.check_bytes(text.encode(), f"{form.key}.txt")
    if checked.result is None:
        return _Run(0, (checked.error.text(lang),) if checked.error else ())
    findings = checked.result.findings
    crashed = tuple(finding.text(lang) for finding in findings if finding.rule is CRASHED)
    return _Run(len(findings) - len(crashed), crashed)
