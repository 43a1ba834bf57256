"""What editors declare, as captured from them, down to what matters here."""

from typing import Any

_TAGS = {"valueSet": [1, 2]}
_COMPLETES = {
    "completionItem": {
        "snippetSupport": True,
        "documentationFormat": ["markdown", "plaintext"],
        "deprecatedSupport": True,
        "insertReplaceSupport": True,
        "resolveSupport": {"properties": ["documentation", "detail", "additionalTextEdits"]},
    },
    "contextSupport": True,
}
_RENEWED = {"refreshSupport": True}
_TOKENS = {
    "requests": {"range": True, "full": {"delta": True}},
    "tokenTypes": [
        "namespace",
        "type",
        "enumMember",
        "parameter",
        "variable",
        "property",
        "string",
        "number",
    ],
    "tokenModifiers": ["declaration", "definition", "readonly"],
    "formats": ["relative"],
    "overlappingTokenSupport": False,
    "multilineTokenSupport": False,
}
_LITERALS = {"codeActionKind": {"valueSet": ["", "quickfix", "source", "source.fixAll"]}}

_WINDOW = {"workDoneProgress": True, "showDocument": {"support": True}}

# Visual Studio Code 1.139 with vscode-languageclient 11.
VSCODE: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "window": _WINDOW,
    "workspace": {
        "applyEdit": True,
        "configuration": True,
        "workspaceEdit": {"documentChanges": True},
        "diagnostics": {"refreshSupport": True},
        "inlayHint": _RENEWED,
        "codeLens": _RENEWED,
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
        "completion": _COMPLETES,
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "definition": {"linkSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "documentLink": {"tooltipSupport": True},
        "semanticTokens": _TOKENS,
        "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False},
        "foldingRange": {"rangeLimit": 5000, "lineFoldingOnly": True},
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
    "window": _WINDOW,
    "workspace": {
        "configuration": True,
        "workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]},
        "inlayHint": _RENEWED,
        "applyEdit": True,
        "didChangeWatchedFiles": {"dynamicRegistration": False},
    },
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"relatedInformation": True, "tagSupport": _TAGS, "dataSupport": True},
        "completion": {**_COMPLETES, "dynamicRegistration": False},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "definition": {"linkSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "semanticTokens": _TOKENS,
        "diagnostic": {"dynamicRegistration": False},
        "foldingRange": {"lineFoldingOnly": True},
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
        "completion": {"completionItem": {"snippetSupport": False}, "contextSupport": True},
        "hover": {"contentFormat": ["plaintext"]},
        "definition": {"linkSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "publishDiagnostics": {"relatedInformation": False, "codeDescriptionSupport": False},
        "codeAction": {"codeActionLiteralSupport": _LITERALS, "isPreferredSupport": True},
    },
}

# An editor that declares nothing beyond what it must.
PLAIN: dict[str, Any] = {"textDocument": {"codeAction": {"codeActionLiteralSupport": _LITERALS}}}
