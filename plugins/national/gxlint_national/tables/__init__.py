"""Rules about the three tables (CN2xx to CN4xx)."""

from gxlint.rules import Rule
from gxlint_national.tables.disputes.cn401_disputes_shape import DisputesShape
from gxlint_national.tables.disputes.cn402_disputes_total import DisputesTotal
from gxlint_national.tables.disputes.cn403_disputes_value import DisputesValue
from gxlint_national.tables.disputes.cn404_direct_litigation import DirectLitigation
from gxlint_national.tables.proactive.cn201_proactive_shape import ProactiveShape
from gxlint_national.tables.proactive.cn202_proactive_value import ProactiveValue
from gxlint_national.tables.proactive.cn203_in_force_too_small import InForceTooSmall
from gxlint_national.tables.proactive.cn204_no_rulemaking_power import NoRulemakingPower
from gxlint_national.tables.proactive.cn205_fee_magnitude import FeeMagnitude
from gxlint_national.tables.proactive.cn211_disclosed_total_too_small import DisclosedTotalTooSmall
from gxlint_national.tables.proactive.cn212_proactive_label import ProactiveLabel
from gxlint_national.tables.proactive.cn213_decisions_equal_items import DecisionsEqualItems
from gxlint_national.tables.requests.cn301_requests_shape import RequestsShape
from gxlint_national.tables.requests.cn302_requests_label import RequestsLabel
from gxlint_national.tables.requests.cn303_row_cells import RowCells
from gxlint_national.tables.requests.cn304_request_value import RequestValue
from gxlint_national.tables.requests.cn305_row_total import RowTotal
from gxlint_national.tables.requests.cn306_outcomes_total import OutcomesTotal
from gxlint_national.tables.requests.cn307_balance import Balance
from gxlint_national.tables.requests.cn309_other_processing_rows import OtherProcessingRows
from gxlint_national.tables.requests.cn310_fee_unpaid_explained import FeeUnpaidExplained
from gxlint_national.tables.requests.cn311_blank_table import BlankTable
from gxlint_national.tables.requests.cn312_blank_and_zero import BlankAndZero

RULES: tuple[type[Rule], ...] = (
    ProactiveShape,
    ProactiveValue,
    InForceTooSmall,
    NoRulemakingPower,
    FeeMagnitude,
    DisclosedTotalTooSmall,
    ProactiveLabel,
    DecisionsEqualItems,
    RequestsShape,
    RequestsLabel,
    RowCells,
    RequestValue,
    RowTotal,
    OutcomesTotal,
    Balance,
    OtherProcessingRows,
    FeeUnpaidExplained,
    BlankTable,
    BlankAndZero,
    DisputesShape,
    DisputesTotal,
    DisputesValue,
    DirectLitigation,
)
