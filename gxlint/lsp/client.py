"""What the client can do, as far as it matters here."""

from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol import types
from pygls.capabilities import get_capability

from gxlint.lsp.columns import COLUMNS, UTF16, Columns

_DEFAULT = "utf-16"


class Client(NamedTuple):
    """A client.

    Attributes:
        encoding, columns: how positions are counted.
        pulls: it asks for diagnostics, and so is sent none.
        refreshes: it can be told to ask again.
        related, descriptions, data: parts of a diagnostic that it knows.
        tags: marks of a diagnostic that it knows.
        actions: it takes actions as such, not commands alone.
        resolves: it asks for the edit of an action when that is chosen.
        versioned: it takes edits of a certain version of a document.
        nests: its outline of a document has several levels.
        configures: it can be asked for the user's settings.
        watches: it can be asked to watch files.
    """

    encoding: str = _DEFAULT
    columns: Columns = UTF16
    pulls: bool = False
    refreshes: bool = False
    related: bool = False
    descriptions: bool = False
    data: bool = False
    tags: frozenset[types.DiagnosticTag] = frozenset()
    actions: bool = False
    resolves: bool = False
    versioned: bool = False
    nests: bool = False
    configures: bool = False
    watches: bool = False


def client_of(capabilities: types.ClientCapabilities) -> Client:
    """What these capabilities come to."""

    def has(name: str) -> bool:
        return bool(get_capability(capabilities, name))

    def declares(name: str) -> bool:
        return get_capability(capabilities, name) is not None

    encoding = _encoding(get_capability(capabilities, "general.position_encodings"))
    pulls = declares("text_document.diagnostic")
    about = "text_document.diagnostic" if pulls else "text_document.publish_diagnostics"
    # What a diagnostic may hold used to be declared for pushed ones alone.
    kinds = (about, "text_document.publish_diagnostics")
    return Client(
        encoding=encoding,
        columns=COLUMNS[encoding],
        pulls=pulls,
        refreshes=has("workspace.diagnostics.refresh_support"),
        related=any(has(f"{kind}.related_information") for kind in kinds),
        descriptions=any(has(f"{kind}.code_description_support") for kind in kinds),
        data=any(has(f"{kind}.data_support") for kind in kinds),
        tags=frozenset(
            tag
            for kind in kinds
            for tag in get_capability(capabilities, f"{kind}.tag_support.value_set") or ()
        ),
        actions=declares("text_document.code_action.code_action_literal_support"),
        resolves=has("text_document.code_action.data_support")
        and "edit"
        in (get_capability(capabilities, "text_document.code_action.resolve_support.properties") or ()),
        versioned=has("workspace.workspace_edit.document_changes"),
        nests=has("text_document.document_symbol.hierarchical_document_symbol_support"),
        configures=has("workspace.configuration"),
        watches=has("workspace.did_change_watched_files.dynamic_registration"),
    )


def _encoding(wanted: Iterable[str] | None) -> str:
    """The first encoding in the client's order that is known here."""
    known = (str(getattr(name, "value", name)) for name in wanted or ())
    return next((name for name in known if name in COLUMNS), _DEFAULT)
