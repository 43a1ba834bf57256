"""What the prose of a report asserts: counts, ratios, changes, dates, citations, enumerations.

``facts_of(report)`` reads all prose once per report (through ``report.once``) and gives a ``Facts``::

    facts = facts_of(report)
    for count in facts.of("received"):         # whole counts of this subject; channels and partial counts left out
        if count.firm: ...                     # exact, this year, this body, about disclosure
    facts.counts                               # every count in text order, parts included (count.whole, count.parts)
    facts.ratios, .changes, .statements, .dates, .periods, .openings, .citations, .numbers, .decrees, .enumerations

Subjects: received, handled (办理…件, which of both is not said), closed, carried_over, carried_forward, the outcome rows
of ``table_requests`` (granted, partially_granted, denied, denied.state_secret, unavailable …, outcomes_total),
reconsideration and litigation (with .upheld, .corrected, .other_result, .pending), disputes (both in one number),
litigation_direct, litigation_after_reconsideration, normative_documents and regulations (``count.measure``: issued,
repealed, in_force, disclosed), licensing, penalties, compulsory_measures, administrative_fees, disclosed_total,
disclosed_website, disclosed_social_media, gazette_issues, policy_interpretations, public_responses, trainings,
proposals, processing_fee.notices / amount_notified / amount_collected, other.

A zero said in words (未收到政府信息公开申请, 无行政复议) is a count of value 0 with ``zero_statement``.
"""

from gxlint.facts.fact import (
    Article,
    Change,
    Citation,
    Count,
    DateFact,
    Decree,
    DocumentNumber,
    Enumeration,
    Fact,
    Item,
    PeriodFact,
    Ratio,
    Statement,
    YearOpening,
)
from gxlint.facts.facts import Facts
from gxlint.facts.reader import facts_of

__all__ = [
    "Article",
    "Change",
    "Citation",
    "Count",
    "DateFact",
    "Decree",
    "DocumentNumber",
    "Enumeration",
    "Fact",
    "Facts",
    "Item",
    "PeriodFact",
    "Ratio",
    "Statement",
    "YearOpening",
    "facts_of",
]
