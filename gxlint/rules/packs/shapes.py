"""What the tables of a rule pack are made of: texts, terms, parts of a report."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from gxlint.rules.packs.patterns import PatternError
from gxlint.rules.packs.terms import compile_term
from gxlint.rules.toml_models import refuse

MOST_TERMS = 100
MOST_WORDS = 2000


def _checked_term(term: str) -> str:
    try:
        compile_term(term)
    except PatternError as error:
        raise refuse(error.message, inside=error.at, **error.params) from error
    return term


def as_list(value: Any) -> Any:
    """A single value as a list of one."""
    return value if isinstance(value, list) else [value]


def as_text(value: Any) -> Any:
    """A date that was written without quotes as a text."""
    return value.isoformat() if isinstance(value, datetime.date) else value


class Strict(BaseModel):
    """A table of a pack: no key but those named."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Text = Annotated[str, StringConstraints(min_length=1, max_length=MOST_WORDS, pattern=r"\S")]
Key = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"\S")]
Term = Annotated[
    str,
    StringConstraints(max_length=310),
    AfterValidator(_checked_term),
    Field(description="要找的文字;写在两个斜线之间的是有限制的正则,如 '/培训[^。]{0,12}\\d+次/'"),
]
Terms = Annotated[list[Term], Field(min_length=1, max_length=MOST_TERMS)]
Groups = Annotated[
    list[
        Annotated[
            list[Term],
            BeforeValidator(as_list, json_schema_input_type=Term | list[Term]),
            Field(min_length=1, max_length=MOST_TERMS),
        ]
    ],
    Field(min_length=1, max_length=MOST_TERMS),
]
Section = Annotated[
    list[Key],
    BeforeValidator(as_list, json_schema_input_type=Key | list[Key]),
    Field(
        min_length=1,
        max_length=20,
        description="检查哪一部分:overview、problems 等章节,overview.supervision 等小标题下的内容,"
        "preamble(前言)、title(标题)、document(全文);可写几个",
    ),
]
Date = Annotated[
    str,
    BeforeValidator(as_text, json_schema_input_type=str | datetime.date),
    StringConstraints(max_length=20),
]
SeverityName = Literal["error", "warning", "info", "hint"]
Body = Literal["government", "department", "township"]
Value = bool | int | float | str | list[str]
