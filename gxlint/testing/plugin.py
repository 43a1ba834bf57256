"""The pytest plugin: a rule's examples and cases become tests.

A test module names the package whose rules it tests; each test that asks for ``gxlint_case`` runs once for every
example in a docstring or in a rule pack, and every case in the YAML files of the folder ``cases`` beside the module::

    import pytest
    from gxlint.testing import verify

    pytestmark = pytest.mark.gxlint("gxlint-gs")

    def test_case(gxlint_case):
        verify(gxlint_case)

Test ids begin with the code: ``pytest -k GS101``. The plugin has to be installed (``pip install -e .``): it is
tested as users get it. What of it cannot be loaded is an error, not a test that is missing.

Nothing here is imported from gxlint before a test asks for it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from gxlint.rules import Rule
    from gxlint.testing.cases import Case
    from gxlint.testing.fragments import Bench
    from gxlint.testing.packs import ExampleCase

_UPDATE = "--gxlint-update"
_MARKER = (
    "gxlint(package, cases='cases'): the tests of this module are about the rules of an installed package; "
    "cases is a folder of YAML files beside the module"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that keeps findings as they are now."""
    group = parser.getgroup("gxlint", "rules for gxlint")
    group.addoption(_UPDATE, action="store_true", help="keep the findings over a corpus as they are now")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", _MARKER)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each case, each rule."""
    wanted = {"gxlint_case", "gxlint_rule"}.intersection(metafunc.fixturenames)
    if not wanted:
        return
    package, folder = _marked(metafunc.definition)
    rules = _rules(package)
    if "gxlint_rule" in wanted:
        metafunc.parametrize("gxlint_rule", rules, ids=lambda rule: rule.code)
    if "gxlint_case" in wanted:
        metafunc.parametrize("gxlint_case", list(_cases(rules, folder)), ids=lambda case: case.id)


@pytest.fixture(scope="session")
def gxlint_bench() -> "Bench":
    """Where cases are run: all installed plugins."""
    return _bench()


@pytest.fixture
def gxlint_snapshot(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Compares what the package's rules find in a folder of reports with what was kept.

    ``gxlint_snapshot("corpus")`` checks the folder ``corpus`` beside the test module against ``corpus.txt``;
    ``province="GS"`` has the profile of a province tune the rules. Run pytest with ``--gxlint-update`` to keep the
    findings as they are now, and look at the difference.
    """
    package, _ = _marked(request.node)
    prefixes = sorted({rule.code[:-3] for rule in _rules(package)})

    def compare(folder: str, province: str | None = None) -> None:
        from gxlint.testing.corpus import differences, parsed, snapshot

        corpus = request.path.parent / folder
        kept = corpus.with_name(f"{corpus.name}.txt")
        now = snapshot(corpus, _bench(), select=prefixes, province=province)
        if request.config.getoption(_UPDATE):
            kept.write_text(now, encoding="utf-8", newline="\n")
            return
        before = kept.read_text(encoding="utf-8") if kept.is_file() else ""
        if before != now:
            changed = "\n".join(differences(parsed(before), parsed(now)))
            pytest.fail(f"{kept.name} (pytest {_UPDATE} keeps it as it is now):\n{changed}", pytrace=False)

    return compare


def _bench() -> "Bench":
    from gxlint.testing.fragments import INSTALLED

    return INSTALLED


def _marked(node: pytest.Item) -> tuple[str, Path]:
    """The package that the nearest marker names, and the folder of its cases."""
    marker = node.get_closest_marker("gxlint")
    if marker is None or not marker.args:
        raise pytest.Collector.CollectError(
            f"{node.path.name}: which package's rules? Write: "
            'pytestmark = pytest.mark.gxlint("name-of-the-package")'
        )
    folder = marker.kwargs.get("cases", "cases")
    return str(marker.args[0]), node.path.parent / str(folder)


def _rules(package: str) -> "list[Rule]":
    plugins = _bench().plugins
    wanted = _same(package)
    failures = [failure.text("en") for failure in plugins.failures if _same(failure.package) == wanted]
    if failures:
        raise pytest.Collector.CollectError("\n".join(failures))
    rules = [rule for rule in plugins.rules if _same(rule.origin.package) == wanted]
    if not rules:
        raise pytest.Collector.CollectError(
            f"no installed package {package} brings rules for gxlint: pip install -e ."
        )
    return rules


def _same(package: str) -> str:
    """A package's name in one spelling, as installers compare them."""
    return package.lower().replace("_", "-").replace(".", "-")


def _cases(rules: "list[Rule]", folder: Path) -> "Iterator[Case | ExampleCase]":
    from gxlint.rules.packs.rule import PackRule
    from gxlint.testing.cases import docstring_cases, load_cases
    from gxlint.testing.packs import example_cases

    for rule in rules:
        yield from example_cases(type(rule)) if isinstance(rule, PackRule) else docstring_cases(rule)
    known = {rule.code for rule in rules}
    for path in sorted(folder.glob("*.yaml")):
        for case in load_cases(path):
            if case.code not in known:
                raise pytest.Collector.CollectError(f"{path.name}: the package has no rule {case.code}")
            yield case
