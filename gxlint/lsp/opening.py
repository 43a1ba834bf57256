"""Opens the session that checks documents, and says why it is not the one that was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from gxlint.lint.ruleset import SettingError
from gxlint.lint.session import Session
from gxlint.lint.settings import Settings
from gxlint.lint.walking import DOCUMENTS, SUFFIXES, walk
from gxlint.readers import ReadError
from gxlint.readers.errors import Words
from gxlint.reporters.words import say
from gxlint.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.lsp.settings import ServerSettings
    from gxlint.rules.plugins import Plugins

_PROBLEM = Words("{problem}", "{problem}")


class Opened(NamedTuple):
    """A session, or why there can be none; and what the user has to be told."""

    session: Session | None
    refused: ReadError | None
    problems: tuple[str, ...]


def open_session(settings: ServerSettings, plugins: Plugins, root: str) -> Opened:
    """A session as the settings ask for; with the default settings where they cannot be used.

    Args:
        settings: what the user wants.
        plugins: everything that is installed.
        root: the folder in which files that the settings name are looked for, and whose configuration has the rules
            that they name.
    """
    lang = settings.lang
    try:
        asked = _asked(settings, root)
        session = Session(asked, plugins=plugins, folder=root)
    except ReadError as error:
        return Opened(None, error, (error.text(lang),))
    except SettingError as error:
        problem = error.text(lang)
    else:
        return Opened(session, None, (*session.notices(lang), *_missing(settings, root)))
    try:
        return Opened(Session(plugins=plugins), None, (problem,))
    except (ReadError, SettingError):  # the settings are not to blame, but the configuration
        words = Words(problem, problem)
        return Opened(None, ReadError(_PROBLEM, {"problem": words}), (problem,))


def _asked(settings: ServerSettings, root: str) -> Settings:
    return Settings(
        select=settings.select,
        ignore=settings.ignore,
        extend_select=settings.extend_select,
        fail_level=Severity(settings.fail_level) if settings.fail_level else None,
        year=settings.year,
        province=settings.province,
        body=settings.body,
        severities=dict(settings.severities),
        config=os.path.join(root, settings.config) if settings.config else None,
        baseline=os.path.join(root, settings.baseline) if settings.baseline else None,
        previous=tuple(_files(os.path.join(root, path) for path in settings.previous)),
    )


def _files(paths: Iterable[str]) -> Iterator[str]:
    """The files that are named, and those in the folders that are."""
    for path in paths:
        if os.path.isdir(path):
            yield from walk(path, lambda _: None, SUFFIXES + DOCUMENTS)
        elif os.path.isfile(path):
            yield path


def _missing(settings: ServerSettings, root: str) -> Iterator[str]:
    """What is wrong with the paths of last year's reports."""
    for name in settings.previous:
        path = os.path.join(root, name)
        if next(_files([path]), None) is None:
            yield say(
                settings.lang, "没有上年的报告 {path}", "there is no report {path} of last year", path=path
            )
