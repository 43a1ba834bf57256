"""National rules for annual reports on government information disclosure (全国基线)."""

from gxlint.rules import Provision, Rule, hookimpl

# The hook specification this plugin was written for.
GXLINT_SPEC = (1, 0)
GXLINT_PREFIX = "CN"


@hookimpl
def gxlint_rules() -> tuple[type[Rule], ...]:
    """The rules on structure (CN1xx), tables (CN2xx to CN4xx), citations (CN6xx) and the page (CN9xx)."""
    from gxlint_national import citations, page, structure, tables

    return (*structure.RULES, *tables.RULES, *citations.RULES, *page.RULES)


@hookimpl
def gxlint_provisions() -> tuple[Provision, ...]:
    """The articles of the regulation and of the two format notices, and what else the rules rest on."""
    from gxlint_national.provisions import PROVISIONS

    return PROVISIONS
