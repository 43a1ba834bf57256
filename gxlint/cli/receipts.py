"""Receipts as ``check --receipt`` writes them: read, and held against files."""

from __future__ import annotations

import json
import os
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gxlint.cli.errors import UsageError
from gxlint.reporters.receipt import VERSION
from gxlint.reporters.words import say
from gxlint.source.refusals import refusal

_MOST_BYTES = 512 * 1024 * 1024


class Package(BaseModel):
    """A plugin that took part."""

    package: str
    version: str


class Findings(BaseModel):
    """How many findings there were, by severity."""

    error: int
    warning: int
    info: int
    hint: int


class SealedFile(BaseModel):
    """What a receipt says of a file; keys that are not needed here are passed over."""

    path: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None
    year: int | None
    organisation: str | None
    verdict: Literal["pass", "fail", "incomplete"]
    findings: Findings


class Receipt(BaseModel):
    """A receipt."""

    model_config = ConfigDict(extra="ignore")

    receipt: Literal[1]
    gxlint: str
    plugins: list[Package]
    options: dict[str, str | int | list[str] | None]
    checked: str
    files: list[SealedFile]

    def of(self, sha256: str) -> SealedFile | None:
        """What it says of a file with these bytes."""
        return next((file for file in self.files if file.sha256 == sha256), None)

    def named(self, path: str) -> SealedFile | None:
        """What it says of a file of this path, else of this name, whatever stood in it; of several none."""
        place = os.path.normpath(path)
        same = [file for file in self.files if os.path.normpath(file.path) == place]
        name = os.path.basename(path)
        found = same or [
            file for file in self.files if os.path.basename(file.path.replace("\\", "/")) == name
        ]
        return found[0] if len(found) == 1 else None


def read_receipt(path: str, lang: str) -> Receipt:
    """A receipt from its file.

    Raises:
        UsageError: it cannot be read, or is no receipt.
    """
    try:
        if os.path.getsize(path) > _MOST_BYTES:
            raise _refused(path, say(lang, "文件太大", "the file is too large"), lang)
        with open(path, encoding="utf-8-sig") as file:
            return Receipt.model_validate(json.load(file))
    except OSError as error:
        raise _refused(path, say(lang, *refusal(error)), lang) from error
    except (ValueError, RecursionError) as error:
        raise _refused(path, _what(error, lang), lang) from error


def _what(error: Exception, lang: str) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "receipt"
        return say(
            lang,
            "不是第 {version} 版回执({place})",
            "not a receipt of version {version} ({place})",
            version=VERSION,
            place=place,
        )
    return say(lang, "不是回执", "not a receipt")


def _refused(path: str, why: str, lang: str) -> UsageError:
    text = say(
        lang,
        "回执 {path} 无法使用:{why};回执由 gxlint check --receipt 写出",
        "receipt {path} cannot be used: {why}; gxlint check --receipt writes receipts",
        path=path,
        why=why,
    )
    return UsageError(text, show_help=False)
