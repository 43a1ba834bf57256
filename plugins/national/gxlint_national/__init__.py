"""National rules for annual reports on government information disclosure (全国基线)."""

from gxlint.rules import Provision, Rule, hookimpl

# The hook specification this plugin was written for.
GXLINT_SPEC = (1, 0)
GXLINT_PREFIX = "CN"


@hookimpl
def gxlint_rules() -> tuple[type[Rule], ...]:
    """The rules on structure (CN1xx), tables (CN2-4xx), figures (CN5xx), citations, wording, page (CN6xx, 8xx, 9xx)."""
    from gxlint_national import citations, figures, page, structure, tables, wording

    return (
        *structure.RULES,
        *tables.RULES,
        *figures.RULES,
        *citations.RULES,
        *wording.RULES,
        *page.RULES,
    )


@hookimpl
def gxlint_provisions() -> tuple[Provision, ...]:
    """The articles of the regulation and of the two format notices, and what else the rules rest on."""
    from gxlint_national.provisions import PROVISIONS

    return PROVISIONS
