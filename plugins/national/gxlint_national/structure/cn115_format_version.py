"""CN115 format-version."""

from collections.abc import Iterator
from functools import cache

from gxlint.formats import Format, official_formats
from gxlint.model import Label, Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.sources import FORMAT_2019, FORMAT_2021, article
from gxlint_national.structure.years import is_certain

_LABEL = Message("{name}的标签“{label}”", "A label of the {name}: “{label}”")
_SHOWN = 4


class FormatVersion(Rule):
    """表式版本与报告年度一致:2019、2020 年度用试行格式,2021 年度起用 2021 年格式。

    以表头和行标签认定表式,例如“本年新制作数量”“政府集中采购”只见于试行格式,“本年制发件数”只见于
    2021 年格式。整套表式不对报错误,只在最先出现的标签处报一条;两版标签混用的报警告。
    表三(六)其他处理没有三个子行由 CN309 报告。

    Wrong:
        # 青岭镇人民政府2023年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        | 信息内容 | ⟦本年新制作数量⟧ | 本年新公开数量 | 对外公开总数量 |
        | 规章 | 0 | 0 | 0 |
    Right:
        # 青岭镇人民政府2023年政府信息公开工作年度报告
        一、总体情况
        二、主动公开政府信息情况
        | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
        | 规章 | 0 | 0 | 0 |
    """

    code, name, severity = "CN115", "format-version", Severity.ERROR
    reach = "nowhere"
    source = (
        article(FORMAT_2021, "附件 表二", "附件 表三"),
        article(FORMAT_2019, "附件 表二", "附件 表三"),
    )
    messages = {
        "default": Message(
            "{year} 年度应使用{wanted},表中却是{got}的标签:{labels}",
            "Reports for {year} use the {wanted}; the tables carry labels of the {got}: {labels}",
        ),
        "mixed": Message(
            "表中混有{got}的标签:{labels};{year} 年度应使用{wanted}",
            "Labels of the {got} are mixed in: {labels}; reports for {year} use the {wanted}",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Compare the labels that only one format has with the format prescribed for the year."""
        wanted = official_formats().for_year(report.year) if report.year is not None else None
        if wanted is None or not report.tables:
            yield self.not_applicable()
            return
        for other in official_formats():
            foreign = list(_telling(report, other, wanted))
            own = list(_telling(report, wanted, other))
            # A single label among those of the right format is one old word, not an old table.
            if foreign and not (own and len(foreign) == 1):
                yield self._finding(foreign, other, wanted, report, mixed=bool(own))

    def _finding(
        self, labels: list[Label], got: Format, wanted: Format, report: Report, *, mixed: bool
    ) -> Outcome:
        is_known = report.year is not None and is_certain(report, report.year)
        words = ["".join(label.text.split()) for label in labels]
        related = [
            Related(label.span, _LABEL, {"name": got.name, "label": word})
            for label, word in zip(labels[1:], words[1:], strict=True)
        ]
        return self.at(
            labels[0],
            "mixed" if mixed else "default",
            severity=None if is_known and not mixed else Severity.WARNING,
            related=related,
            year=report.year,
            wanted=wanted.name,
            got=got.name,
            labels="、".join(f"“{word}”" for word in list(dict.fromkeys(words))[:_SHOWN]),
        )


def _telling(report: Report, form: Format, against: Format) -> Iterator[Label]:
    """Labels in the tables that the format has and the other has not, in text order."""
    for table in sorted(report.tables.values(), key=lambda table: table.span):
        keys = _keys(form.key, table.key) - _keys(against.key, table.key)
        yield from (label for label in table.labels if label.key in keys and label.match != "similar")


@cache
def _keys(form: str, table: str) -> frozenset[str]:
    """Keys of columns, blocks, rows and groups of a table; rows inside a group are left to CN309."""
    found = official_formats().get(form)
    own = found.table_forms.get(table) if found else None
    if own is None:
        return frozenset()
    keys = [entry.key for entries in (own.columns, own.blocks, own.rows, own.groups) for entry in entries]
    return frozenset(key for key in keys if "." not in key)
