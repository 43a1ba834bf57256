"""The methods of the protocol that the server knows: one method, one module."""

from gxlint.lsp.features import (
    code_action,
    code_action_resolve,
    diagnostic,
    did_change,
    did_change_configuration,
    did_change_watched_files,
    did_close,
    did_open,
    document_symbol,
    exit,
    hover,
    initialize,
    initialized,
    shutdown,
)

FEATURES = (
    initialize.FEATURE,
    initialized.FEATURE,
    shutdown.FEATURE,
    exit.FEATURE,
    did_open.FEATURE,
    did_change.FEATURE,
    did_close.FEATURE,
    did_change_configuration.FEATURE,
    did_change_watched_files.FEATURE,
    diagnostic.FEATURE,
    code_action.FEATURE,
    code_action_resolve.FEATURE,
    hover.FEATURE,
    document_symbol.FEATURE,
)
