"""gxlint/writeFile: a document in another kind of file, in the official form, as ``gxlint convert`` writes it.

Takes ``{"textDocument": {"uri"}, "name"}``: the name's ending says what kind. The answer is ``{"data", "notes"}``: the file
in base64, and what had no place in the form, a line each; or ``{"problem"}``.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.features.verdict import uri_of
from gxlint.reporters.words import say
from gxlint.web.features.asking import word, worked_out

if TYPE_CHECKING:
    from gxlint.lsp.server import Server
    from gxlint.model import Report

METHOD = "gxlint/writeFile"


async def _write_file(server: Server, params: Any) -> dict[str, Any]:
    name, lang = word(params, "name"), server.settings.lang
    document = server.documents.get(uri_of(params))
    analysis = await document.analysed() if document is not None else None
    report = analysis.report if analysis is not None else None
    if report is None or report.kind == "other":
        problem = say(
            lang,
            "这些文字不像政府信息公开工作年度报告,不能按统一格式写成文件;可以下载文字",
            "this does not look like an annual report, so it has no official form; its text can be downloaded",
        )
        return {"problem": problem}
    return await worked_out(server, lambda _session: _written(report, name, lang))


def _written(report: Report, name: str, lang: str) -> dict[str, Any]:
    from gxlint.forms.converting import converted
    from gxlint.forms.writers import writer_for
    from gxlint.reporters.leftovers import leftover_notes

    writer = writer_for(name)
    if writer is None:
        return {"problem": say(lang, "不能写出 {name}", "cannot write {name}", name=name)}
    made = converted(report)
    data = b64encode(writer(made.pieces)).decode()
    return {"data": data, "notes": leftover_notes(report, made, lang)}


FEATURE = Feature(METHOD, _write_file)
