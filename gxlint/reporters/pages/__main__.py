"""``python -m gxlint.reporters.pages docs/rules [--package NAME]``: write the page of every rule of a package.

Without a name the rules are those that come with gxlint. With ``--check`` nothing is written; 1 says that it would be.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from gxlint.reporters.pages.folder import PACKAGE, stale_pages, write_pages

_USAGE = "用法:python -m gxlint.reporters.pages 文件夹 [--package 软件包] [--check]"


def main(words: Sequence[str]) -> int:
    """Write the pages into the folder that is named; 2 when none is, or the package brings no rules."""
    rest = [word for word in words if word != "--check"]
    folders, options = rest[:1], rest[1:]
    if not folders or (options and (len(options) != 2 or options[0] != "--package")):
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        return _bring_up_to_date(Path(folders[0]), *options[1:], check=len(rest) < len(words))
    except LookupError as error:
        print(f"没有安装带有规则的软件包 {error.args[0]},请先运行 pip install -e .", file=sys.stderr)
        return 2


def _bring_up_to_date(folder: Path, package: str = PACKAGE, *, check: bool) -> int:
    changed = sorted(stale_pages(folder, package)) if check else write_pages(folder, package)
    print("\n".join(changed) if changed else "没有变化")
    return int(check and bool(changed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
