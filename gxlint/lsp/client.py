"""What the client can do, as far as it matters here."""

from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol import types
from pygls.capabilities import get_capability

from gxlint.lsp.columns import COLUMNS, UTF16, Columns

_DEFAULT = "utf-16"
_RENEWED = ("inlay_hint", "code_lens")


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
        tells: it can be asked to tell when the settings change.
        watches: it can be asked to watch files.
        relative: and those of a certain folder, wherever that is.
        applies: it takes edits that nobody has asked for just now.
        creates: its edits may create files.
        progresses: it can show how far something has come that the server has begun.
        shows: it can be asked to show a document or a web page.
        folds: how many folds of a document it takes; none for any number.
        renews: what it can be told to ask for again, besides diagnostics.
        markdown: it renders Markdown where something is told of a place.
        links: it takes the place that leads to another one along with that.
        tooltips: it tells what a link leads to.
        completes: it offers what may be written at a place.
        snippets: what it inserts may have places to be filled in.
        marked_up: it renders Markdown where something is told of what it offers.
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
    tells: bool = False
    watches: bool = False
    relative: bool = False
    applies: bool = False
    creates: bool = False
    progresses: bool = False
    shows: bool = False
    folds: int | None = None
    renews: frozenset[str] = frozenset()
    markdown: bool = True
    links: bool = False
    tooltips: bool = False
    completes: bool = False
    snippets: bool = False
    marked_up: bool = False


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
        tells=has("workspace.did_change_configuration.dynamic_registration"),
        watches=has("workspace.did_change_watched_files.dynamic_registration"),
        relative=has("workspace.did_change_watched_files.relative_pattern_support"),
        applies=has("workspace.apply_edit"),
        creates=types.ResourceOperationKind.Create
        in (get_capability(capabilities, "workspace.workspace_edit.resource_operations") or ()),
        progresses=has("window.work_done_progress"),
        shows=has("window.show_document.support"),
        folds=get_capability(capabilities, "text_document.folding_range.range_limit"),
        renews=frozenset(kind for kind in _RENEWED if has(f"workspace.{kind}.refresh_support")),
        markdown=types.MarkupKind.Markdown
        in (
            get_capability(capabilities, "text_document.hover.content_format") or (types.MarkupKind.Markdown,)
        ),
        links=has("text_document.definition.link_support"),
        tooltips=has("text_document.document_link.tooltip_support"),
        completes=declares("text_document.completion"),
        snippets=has("text_document.completion.completion_item.snippet_support"),
        marked_up=types.MarkupKind.Markdown
        in (
            get_capability(capabilities, "text_document.completion.completion_item.documentation_format")
            or ()
        ),
    )


def _encoding(wanted: Iterable[str] | None) -> str:
    """The first encoding in the client's order that is known here."""
    known = (str(getattr(name, "value", name)) for name in wanted or ())
    return next((name for name in known if name in COLUMNS), _DEFAULT)
