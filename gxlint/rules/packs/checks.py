"""The ten kinds of checks a rule of a pack can declare, as pydantic models."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from gxlint.rules.packs.shapes import (
    MOST_TERMS,
    Groups,
    Key,
    Section,
    SeverityName,
    Strict,
    Terms,
    Text,
    as_text,
)


class Required(Strict):
    """The section must say something."""

    section: Section
    any: Terms | None = Field(None, description="其中至少要有 at_least 个")
    all: Groups | None = Field(None, description="每一项都要有;一项可以是几种写法的列表")
    at_least: int = Field(1, ge=1, le=MOST_TERMS, description="any 中至少要有几个")


class Forbidden(Strict):
    """The section must not say something."""

    section: Section = Field(["document"])
    any: Terms = Field(description="不应出现的内容")
    allow: Terms | None = Field(None, description="落在这些写法之内的不算")


class Escalation(Strict):
    """Beyond a further limit the finding is graver."""

    min: int | None = Field(None, ge=0, le=1_000_000)
    max: int | None = Field(None, ge=0, le=1_000_000)
    severity: SeverityName


class Length(Strict):
    """The section's length in characters without white space; tables do not count."""

    section: Section
    min: int | None = Field(None, ge=0, le=1_000_000, description="至少多少字")
    max: int | None = Field(None, ge=0, le=1_000_000, description="至多多少字")
    escalate: Escalation | None = Field(None, description="再超过一个限度时用另一个级别")


class Figure(Strict):
    """A number must stand near a word."""

    section: Section
    any: Terms | None = Field(None, description="其中一个词旁边有数即可")
    all: Groups | None = Field(None, description="每一项旁边都要有数;一项可以是几种写法的列表")
    at_least: int = Field(1, ge=1, le=MOST_TERMS, description="any 中至少几个词旁边要有数")
    units: list[Key] = Field([], max_length=50, description="数后面的量词,如 条、次;不写则任何量词")
    within: int = Field(30, ge=1, le=100, description="同一句内相隔多少字以内")


class Wording(Strict):
    """Say it in other words."""

    section: Section = Field(["document"])
    instead_of: Terms = Field(description="不宜用的写法")
    use: Text = Field(description="应改用的写法")
    safe: bool = Field(False, description="是否可以自动改正")


class HeadingEntry(Strict):
    """Headings that must stand there."""

    section: Key = Field(description="哪一章")
    title: Terms | None = Field(None, description="章节标题必须是其中之一")
    subheadings: Groups | None = Field(None, description="每一项都要有这样的小标题;一项可以是几种写法的列表")


class Attachment(Strict):
    """The report must name an attachment."""

    any: Terms | None = Field(None, description="附件名称中的词;不写则有附件即可")


class Contact(Strict):
    """The report must say how to reach the body."""

    section: Section = Field(["document"])
    fields: Annotated[
        list[Literal["phone", "address", "postcode", "fax", "email", "website"]],
        Field(min_length=1, max_length=6),
    ] = Field(description="必须有的联系方式")


class Deadline(Strict):
    """The day by which a report must be published, in the year after the one it is about."""

    by: Annotated[str, BeforeValidator(as_text), StringConstraints(pattern=r"^\d{2}-\d{2}$")] = Field(
        description="月-日,如 01-31"
    )


class FormulaEntry(Strict):
    """An equation over cells of the tables and figures of the prose."""

    check: Annotated[str, StringConstraints(min_length=1, max_length=2000)] = Field(description="公式")
    at: str = Field("", max_length=200, description="不成立时指向哪一格;不写则是公式里的第一格")
    blank_as_zero: bool = Field(False, description="空格是否当作 0;否则无法判断")
