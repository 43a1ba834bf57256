"""gxlint/profiles: the provinces, cities and counties whose rules are installed, for a list to choose from.

Takes nothing. The answer is a list of ``{"code", "name", "level"}``, each place behind the one it lies in; ``level`` is 0
for what lies in no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.lsp.features.feature import Feature
from gxlint.rules.profile import ancestry
from gxlint.web.features.asking import worked_out

if TYPE_CHECKING:
    from gxlint.lint.session import Session
    from gxlint.lsp.server import Server

METHOD = "gxlint/profiles"


async def _profiles(server: Server, _params: Any) -> list[dict[str, Any]]:
    return await worked_out(server, _known)


def _known(session: Session | None) -> list[dict[str, Any]]:
    profiles = session.plugins.profiles if session is not None else ()
    by_code = {profile.code: profile for profile in profiles}
    chains = sorted((ancestry(profile, by_code) for profile in profiles), key=_codes)
    return [{"code": chain[-1].code, "name": chain[-1].name, "level": len(chain) - 1} for chain in chains]


def _codes(chain: Any) -> list[str]:
    return [profile.code for profile in chain]


FEATURE = Feature(METHOD, _profiles)
