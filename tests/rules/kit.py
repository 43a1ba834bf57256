"""Rules and plugins made to order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import ModuleType
from typing import Any

from gxlint.formats import Format
from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity, Source, hookimpl

Check = Callable[[Rule, Any, Report], Iterable[Outcome] | None]

DOCSTRING = """总计等于各列之和。

Wrong:
    | 1 | ⟦3⟧ |
Right:
    | 1 | 1 |
"""


def nothing(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
    """A check that finds nothing."""
    yield from ()


def make_rule(code: str = "ZZ101", check: Check = nothing, **head: Any) -> type[Rule]:
    """A rule class that is complete unless ``head`` says otherwise; ``...`` leaves an attribute out."""
    attributes: dict[str, Any] = {
        "__doc__": DOCSTRING,
        "code": code,
        "name": f"defect-{code.lower()}",
        "severity": Severity.ERROR,
        "source": Source("关于编制年度报告的通知", "云政办〔2024〕1号"),
        "messages": {"default": Message("有误", "wrong"), "got": Message("现为 {got}", "it is {got}")},
        "check": check,
        **head,
    }
    return type("Made", (Rule,), {key: value for key, value in attributes.items() if value is not ...})


def make_plugin(
    *rules: object,
    spec: object = (1, 0),
    prefix: object = "ZZ",
    formats: Sequence[Format] = (),
    version: str = "1.2",
    **hooks: Callable[..., object],
) -> ModuleType:
    """A plugin module. ``hooks`` are further functions, each marked as a hook implementation."""
    module = ModuleType("made")
    module.__dict__.update(
        GXLINT_SPEC=spec,
        GXLINT_PREFIX=prefix,
        __version__=version,
        gxlint_rules=hookimpl(lambda: rules),
        gxlint_formats=hookimpl(lambda: formats),
    )
    module.__dict__.update({name: hookimpl(hook) for name, hook in hooks.items()})
    return module
