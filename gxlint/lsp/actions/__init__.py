"""What the server offers to change: one kind of offer, one module."""

from gxlint.lsp.actions import (
    accept,
    fill_blanks,
    fix_all,
    insert_missing,
    open_rule_page,
    quick_fix,
    recompute_totals,
)

ACTIONS = (
    quick_fix.ACTION,
    fix_all.ACTION,
    insert_missing.ACTION,
    recompute_totals.ACTION,
    fill_blanks.ACTION,
    accept.ACTION,
    open_rule_page.ACTION,
)
