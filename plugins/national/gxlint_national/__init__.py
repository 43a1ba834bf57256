"""National rules for annual reports on government information disclosure (全国基线)."""

from typing import TYPE_CHECKING

from gxlint.rules import Law, Provision, Rule, hookimpl

if TYPE_CHECKING:
    from gxlint.rules.links import Linker

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


@hookimpl
def gxlint_laws() -> tuple[Law, ...]:
    """The register of laws and notices that reports cite."""
    from gxlint_national.citations.laws import laws

    return laws()


@hookimpl
def gxlint_links() -> "tuple[Linker, ...]":
    """The figures that the rules on figures hold against the tables."""
    from gxlint_national.figures.links import links

    return (links,)
