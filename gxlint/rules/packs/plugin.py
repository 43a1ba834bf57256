"""A rule pack as a plugin among plugins: asked with the same hooks, held to the same rules."""

import os
from collections.abc import Sequence

from gxlint.formats import Catalogue
from gxlint.rules.packs.load import Pack, load_pack
from gxlint.rules.packs.rule import PackRule
from gxlint.rules.profile import Profile
from gxlint.rules.toml_places import TomlError


class PackPlugin:
    """What a pack brings."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def gxlint_rules(self) -> Sequence[type[PackRule]]:
        """Its rules."""
        return self.pack.rules


class RegionalPackPlugin(PackPlugin):
    """A pack with profiles: its rules run only where one of them, or the user, turns them on."""

    def gxlint_profiles(self) -> Sequence[Profile]:
        """Its provinces, cities and counties."""
        return self.pack.profiles


def open_pack(path: str | os.PathLike[str], catalogue: Catalogue, name: str) -> PackPlugin | TomlError:
    """The pack in a file, or what is wrong with it."""
    try:
        pack = load_pack(path, catalogue, name=name)
    except TomlError as error:
        return error
    return RegionalPackPlugin(pack) if pack.profiles else PackPlugin(pack)
