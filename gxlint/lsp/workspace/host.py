"""What looks after the folders needs of the server it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from concurrent.futures import Future

    from lsprotocol import types

    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.checkers import Checkers
    from gxlint.lsp.client import Client
    from gxlint.lsp.documents import Documents, OpenDocument
    from gxlint.lsp.settings import ServerSettings
    from gxlint.lsp.worker import Worker
    from gxlint.lsp.workspace.folders import Folders


class Host(Protocol):
    """The server, as far as the workspace goes. What is told here is told there at more length."""

    client: Client
    settings: ServerSettings
    documents: Documents
    folders: Folders
    checkers: Checkers
    worker: Worker

    def check_anew(self) -> None:
        """Forget what is known of all documents."""

    def settle(self) -> None:
        """Something has been checked."""

    def send(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        """Send diagnostics."""

    def visible(self, document: OpenDocument, analysis: Analysis) -> list[types.Diagnostic]:
        """The diagnostics of an open document to show."""

    def result_id(self, diagnostics: list[types.Diagnostic]) -> str:
        """What tells these diagnostics from others."""

    # From here on as pygls has it.

    @property
    def work_done_progress(self) -> Any:
        """The progress that is shown."""

    def progress(self, params: types.ProgressParams) -> None:
        """Show how far something has come."""

    def window_work_done_progress_create(self, params: types.WorkDoneProgressCreateParams) -> Future[None]:
        """Ask the client to show it."""

    def client_register_capability(self, params: types.RegistrationParams) -> Future[None]:
        """Ask the client to send something."""

    def client_unregister_capability(self, params: types.UnregistrationParams) -> Future[None]:
        """Ask it to do so no more."""
