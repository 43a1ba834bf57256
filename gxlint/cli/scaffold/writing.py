"""Writes a new plugin: the template's files with the names filled in, then what is made from its rules."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from gxlint import __version__
from gxlint.rules import SPEC_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gxlint.cli.scaffold.names import Names
    from gxlint.rules.plugins import Plugins

_TEMPLATE = Path(__file__).parent / "template"
_SUFFIX = ".tmpl"
# Names of files that would mean something in the template's own place.
_PLACES = {"package": "$module", "gitignore": ".gitignore", "github": ".github"}


def write_plugin(names: Names) -> list[Path]:
    """Write all files of a plugin into its folder, which does not exist or is empty.

    Returns:
        The files, relative to the folder.

    Raises:
        OSError: they cannot be written. Nothing is left of them.
    """
    try:
        return _written(names)
    except BaseException:  # half of a plugin would stand in the way of the next try
        shutil.rmtree(names.folder, ignore_errors=True)
        raise


def _written(names: Names) -> list[Path]:
    values = _values(names)
    for source in sorted(_TEMPLATE.rglob(f"*{_SUFFIX}")):
        text = Template(source.read_text(encoding="utf-8")).substitute(values)
        _write(names.folder / _place(source, values), text)
    if licence := _licence():
        _write(names.folder / "LICENSE", licence)
    _write_made(names)
    return sorted(path.relative_to(names.folder) for path in names.folder.rglob("*") if path.is_file())


def _place(source: Path, values: Mapping[str, str]) -> Path:
    relative = source.relative_to(_TEMPLATE)
    parts = [part.removesuffix(_SUFFIX) for part in relative.parts]
    return Path(*(Template(_PLACES.get(part, part)).substitute(values) for part in parts))


def _values(names: Names) -> dict[str, str]:
    from datetime import date

    major, minor, *_ = map(int, __version__.split(".")[:2])
    profile = "" if not names.province else Template(_PROFILE).substitute(names._asdict())
    option = f" --province {names.province}" if names.province else ""
    return {
        **{key: str(value) for key, value in names._asdict().items()},
        # Until 1.0 a minor version may change what plugins stand on.
        "gxlint_range": f">={major}.{minor},<{f'0.{minor + 1}' if major == 0 else major + 1}",
        "spec": repr(SPEC_VERSION),
        "spec_dotted": ".".join(map(str, SPEC_VERSION)),
        "profile": profile,
        "option": option,
        "fixture_option": f', province="{names.province}"' if names.province else "",
        "today": date.today().isoformat(),
    }


_PROFILE = """\
# 用 --province $province 检查时,或者报告的机关属于$title时,启用本包的规则。
[[profile]]
code = "$province"
name = "$title"

"""


_OVERVIEW = "围绕中心工作主动公开政府信息36条,认真组织业务培训,每季度开展自查。"


def _licence() -> str:
    """The text of the licence that gxlint itself has."""
    from importlib import metadata

    try:
        return metadata.distribution("gxlint").read_text("licenses/LICENSE") or ""
    except metadata.PackageNotFoundError:
        return ""


def _write_made(names: Names) -> None:
    """The rule pages, a sample report and what is found in it, from the rules just written."""
    from gxlint.reporters.pages.folder import write_pages
    from gxlint.testing import Bench, blank_report, report_text, snapshot, with_paragraphs

    tests = names.folder / "tests"
    sample = with_paragraphs(blank_report(), "overview", _OVERVIEW)
    _write(tests / "corpus" / "example.txt", report_text(sample))
    with loaded(names) as plugins:
        write_pages(names.folder / "docs" / "rules", names.distribution, plugins)
        province = names.province or None
        found = snapshot(tests / "corpus", Bench(plugins), select=[names.prefix], province=province)
    _write(tests / "corpus.txt", found)


@contextmanager
def loaded(names: Names) -> Iterator[Plugins]:
    """A plugin as it lies in its folder, alone."""
    from gxlint.lint.tool_rules import TOOL_RULES
    from gxlint.rules.plugins import load_plugins

    # What bears its name and is imported already is another plugin: an older one that is installed, for instance.
    before = {name: sys.modules.pop(name) for name in list(sys.modules) if _inside(name, names.module)}
    sys.path.insert(0, str(names.folder.resolve()))
    leaves_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        found = [(names.distribution, import_module(names.module))]
        yield load_plugins(found, installed=False, reserved=TOOL_RULES)
    finally:
        sys.dont_write_bytecode = leaves_bytecode
        del sys.path[0]
        for name in [name for name in sys.modules if _inside(name, names.module)]:
            del sys.modules[name]
        sys.modules.update(before)


def _inside(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
