"""Opens a session for a command, and says what is wrong with its rules and plugins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from gxlint.lint.session import Session
    from gxlint.rules.plugins import Plugins


def open_session(options: Namespace, plugins: Plugins | None = None) -> Session:
    """A session with the rules and limits the options ask for, and with these plugins if they are loaded already.

    Raises:
        UsageError: a rule is named that does not exist.
    """
    from gxlint.lint.ruleset import SettingError
    from gxlint.lint.session import Session, Settings
    from gxlint.rules import Severity

    settings = Settings(
        select=tuple(getattr(options, "select", ())),
        ignore=tuple(getattr(options, "ignore", ())),
        extend_select=tuple(getattr(options, "extend_select", ())),
        fail_level=Severity(getattr(options, "fail_level", "error")),
        year=getattr(options, "year", None),
    )
    try:
        return Session(settings, plugins=plugins)
    except SettingError as error:
        raise UsageError(error.text(options.lang)) from error


def plugin_problems(session: Session, lang: str) -> tuple[str, ...]:
    """What could not be loaded, one text each: who, why, and what to do about it."""
    return tuple(failure.text(lang) for failure in session.plugins.failures)
