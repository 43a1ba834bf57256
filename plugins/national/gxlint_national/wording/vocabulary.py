"""One look at the prose for all the slips and terms that the rules know."""

from gxlint.model import Report
from gxlint_national.wording.line_by_line import line_by_line
from gxlint_national.wording.presence import Presence
from gxlint_national.wording.prose import prose
from gxlint_national.wording.slip_table import FRAGMENTS, MISSING_WORDS
from gxlint_national.wording.slips import Found, SlipTable
from gxlint_national.wording.term_table import WRONG_TERMS

_ALL = SlipTable((*MISSING_WORDS, *WRONG_TERMS, *FRAGMENTS))
_TERMS = frozenset(slip.wrong for slip in WRONG_TERMS)


def missing_words(report: Report) -> list[Found]:
    """Words with a character too few or too many, and broken sentences (without a correction), in text order."""
    return [found for found in report.once(_found) if found.slip.wrong not in _TERMS]


def wrong_terms(report: Report) -> list[Found]:
    """Terms that are not the regulation's, in text order."""
    return [found for found in report.once(_found) if found.slip.wrong in _TERMS]


def _found(report: Report) -> list[Found]:
    return list(_slips_in(prose(report).text))


@line_by_line
def _slips_in(text: str) -> list[Found]:
    return _ALL.slips_in(Presence(text))
