"""Diagnostics as JSON has them, made by hand: there may be hundreds, anew at every keystroke.

It is what the converter of the protocol makes of them; a test holds the two together.
"""

from collections.abc import Sequence
from typing import Any

from lsprotocol import types


def plain_diagnostics(
    uri: str, diagnostics: Sequence[types.Diagnostic], version: int | None
) -> dict[str, Any]:
    """The parameters of ``textDocument/publishDiagnostics``."""
    params: dict[str, Any] = {"uri": uri, "diagnostics": [_diagnostic(item) for item in diagnostics]}
    if version is not None:
        params["version"] = version
    return params


def _diagnostic(item: types.Diagnostic) -> dict[str, Any]:
    found: dict[str, Any] = {"range": _range(item.range), "message": item.message}
    if item.severity is not None:
        found["severity"] = item.severity.value
    if item.code is not None:
        found["code"] = item.code
    if item.code_description is not None:
        found["codeDescription"] = {"href": item.code_description.href}
    if item.source is not None:
        found["source"] = item.source
    if item.tags is not None:
        found["tags"] = [tag.value for tag in item.tags]
    if item.related_information is not None:
        found["relatedInformation"] = [
            {
                "location": {"uri": more.location.uri, "range": _range(more.location.range)},
                "message": more.message,
            }
            for more in item.related_information
        ]
    if item.data is not None:
        found["data"] = item.data
    return found


def _range(item: types.Range) -> dict[str, dict[str, int]]:
    start, end = item.start, item.end
    return {
        "start": {"line": start.line, "character": start.character},
        "end": {"line": end.line, "character": end.character},
    }
