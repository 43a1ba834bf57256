"""The mark of a hook, and the version of what may be hooked in. See ``hookspec`` for the hooks themselves."""

from collections.abc import Callable
from typing import TypeVar

PROJECT = "gxlint"
# Major: a plugin for another one is refused, by name, with the reason. Minor: only additions.
SPEC_VERSION = (1, 1)

_Hook = TypeVar("_Hook", bound=Callable[..., object])


def hookimpl(function: _Hook) -> _Hook:
    """Mark a function as a plugin's answer to the hook of its name.

    This is the mark of ``pluggy.HookimplMarker``, without its options, which would change nothing here, and
    without importing pluggy, which takes as long as Python takes to start.
    """
    setattr(function, f"{PROJECT}_impl", {})
    return function
