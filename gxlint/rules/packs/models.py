"""What a rule pack may hold, as pydantic models. The field descriptions become the JSON Schema that editors use."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from gxlint.rules.packs.checks import (
    Attachment,
    Contact,
    Deadline,
    Figure,
    Forbidden,
    FormulaEntry,
    HeadingEntry,
    Length,
    Required,
    Wording,
)
from gxlint.rules.packs.shapes import (
    MOST_WORDS,
    Body,
    Date,
    Key,
    SeverityName,
    Strict,
    Terms,
    Text,
    Value,
    as_list,
)
from gxlint.rules.toml_spelling import CODE, INTERFACE, NAME, PREFIX, VERSION

MOST_RULES = 500
MOST_PROFILES = 100
MOST_EXAMPLES = 20


def _as_pair(value: Any) -> Any:
    return {"zh": value} if isinstance(value, str) else value


def _as_source(value: Any) -> Any:
    return {"use": value} if isinstance(value, str) else value


def _as_example(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Words(Strict):
    """A text in both languages."""

    zh: Text = Field(description="中文")
    en: str = Field("", max_length=MOST_WORDS, description="英文,可以不写")


Bilingual = Annotated[Words, BeforeValidator(_as_pair, json_schema_input_type=Text | Words)]


class SourceEntry(Strict):
    """A law or notice, written out or taken from ``[source.NAME]`` with ``use``."""

    use: str = Field("", max_length=80, description="用 [source.名称] 里写好的文件")
    title: str = Field("", max_length=300, description="文件名称")
    number: str = Field("", max_length=100, description="文号")
    date: Date = Field("", description="日期,如 2025-12-19")
    url: str = Field("", max_length=500, description="网址")
    article: str = Field("", max_length=100, description="第几条")


_Cited = Annotated[SourceEntry, BeforeValidator(_as_source, json_schema_input_type=Key | SourceEntry)]


class Head(Strict):
    """What the pack is."""

    name: Annotated[str, StringConstraints(pattern=NAME, max_length=60)] = Field(
        description="规则包名称,小写英文加连字符"
    )
    version: Annotated[str, StringConstraints(pattern=VERSION, max_length=30)]
    prefix: Annotated[str, StringConstraints(pattern=PREFIX)] = Field(
        description="规则编号的前缀,两到三个大写字母"
    )
    spec: Annotated[str, StringConstraints(pattern=INTERFACE)] = Field("1.1", description="为哪一版接口编写")
    title: str = Field("", max_length=300, description="中文名称")
    url: str = Field("", max_length=500, description="网址")


class ProfileEntry(Strict):
    """A province, a city or a county, and what holds there."""

    code: Key = Field(description="CN-GS 或 CN-GS-620600")
    name: Key = Field(description="正式名称,如 甘肃省")
    parent: str = Field(
        "",
        max_length=80,
        description="上级的代码;不写则为代码里的省(装有该省规则包时),否则为全国。CN 表示只有全国",
    )
    aliases: list[Key] = Field([], max_length=50, description="别的叫法")
    rules: list[Key] | None = Field(
        None, max_length=MOST_RULES, description="启用的规则;不写则启用本包的规则"
    )
    off: list[Key] = Field([], max_length=MOST_RULES, description="停用的规则")
    replaces: dict[Key, Key] = Field({}, description="停用的规则 = 代替它的规则")
    severities: dict[Key, Literal["error", "warning", "info", "hint", "off"]] = Field({}, description="级别")
    parameters: dict[Key, dict[Key, Value]] = Field({}, description="规则参数")
    headings: dict[Key, list[Text]] = Field({}, description="章节标题的其他可用写法")


class Only(Strict):
    """For which reports a rule is meant; for all unless it says so."""

    bodies: list[Body] = Field([], max_length=3, description="机关类型")
    scope: Literal["own", "aggregate", ""] = Field("", description="own 本机关报告,aggregate 汇总报告")
    first_year: int | None = Field(None, ge=2000, le=2199, description="从哪个报告年度起")
    last_year: int | None = Field(None, ge=2000, le=2199, description="到哪个报告年度止")
    organisations: Terms | None = Field(None, description="机关名称里有其中一个词")
    when: str = Field("", max_length=2000, description="公式:成立时才检查")


class Example(Strict):
    """A piece of a report. It is set into a blank report that is otherwise in order."""

    text: str = Field("", max_length=20_000, description="段落或表格行;fail 里用 ⟦ ⟧ 标出应指向的地方")
    in_: str = Field("", alias="in", max_length=80, description="放在哪一部分;不写则放在规则检查的部分")
    repeat: int = Field(1, ge=1, le=1000, description="把 text 重复多少次")
    cells: dict[Key, int | float | str] = Field({}, max_length=300, description="格子的数:地址 = 数")
    previous: dict[Key, int | float | str] = Field({}, max_length=300, description="上年报告里格子的数")
    at: str = Field("", max_length=200, description="fail:应指向哪一格")
    message: str = Field("", max_length=MOST_WORDS, description="fail:应有的提示,… 代表任意文字")
    year: int | None = Field(None, ge=2000, le=2199, description="报告年度")
    body: Body = Field("department", description="机关类型")
    organisation: str = Field("", max_length=80, description="机关名称")


_Shown = Annotated[Example, BeforeValidator(_as_example, json_schema_input_type=str | Example)]
Examples = Annotated[
    list[_Shown],
    BeforeValidator(as_list, json_schema_input_type=_Shown | list[_Shown]),
    Field(min_length=1, max_length=MOST_EXAMPLES),
]
KINDS = (
    "required",
    "forbidden",
    "length",
    "figure",
    "wording",
    "heading",
    "attachment",
    "contact",
    "deadline",
    "formula",
)


class RuleEntry(Strict):
    """One rule: what it is, exactly one check, and examples."""

    code: Annotated[str, StringConstraints(pattern=CODE)] = Field(description="编号,如 GS101")
    name: Annotated[str, StringConstraints(pattern=NAME, max_length=60)] = Field(
        description="名称,小写英文加连字符,说的是毛病"
    )
    summary: Bilingual = Field(description="一句话:应当怎样")
    severity: SeverityName = Field(description="级别")
    source: Annotated[
        list[_Cited],
        BeforeValidator(as_list, json_schema_input_type=_Cited | list[_Cited]),
        Field(min_length=1, max_length=10, description="依据;[source.名称] 的名称或一个表"),
    ]
    status: Literal["preview", "stable", "deprecated"] = Field("stable", description="状态")
    since: str = Field("", max_length=20, description="自哪一版起;不写则是包的版本")
    formats: list[Key] = Field([], max_length=10, description='适用的格式,如 ["2021+"];不写则全部')
    aliases: list[Key] = Field([], max_length=20, description="以前的编号和名称")
    why: str = Field("", max_length=MOST_WORDS, description="说明:为什么这样要求")
    message: Bilingual | None = Field(None, description="提示;{count} 等是填进去的内容")
    profiles: list[Key] = Field([], max_length=MOST_PROFILES, description="只在这些地方启用")
    default_on: bool = Field(True, description="false:没有点名就不启用(只有做法、没有明文规定的)")
    url: str = Field("", max_length=500, description="网址")
    only: Only | None = Field(None, description="只检查哪些报告")
    pass_: Examples = Field(alias="pass", description="没有问题的例子")
    fail: Examples = Field(description="有问题的例子")
    required: Required | None = Field(None, description="必须写到的内容")
    forbidden: Forbidden | None = Field(None, description="不应出现的内容")
    length: Length | None = Field(None, description="字数")
    figure: Figure | None = Field(None, description="必须写明的数")
    wording: Wording | None = Field(None, description="用词")
    heading: HeadingEntry | None = Field(None, description="标题和小标题")
    attachment: Attachment | None = Field(None, description="附件")
    contact: Contact | None = Field(None, description="联系方式")
    deadline: Deadline | None = Field(None, description="期限")
    formula: FormulaEntry | None = Field(None, description="表格数字的公式")


class PackFile(Strict):
    """A rule pack."""

    pack: Head = Field(description="规则包本身")
    source: dict[Key, SourceEntry] = Field({}, max_length=100, description="依据的文件,供各条规则引用")
    profile: list[ProfileEntry] = Field([], max_length=MOST_PROFILES, description="省、市、县")
    rule: list[RuleEntry] = Field([], max_length=MOST_RULES, description="规则")
