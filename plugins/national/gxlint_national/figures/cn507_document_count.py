"""CN507 document-count."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.figures.reporting import DISAGREES, of_subjects, outcomes
from gxlint_national.sources import FORMAT_2021, article


class DocumentCount(Rule):
    """正文写的规章、规范性文件制发、废止、现行有效件数等于表二。

    口径可能不同(转发、联合发文、解读配套),所以给警告;只说公开、发布多少件的,与制发、现行有效都不同时给提示。

    Wrong:
        一、总体情况
        全年制发行政规范性文件⟦5⟧件,废止1件。
        | 行政规范性文件 | 3 | 1 | 20 |
    Right:
        一、总体情况
        全年制发行政规范性文件3件,废止1件。
        | 行政规范性文件 | 3 | 1 | 20 |
    """

    code, name, severity = "CN507", "document-count", Severity.WARNING
    reach = "figures"
    source = article(FORMAT_2021, "附件 表二")
    messages = DISAGREES

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold the numbers of documents against the first block of 表二."""
        yield from outcomes(self, report, of_subjects("regulations", "normative_documents"), propose=False)
