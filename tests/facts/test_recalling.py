"""A passage that was read before says the same again, about the paragraph in which it stands now."""

from typing import TYPE_CHECKING

from tests.facts.telling import facts_in, told

if TYPE_CHECKING:
    from gxlint.facts import Count

TEXT = (
    "2024年,我局收到政府信息公开申请36件(其中网上申请17件、信函申请19件),上年结转2件,比上年增加4件,"
    "办结35件,办结率92.1%;结转下年度继续办理3件。未收取任何费用。"
)


def test_same_text_elsewhere() -> None:
    first, second = facts_in(TEXT), facts_in(f"本段在前,把后文推到别处。\n\n{TEXT}")
    assert told(first) == told(second) != []
    moved = second.counts[0].span.start - first.counts[0].span.start
    assert moved > 0
    for before, after in zip(first.counts, second.counts, strict=True):
        assert (after.text, after.span.start) == (before.text, before.span.start + moved)


def test_copies_name_each_other() -> None:
    earlier = facts_in(TEXT).counts  # kept, so that no copy can take the place of one in memory
    facts = facts_in(f"本段在前,把后文推到别处。\n\n{TEXT}")
    own = {id(count) for count in facts.counts}
    named: list[Count | None] = []
    for count in facts.counts:
        named += [count.whole, *count.parts]
        assert all(part.whole is count for part in count.parts)
    for ratio in facts.ratios:
        named += [ratio.numerator, ratio.denominator]
    for change in facts.changes:
        named += [change.now, change.before]
    seen = {id(count) for count in named if count is not None}
    assert seen
    assert seen <= own
    assert not own & {id(count) for count in earlier}


def test_in_the_report_of_another_body_it_says_something_else() -> None:
    sentence = "2024年,县水务局收到政府信息公开申请36件。"
    ours = facts_in(sentence, organisation="青岭县水务局").counts
    theirs = facts_in(sentence, organisation="青岭县林业局").counts
    assert [count.scope for count in ours] != [count.scope for count in theirs]
