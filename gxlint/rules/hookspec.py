"""What a plugin may bring. Hooks only collect; they are called once, before any document is read."""

from typing import TYPE_CHECKING

import pluggy

from gxlint.rules.marker import PROJECT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from gxlint.formats import Format
    from gxlint.rules.info import Provision
    from gxlint.rules.law import Law
    from gxlint.rules.links import Linker
    from gxlint.rules.profile import Profile
    from gxlint.rules.rule import Rule

hookspec = pluggy.HookspecMarker(PROJECT)


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


@hookspec
def gxlint_laws() -> "Sequence[Law]":  # type: ignore[empty-body]
    """Laws and notices that reports cite: what editors offer to write, and tell of a citation.

    Called only where that is wanted. Where two plugins bring one title, the first one counts.

    .. versionadded:: 1.1
    """


@hookspec
def gxlint_links() -> "Sequence[Linker]":  # type: ignore[empty-body]
    """Functions that say which figures of a report's prose are held against which cells.

    Each is called with a report and returns ``Link`` records. Editors lead from one to the other and tell whether they
    agree. Asked for and called only there.

    .. versionadded:: 1.1
    """


@hookspec
def gxlint_profiles() -> "Sequence[Profile]":  # type: ignore[empty-body]
    """Provinces, cities and counties this plugin knows, and what each turns on, off and tunes.

    The rules of a plugin that brings profiles run only where one of them, or the user, turns them on.

    .. versionadded:: 1.1
    """


@hookspec
def gxlint_packs() -> "Sequence[str | PathLike[str]]":  # type: ignore[empty-body]
    """Rule packs this plugin brings: paths of TOML files inside its package.

    Their rules and profiles count as the plugin's own. A package that is a pack alone needs no hook: its entry point
    names a Python package in whose folder ``gxlint-pack.toml`` stands.

    .. versionadded:: 1.1
    """
