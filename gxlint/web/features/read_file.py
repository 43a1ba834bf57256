"""gxlint/readFile: the text of a file that the user has chosen. What is no text is turned into one.

Takes ``{"name", "data"}``: the file's name, and what it holds in base64. The answer is ``{"text", "name", "notes"}``: the
text, what to call it, and what the user should know of how it was come by, a line each; or ``{"problem"}``. A text is
given as it stands, in whatever encoding it was; a report in any other file in the official form, as ``gxlint convert``
writes it; anything else as it could be read.
"""

from __future__ import annotations

import os
from base64 import b64decode
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from gxlint.lsp.features.feature import Feature
from gxlint.reporters.words import say
from gxlint.web.features.asking import place_of_nothing, word, worked_out

if TYPE_CHECKING:
    from gxlint.lint.session import Session
    from gxlint.lsp.server import Server

METHOD = "gxlint/readFile"
_DRAFT = ".gxr.md"
_TEXTS = (".gxr.md", ".gxr.txt", ".md", ".txt")


async def _read_file(server: Server, params: Any) -> dict[str, Any]:
    name, lang = os.path.basename(word(params, "name")), server.settings.lang
    try:
        data = b64decode(word(params, "data"), validate=True)
    except ValueError:
        raise JsonRpcInvalidParams("data has to be in base64") from None
    place = place_of_nothing(server)
    return await worked_out(server, lambda session: _read(session, place, data, name, lang))


def _read(session: Session | None, place: str, data: bytes, name: str, lang: str) -> dict[str, Any]:
    from gxlint.readers import ReadError, read_bytes

    try:
        document = read_bytes(data, name)
    except ReadError as error:
        return {"problem": error.text(lang)}
    if document.kind == "text":
        return {"text": document.source.text, "name": _called(name), "notes": []}
    if session is not None:
        from gxlint.forms.converting import converted
        from gxlint.forms.writers import markdown
        from gxlint.model.build import build_report
        from gxlint.reporters.leftovers import leftover_notes

        scope = session.scope(place) or session.scopes.default
        report = build_report(document, scope.catalogue, year=scope.year, body=scope.body)
        if report.kind != "other":
            made = converted(report)
            text = markdown(made.pieces).decode()
            return {"text": text, "name": _called(name), "notes": leftover_notes(report, made, lang)}
    note = say(
        lang,
        "{name} 不像政府信息公开工作年度报告,文字照读出的样子放在这里",
        "{name} does not look like an annual report; its text is shown as it was read",
        name=name,
    )
    # The source of a web page is its markup.
    text = document.text if document.places is None else document.source.text
    return {"text": text, "name": _called(name), "notes": [note]}


def _called(name: str) -> str:
    """What the text is to be called: as the file, where that is one of text."""
    if name.lower().endswith(_TEXTS):
        return name
    return f"{os.path.splitext(name)[0]}{_DRAFT}"


FEATURE = Feature(METHOD, _read_file)
