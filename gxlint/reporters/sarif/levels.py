"""Our severities in the words of SARIF."""

LEVELS = {"error": "error", "warning": "warning", "info": "note", "hint": "note"}
