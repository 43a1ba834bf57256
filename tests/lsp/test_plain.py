"""Diagnostics made to JSON by hand are what the protocol's converter makes of them."""

from itertools import product

import pytest
from lsprotocol import converters, types

from gxlint.lsp.plain import plain_diagnostics

_CONVERTER = converters.get_converter()


def _range(line: int) -> types.Range:
    return types.Range(types.Position(line, 1), types.Position(line + 1, 0))


def _diagnostics() -> list[types.Diagnostic]:
    related = types.DiagnosticRelatedInformation(types.Location("file:///b.md", _range(7)), "总计 𠮷")
    optional = {
        "severity": types.DiagnosticSeverity.Hint,
        "code": "CN305",
        "code_description": types.CodeDescription("https://example.org/CN305"),
        "source": "gxlint",
        "tags": [types.DiagnosticTag.Unnecessary, types.DiagnosticTag.Deprecated],
        "related_information": [related],
        "data": {"name": "row-total", "where": {"table": None}, "fix": {"safe": True}},
    }
    return [
        types.Diagnostic(_range(3), "总计 30 ≠ 31", **dict(zip(optional, values, strict=True)))  # type: ignore[arg-type]
        for values in product(*((None, value) for value in optional.values()))
    ]


@pytest.mark.parametrize("version", [None, 0, 3])
def test_as_the_converter_has_them(version: int | None) -> None:
    diagnostics = _diagnostics()
    params = types.PublishDiagnosticsParams("file:///a.md", diagnostics, version)
    assert plain_diagnostics("file:///a.md", diagnostics, version) == _CONVERTER.unstructure(params)


def test_none_at_all() -> None:
    assert plain_diagnostics("file:///a.md", [], None) == {"uri": "file:///a.md", "diagnostics": []}
