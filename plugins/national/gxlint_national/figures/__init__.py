"""Rules that hold figures of the prose against the tables and against each other (CN501 to CN513)."""

from gxlint.rules import Rule
from gxlint_national.figures.cn501_received_count import ReceivedCount
from gxlint_national.figures.cn502_none_received import NoneReceived
from gxlint_national.figures.cn503_all_closed import AllClosed
from gxlint_national.figures.cn504_carried_forward_count import CarriedForwardCount
from gxlint_national.figures.cn505_outcome_count import OutcomeCount
from gxlint_national.figures.cn506_disputes_count import DisputesCount
from gxlint_national.figures.cn507_document_count import DocumentCount
from gxlint_national.figures.cn508_decision_count import DecisionCount
from gxlint_national.figures.cn509_parts_sum import PartsSum
from gxlint_national.figures.cn510_percentage import Percentage
from gxlint_national.figures.cn511_year_on_year import YearOnYear
from gxlint_national.figures.cn512_contradictory_count import ContradictoryCount
from gxlint_national.figures.cn513_count_unit import CountUnit

RULES: tuple[type[Rule], ...] = (
    ReceivedCount,
    NoneReceived,
    AllClosed,
    CarriedForwardCount,
    OutcomeCount,
    DisputesCount,
    DocumentCount,
    DecisionCount,
    PartsSum,
    Percentage,
    YearOnYear,
    ContradictoryCount,
    CountUnit,
)
