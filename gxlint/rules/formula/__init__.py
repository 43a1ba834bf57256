"""The formula language of rule packs: conditions over cells, figures of the prose, and last year's cells.

``table_requests.received.total + table_requests.carried_over.total = table_requests.outcomes_total.total``; the grammar
is ``grammars/formula.lark``, the manual ``docs/rule-packs.md``. A formula is compiled to closures; nothing is ever
evaluated as code.
"""

from gxlint.rules.formula.errors import FormulaError
from gxlint.rules.formula.formula import Fault, Formula, compile_formula
from gxlint.rules.formula.values import Unknown, shown

__all__ = ["Fault", "Formula", "FormulaError", "Unknown", "compile_formula", "shown"]
