"""The JSON Schema of rule packs, with which editors complete and check them. ``python -m gxlint.prepare`` ships it."""

import json
from typing import Any

from gxlint.rules.packs.models import KINDS, PackFile

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def pack_schema() -> dict[str, Any]:
    """The schema as data."""
    made: dict[str, Any] = as_toml(PackFile.model_json_schema(by_alias=True))
    made["$defs"]["RuleEntry"]["oneOf"] = [{"required": [kind]} for kind in KINDS]
    return {"$schema": _DIALECT, **made, "title": "gxlint 规则包"}


def schema_text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(pack_schema(), ensure_ascii=False, indent=1) + "\n"


def as_toml(node: Any) -> Any:
    """The schema without what TOML does not have (null), and without the names that pydantic makes up."""
    if isinstance(node, list):
        return [as_toml(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: as_toml(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and value is None)
    }
    options = kept.get("anyOf")
    if options and {"type": "null"} in options:
        options = [option for option in options if option != {"type": "null"}]
        del kept["anyOf"]
        kept = {**options[0], **kept} if len(options) == 1 else {"anyOf": options, **kept}
    return kept
