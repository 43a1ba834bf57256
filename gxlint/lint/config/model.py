"""What may stand in a configuration file, as pydantic models. Imported only where there is such a file."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from gxlint.rules import Message
from gxlint.rules.toml_models import refuse

_FIRST_YEAR, _LAST_YEAR = 1949, 2199
_DATE = Message(
    '{key} 应为日期,如 2026-12-31,现为 "{got}"', '{key} must be a date such as 2026-12-31, not "{got}"'
)
_PLACES = ("address", "section", "text")
Grade = Literal["error", "warning", "info", "hint", "off"]
Level = Literal["error", "warning", "info", "hint"]
Value = bool | int | float | str | list[str]
Text = Annotated[str, Field(min_length=1)]


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class AcceptModel(_Model):
    """An accepted exception. Without ``address``, ``section`` and ``text`` it holds for whole files."""

    code: Text = Field(description="规则的编号或名称,如 CN305")
    reason: Text = Field(description="为什么接受(必填)")
    file: Text = Field("**", description="哪些文件:从本配置文件所在文件夹起的路径,可用 * 和 **;默认全部")
    address: str = Field("", description="表中位置,如 table_requests.granted.total;可只写前一段或两段")
    section: str = Field("", description="部分的标识,如 overview")
    text: str = Field("", description="问题处的原文,或含有它的一句话")
    author: str = Field("", description="谁决定的")
    until: date | None = Field(None, description="有效期的最后一天,如 2026-12-31")

    @field_validator("until", mode="before")
    @classmethod
    def _date(cls, value: Any) -> Any:
        """A date in quotes is a date, too."""
        if not isinstance(value, str):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise refuse(_DATE, key="until", got=value) from None


class ConfigModel(_Model):
    """Everything that a configuration file may say."""

    province: Text | None = Field(
        None, description="省、市、县的代码或名称,如 GS、甘肃、武威市;CN 为只按全国规则"
    )
    body: Text | None = Field(None, description="机关全称:报告没有写明的按它判断,新建的报告填上它")
    year: int | None = Field(None, ge=_FIRST_YEAR, le=_LAST_YEAR, description="报告年度,默认从报告中读出")
    select: list[Text] = Field([], description="只用这些规则:编号、编号开头或名称")
    ignore: list[Text] = Field([], description="不用这些规则")
    extend_select: list[Text] = Field([], description="另加这些规则")
    fail_level: Level | None = Field(None, description="达到这一级别算未通过,默认 error")
    severities: dict[str, Grade] = Field({}, description="规则的严重程度;off 为停用")
    parameters: dict[str, dict[str, Value]] = Field({}, description="规则的参数:规则编号 → 参数名称 → 值")
    packs: list[Text] = Field([], description="规则包(TOML 文件)的路径,从本配置文件所在文件夹起")
    exclude: list[Text] = Field([], description="检查文件夹时跳过的文件和文件夹,可用 * 和 **")
    baseline: Text | None = Field(None, description="基线文件的路径:其中的问题不再报告")
    accept: list[AcceptModel] = Field([], description="接受的例外")
