"""Rules about the laws and notices that a report cites (CN6xx)."""

from gxlint.rules import Rule
from gxlint_national.citations.cn601_law_title import LawTitle
from gxlint_national.citations.cn602_document_number import DocumentNumber
from gxlint_national.citations.cn603_stale_document import StaleDocument
from gxlint_national.citations.cn604_undefined_abbreviation import UndefinedAbbreviation
from gxlint_national.citations.cn605_outdated_principle import OutdatedPrinciple
from gxlint_national.citations.cn606_article_number import ArticleNumber
from gxlint_national.citations.cn607_decree_number import DecreeNumber

RULES: tuple[type[Rule], ...] = (
    LawTitle,
    DocumentNumber,
    StaleDocument,
    UndefinedAbbreviation,
    OutdatedPrinciple,
    ArticleNumber,
    DecreeNumber,
)
