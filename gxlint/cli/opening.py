"""Opens a session for a command, and says what is wrong with its rules and plugins."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.parser import Options
    from gxlint.cli.targets import Target
    from gxlint.lint.ruleset import SettingError
    from gxlint.lint.session import Session
    from gxlint.readers import ReadError
    from gxlint.rules.plugins import Plugins


def open_session(options: Options, plugins: Plugins | None = None) -> Session:
    """A session with the rules and limits the options ask for, and with these plugins if they are loaded already.

    Raises:
        UsageError: a rule is named that does not exist.
    """
    from gxlint.lint.ruleset import SettingError
    from gxlint.lint.session import Session, Settings
    from gxlint.lint.tool_rules import TOOL_RULES
    from gxlint.readers import ReadError
    from gxlint.rules import Severity
    from gxlint.rules.plugins import load_plugins

    settings = Settings(
        select=tuple(getattr(options, "select", ())),
        ignore=tuple(getattr(options, "ignore", ())),
        extend_select=tuple(getattr(options, "extend_select", ())),
        fail_level=Severity(level) if (level := getattr(options, "fail_level", None)) else None,
        year=getattr(options, "year", None),
        province=getattr(options, "province", None),
        config=getattr(options, "config", None),
        previous=_files(getattr(options, "previous", ()), options.lang),
        baseline="" if getattr(options, "write_baseline", None) else getattr(options, "baseline", None),
    )
    plugins = plugins or load_plugins(reserved=TOOL_RULES)
    try:
        return Session(settings, plugins=plugins)
    except SettingError as error:
        raise _refused(error, plugins, options.lang, show_help=True) from error
    except ReadError as error:
        raise _refused(error, plugins, options.lang, show_help=False) from error


def _files(paths: Sequence[str], lang: str) -> tuple[str, ...]:
    """The files that some paths stand for.

    Raises:
        UsageError: there are none.
    """
    if not paths:
        return ()
    from gxlint.cli.targets import collect

    targets = collect(paths, lang)
    for target in targets:
        if target.problem is not None:
            raise UsageError(target.problem, show_help=False)
        if not os.path.isfile(target.path):
            text = say(
                lang, "没有上年的报告 {path}", "there is no report {path} of last year", path=target.path
            )
            raise UsageError(text, show_help=False)
    return tuple(target.path for target in targets)


def _refused(error: SettingError | ReadError, plugins: Plugins, lang: str, *, show_help: bool) -> UsageError:
    """What is asked for in vain; a plugin that failed to load may be why."""
    texts = [*(failure.text(lang) for failure in plugins.failures), error.text(lang)]
    return UsageError("\ngxlint: ".join(texts), show_help=show_help)


def plugin_problems(session: Session, lang: str) -> tuple[str, ...]:
    """What could not be loaded, one text each: who, why, and what to do about it."""
    scopes = (session.plugins, *(scope.plugins for scope in session.scopes.all()))
    failures = dict.fromkeys(failure.text(lang) for plugins in scopes for failure in plugins.failures)
    return (*failures, *session.notices(lang))


def packages(session: Session) -> tuple[tuple[str, str], ...]:
    """The packages whose plugins take part in a run, with their versions."""
    infos = session.scopes.default.plugins.infos
    return tuple(sorted({(info.package, info.version) for info in infos}))


def without_excluded(session: Session, targets: list[Target]) -> list[Target]:
    """Without what the configurations exclude, which are all known from here on. A file that is named stays."""
    return [
        target
        for target in targets
        if (scope := session.scope(target.path)) is None
        or target.root is None
        or not scope.excludes(target.path)
    ]
