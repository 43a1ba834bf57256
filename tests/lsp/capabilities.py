"""What editors declare, as captured from them, down to what matters here."""

from typing import Any

_TAGS = {"valueSet": [1, 2]}
_LITERALS = {"codeActionKind": {"valueSet": ["", "quickfix", "source", "source.fixAll"]}}

# Visual Studio Code 1.139 with vscode-languageclient 11.
VSCODE: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "workspaceEdit": {"documentChanges": True},
        "diagnostics": {"refreshSupport": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True, "relativePatternSupport": True},
    },
    "textDocument": {
        "synchronization": {"dynamicRegistration": True, "didSave": True},
        "publishDiagnostics": {
            "relatedInformation": True,
            "versionSupport": False,
            "tagSupport": _TAGS,
            "codeDescriptionSupport": True,
            "dataSupport": True,
        },
        "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False},
        "codeAction": {
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit", "command"]},
            "codeActionLiteralSupport": _LITERALS,
        },
    },
}

# Neovim 0.11.
NEOVIM: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-8", "utf-16", "utf-32"]},
    "workspace": {
        "configuration": True,
        "workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]},
        "diagnostics": {"refreshSupport": True},
        "didChangeWatchedFiles": {"dynamicRegistration": False},
    },
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"relatedInformation": True, "tagSupport": _TAGS, "dataSupport": True},
        "diagnostic": {"dynamicRegistration": False},
        "codeAction": {
            "isPreferredSupport": True,
            "dataSupport": True,
            "resolveSupport": {"properties": ["edit", "command"]},
            "codeActionLiteralSupport": _LITERALS,
        },
    },
}

# Emacs 28 with eglot 1.9: is sent diagnostics, counts in UTF-16, resolves nothing.
EMACS: dict[str, Any] = {
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "workspaceEdit": {"documentChanges": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"relatedInformation": False, "codeDescriptionSupport": False},
        "codeAction": {"codeActionLiteralSupport": _LITERALS, "isPreferredSupport": True},
    },
}

# An editor that declares nothing beyond what it must.
PLAIN: dict[str, Any] = {"textDocument": {"codeAction": {"codeActionLiteralSupport": _LITERALS}}}
