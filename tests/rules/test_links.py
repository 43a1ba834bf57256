"""Figures of the prose and their cells, as plugins bring them."""

from gxlint.model import Report
from gxlint.rules import Link
from gxlint.rules.plugins import load_plugins
from tests.rules.kit import make_plugin, make_rule


def _links(_report: Report) -> tuple[Link, ...]:
    return ()


def test_a_plugin_brings_them() -> None:
    plugin = make_plugin(make_rule(), gxlint_links=lambda: [_links, "links"])
    loaded = load_plugins([("yunze", plugin)], installed=False, provisions=True)
    assert loaded.linkers == (_links,)
    assert ["gxlint_links 给出的不是函数" in failure.text() for failure in loaded.failures] == [True]


def test_they_are_not_asked_for_in_vain() -> None:
    plugin = make_plugin(make_rule(), gxlint_links=lambda: [_links])
    assert load_plugins([("yunze", plugin)], installed=False).linkers == ()
