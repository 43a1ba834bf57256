"""The JSON Schema of the configuration, by which editors complete and check it."""

import json
from typing import Any

from gxlint.lint.config.model import ConfigModel
from gxlint.rules.packs.schema import as_toml

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema() -> dict[str, Any]:
    """The schema of ``gxlint.toml``, and of ``[tool.gxlint]`` in ``pyproject.toml``."""
    made: dict[str, Any] = as_toml(ConfigModel.model_json_schema(by_alias=True))
    made["$defs"]["AcceptModel"]["description"] = (
        "一项接受的例外;不写 address、section、text 的,对整份文件有效"
    )
    made["description"] = "gxlint.toml,或 pyproject.toml 的 [tool.gxlint]"
    return {"$schema": _DIALECT, **made, "title": "gxlint 配置"}


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(config_schema(), ensure_ascii=False, indent=1) + "\n"
