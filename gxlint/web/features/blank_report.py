"""gxlint/blankReport: a report with nothing filled in.

Takes ``{"organisation", "year"}``: who reports, which may be empty, and the fiscal year or null for the one that is
configured, or else last year. The answer is ``{"text"}`` or ``{"problem"}``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.lsp.features.feature import Feature
from gxlint.reporters.words import say
from gxlint.web.features.asking import word, worked_out

if TYPE_CHECKING:
    from gxlint.lint.session import Session
    from gxlint.lsp.server import Server

METHOD = "gxlint/blankReport"


async def _blank_report(server: Server, params: Any) -> dict[str, Any]:
    organisation, year, lang = (
        word(params, "organisation"),
        getattr(params, "year", None),
        server.settings.lang,
    )

    def work(session: Session | None) -> dict[str, Any]:
        from gxlint.forms.writers import markdown
        from gxlint.lint.blank import NoForm, blank_for

        if session is None:
            return {"problem": say(lang, "配置有误,见提示", "the configuration is wrong; see the message")}
        try:
            pieces = blank_for(
                session,
                server.documents.root,
                year=year if isinstance(year, int) else None,
                organisation=organisation,
            )
        except NoForm as error:
            return {"problem": error.text(lang)}
        return {"text": markdown(pieces).decode()}

    return await worked_out(server, work)


FEATURE = Feature(METHOD, _blank_report)
