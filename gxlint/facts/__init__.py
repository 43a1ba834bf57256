"""What the prose of a report asserts: counts, ratios, changes, dates, citations, enumerations.

``facts_of(report)`` gives the ``Facts`` of a report, once per report (through ``report.once``); each kind is read when it
is first asked for::

    facts = facts_of(report)
    for count in facts.of("received"):         # whole counts of this subject; channels and partial counts left out
        if count.firm: ...                     # exact, this year, this body, about disclosure
    facts.counts                               # every count in text order, parts included (count.whole, count.parts)
    facts.statements, facts.ratios, facts.changes
    facts.dates, facts.periods, facts.openings
    facts.citations, facts.numbers, facts.decrees, facts.enumerations

Subjects of counts: received, handled (办理…件: received or closed, it is not said), closed, carried_over, carried_forward;
the outcome rows of ``table_requests`` (granted, partially_granted, denied, denied.state_secret, unavailable …);
reconsideration, litigation, litigation_direct, litigation_after_reconsideration (with .upheld, .corrected,
.other_result, .pending), disputes (both kinds in one number); normative_documents and regulations (``count.measure``:
issued, repealed, in_force, disclosed); licensing, penalties, compulsory_measures, administrative_fees; disclosed_total,
disclosed_website, disclosed_social_media, disclosed_other, gazette_issues; policy_interpretations, public_responses,
trainings, proposals; processing_fee.notices, .amount_notified, .amount_collected; other (``count.label`` says of what).
Amounts of money are in 元: 12.5万元 is 125000.

A zero said in words (未收到政府信息公开申请, 无行政复议) is a count of value 0 with ``zero_statement``.

How it works: ``lexer`` turns a sentence into few tokens, the prepared tables of ``grammars/facts.lark`` make a tree of
them (``tree``, remembered by the sentence without its digits), and ``narrator`` walks it and binds each number to the
words that name it (``binding``, ``clues``, ``meaning``); ``references``, ``times`` and ``listing`` read the rest.
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
