"""What a plugin may bring. Hooks only collect; they are called once, before any document is read."""

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.formats import Format
    from gxlint.rules.info import Provision
    from gxlint.rules.rule import Rule

PROJECT = "gxlint"
# Major: a plugin for another one is refused, by name, with the reason. Minor: only additions.
SPEC_VERSION = (1, 0)

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def gxlint_rules() -> "Sequence[type[Rule]]":  # type: ignore[empty-body]
    """Rule classes this plugin brings. Their codes must carry the prefix the plugin declares.

    .. versionadded:: 1.0
    """


@hookspec
def gxlint_formats() -> "Sequence[Format]":  # type: ignore[empty-body]
    """Report formats this plugin brings, read from its own TOML files with ``load_format``.

    .. versionadded:: 1.0
    """


@hookspec
def gxlint_provisions() -> "Sequence[Provision]":  # type: ignore[empty-body]
    """What the laws and notices this plugin rests on demand of a report, article by article.

    The rules that rest on an article are found by their sources; an article without any is listed as such.
    Called only where that listing is asked for.

    .. versionadded:: 1.0
    """
