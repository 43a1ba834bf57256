"""Rule packs: rules as declarations in a TOML file, with the examples that are their tests.

``load_pack(path)`` reads one; ``docs/rule-packs.md`` tells authors what may stand in it. This package imports pydantic:
import it where a pack is really read.
"""

from gxlint.rules.packs.load import Pack, load_pack
from gxlint.rules.packs.rule import PackRule

__all__ = ["Pack", "PackRule", "load_pack"]
