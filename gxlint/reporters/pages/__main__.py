"""``python -m gxlint.reporters.pages docs/rules``: write the page of every rule that comes with gxlint."""

import sys
from collections.abc import Sequence
from pathlib import Path

from gxlint.reporters.pages.folder import write_pages


def main(words: Sequence[str]) -> int:
    """Write the pages into the folder that is named; 2 when none is."""
    if len(words) != 1:
        print("用法:python -m gxlint.reporters.pages 文件夹", file=sys.stderr)
        return 2
    changed = write_pages(Path(words[0]))
    print("\n".join(changed) if changed else "没有变化")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
