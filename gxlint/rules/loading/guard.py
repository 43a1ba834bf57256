"""Runs code of others, and keeps what went wrong with it."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from gxlint.rules import failures
from gxlint.rules.crash import describe
from gxlint.rules.discovery import Installed
from gxlint.rules.failures import PluginFailure
from gxlint.rules.watch import TookTooLong, time_limit

_T = TypeVar("_T")
# How many times as long as a rule over a report a plugin may take to load: it may have to be read from a slow disk.
_TIMES = 3


class Guard:
    """Whatever a plugin does, the others are loaded all the same."""

    def __init__(self) -> None:
        """Nothing has gone wrong yet."""
        self.failures: list[PluginFailure] = []

    def fail(self, installed: Installed, failure: failures.Kind, **params: object) -> None:
        """Keep what went wrong with a plugin."""
        self.failures.append(
            PluginFailure(installed.name, installed.package, installed.version, *failure, params=params)
        )

    def attempt(
        self, installed: Installed, failure: failures.Kind, call: Callable[[], _T], **params: object
    ) -> _T | None:
        """What a piece of foreign code returns; none when it fails, which is kept."""
        try:
            return call()
        except KeyboardInterrupt:
            raise
        except TookTooLong as error:
            self.fail(installed, failures.ENDLESS, seconds=error.seconds)
            return None
        except BaseException as error:  # a plugin may call sys.exit() while it is imported
            self.fail(installed, failure, error=describe(error), **params)
            return None

    @staticmethod
    def limited() -> AbstractContextManager[None]:
        """Within this, a plugin that never ends is stopped, and counts as one that failed."""
        return time_limit(Guard.attempt.__code__, _installed, _name_of, times=_TIMES)


def is_own(installed: Installed) -> bool:
    """Whether this is gxlint's own: its tests have judged it once and for all."""
    return installed.package == "gxlint"


def _installed(variables: Mapping[str, Any]) -> Installed | None:
    return variables.get("installed")


def _name_of(installed: Installed) -> str:
    return f"{installed.name} ({installed.package} {installed.version})"
