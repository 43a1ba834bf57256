"""``gxlint rules --province``: how each rule stands there, and by whose doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.reporters.words import say, severity_word, value_text
from gxlint.source.width import display_width, pad

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gxlint.lint.standing import Standing

_MARKS = {
    "baseline": ("全国", "baseline"),
    "added": ("新增", "added"),
    "tightened": ("从严", "tightened"),
    "relaxed": ("放宽", "relaxed"),
    "tuned": ("调整", "tuned"),
    "replaced": ("替换", "replaced"),
    "off": ("停用", "off"),
}


def standing_lines(standings: Iterable[Standing], lang: str) -> Iterator[str]:
    """One line a rule: code, severity, how it stands, name, package, and what it wants."""
    rows = [_row(standing, lang) for standing in standings]
    widths = [max(map(display_width, column), default=0) for column in list(zip(*rows, strict=True))[:-1]]
    for row in rows:
        yield "  ".join([*map(pad, row, widths), row[-1]])


def standing_object(standing: Standing) -> dict[str, Any]:
    """What there is to say of a rule under a profile, as JSON values."""
    return {
        "severity": standing.severity.value,
        "standing": standing.mark,
        "by": {
            "profile": standing.by.code if standing.by else None,
            "package": standing.origin.package,
            "version": standing.origin.version,
        },
        "changed_parameters": {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in standing.parameters.items()
        },
        "replaced_by": standing.replaced_by or None,
    }


def _row(standing: Standing, lang: str) -> Sequence[str]:
    rule = standing.rule
    mark = say(lang, *_MARKS[standing.mark])
    return (
        rule.code,
        severity_word(standing.severity, lang),
        mark,
        rule.name,
        " ".join(filter(None, standing.origin)),
        rule.summary + _more(standing, lang),
    )


def _more(standing: Standing, lang: str) -> str:
    """In brackets: the rule in its place, and parameters that differ."""
    told = [f"{name} = {value_text(value, lang)}" for name, value in standing.parameters.items()]
    if standing.replaced_by:
        told.insert(0, say(lang, "改用 {code}", "replaced by {code}", code=standing.replaced_by))
    return say(lang, "({told})", " ({told})", told=", ".join(told)) if told else ""
