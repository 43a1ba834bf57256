"""Rules about the structure of the report (CN1xx)."""

from gxlint.rules import Rule
from gxlint_national.structure.cn101_missing_section import MissingSection
from gxlint_national.structure.cn102_section_order import SectionOrder
from gxlint_national.structure.cn103_section_heading import SectionHeading
from gxlint_national.structure.cn104_missing_table import MissingTable
from gxlint_national.structure.cn105_overview_aspects import OverviewAspects
from gxlint_national.structure.cn106_government_supervision import GovernmentSupervision
from gxlint_national.structure.cn107_problems_and_improvements import ProblemsAndImprovements
from gxlint_national.structure.cn108_other_matters_empty import OtherMattersEmpty
from gxlint_national.structure.cn109_processing_fee import ProcessingFee
from gxlint_national.structure.cn110_announced_parts import AnnouncedParts
from gxlint_national.structure.cn111_title import ReportTitle
from gxlint_national.structure.cn112_statistics_period import StatisticsPeriod
from gxlint_national.structure.cn113_year_consistency import YearConsistency
from gxlint_national.structure.cn114_deadline import Deadline
from gxlint_national.structure.cn115_format_version import FormatVersion
from gxlint_national.structure.cn116_format_citation import FormatCitation
from gxlint_national.structure.cn117_heading_level import HeadingLevel
from gxlint_national.structure.cn118_subheading_numbering import SubheadingNumbering

RULES: tuple[type[Rule], ...] = (
    MissingSection,
    SectionOrder,
    SectionHeading,
    MissingTable,
    OverviewAspects,
    GovernmentSupervision,
    ProblemsAndImprovements,
    OtherMattersEmpty,
    ProcessingFee,
    AnnouncedParts,
    ReportTitle,
    StatisticsPeriod,
    YearConsistency,
    Deadline,
    FormatVersion,
    FormatCitation,
    HeadingLevel,
    SubheadingNumbering,
)
