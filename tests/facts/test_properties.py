"""Whatever a text says: nothing raises, every place lies inside, numbers stand where they are said to stand."""

from hypothesis import example, given
from hypothesis import strategies as st

from gxlint.facts import Facts, facts_of
from gxlint.facts.lexer import tokens
from gxlint.facts.numerals import number
from gxlint.facts.tree import Branch, parse
from gxlint.facts.words import vocabulary
from tests.facts.telling import facts_in, told
from tests.support.reading import report_of

_SCRAPS = (
    *"一二三十百万零0123456789,。;:、()《》〔〕[]%.~-件条次份元余约近多少年月日号第令各均未无",
    *(
        "2024年",
        "36件",
        "1,234条",
        "20%",
        "(一)",
        "1.",
        "一是",
        "〔2021〕30号",
        "令第711号",
        "第五十条",
        "较上年",
        "\n",
    ),
)
_WORDS = st.sampled_from([*_SCRAPS, *_SCRAPS, *sorted(vocabulary().meanings)])
SENTENCES = st.lists(_WORDS, max_size=40).map("".join)


def _check(facts: Facts) -> None:
    for fact in facts:
        text = fact.paragraph.text
        assert 0 <= fact.start <= fact.end <= len(text)
        assert fact.text == text[fact.start : fact.end]
        assert fact.paragraph.span.start <= fact.span.start <= fact.span.end <= fact.paragraph.span.end
    for count in facts.counts:
        assert count.start <= count.number_start <= count.number_end <= count.end
        assert count.value >= 0
        if not count.zero_statement:
            assert number(count.number_text) == count.value
        assert all(part.whole is count for part in count.parts)
        assert count.whole is None or count in count.whole.parts
    for ratio in facts.ratios:
        written = ratio.paragraph.text[ratio.number_start : ratio.number_end]
        assert float(written) in (ratio.value, ratio.value * 10)
        assert len(written.partition(".")[2]) == ratio.decimals
        assert (ratio.numerator is None) == (ratio.denominator is None)
    for change in facts.changes:
        if change.amount is not None:
            assert number(change.paragraph.text[change.amount_start : change.amount_end]) == change.amount
        if change.percent is not None:
            assert float(change.paragraph.text[change.percent_start : change.percent_end]) == change.percent
    for cited in facts.citations:
        assert cited.paragraph.text[cited.title_start : cited.title_end] == cited.title
    for enumeration in facts.enumerations:
        ordinals = [item.ordinal for item in enumeration.items]
        assert ordinals == sorted(set(ordinals))


@given(SENTENCES)
@example("36件")
@example("没有行政处罚")
@example("一(一)0")
def test_any_mixture_of_words(text: str) -> None:
    _check(facts_in(text))


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    _check(facts_of(report_of(f"一、总体情况\n{text}")))


@given(SENTENCES)
def test_leaves_are_the_tokens(text: str) -> None:
    parsed = parse(text)
    assert tuple(_leaves(parsed.tree)) == parsed.words
    ends = [0, *(word.end for word in parsed.words)]
    assert all(end <= word.start < word.end for end, word in zip(ends, parsed.words, strict=False))


def _leaves(tree: Branch) -> list[object]:
    found: list[object] = []
    for child in tree.children:
        found += _leaves(child) if isinstance(child, Branch) else [child]
    return found


@given(SENTENCES)
def test_tokens_do_not_depend_on_digits(text: str) -> None:
    assert tokens(text) == tokens(text.translate(str.maketrans("123456789", "0" * 9)))


@given(SENTENCES, st.permutations("0123456789"))
def test_what_was_read_before_changes_nothing(text: str, digits: list[str]) -> None:
    """Sentences are remembered by their shape: another one with other digits must not show through."""
    first = told(facts_in(text))
    facts_in(text.translate(str.maketrans("0123456789", "".join(digits)))).of("received")
    assert told(facts_in(text)) == first


def test_places_in_wrapped_and_full_width_text() -> None:
    head = "青岭县水务局2024年政府信息公开工作年度报告\n一、总体情况\n"
    text = head + "2024 年,我局共收到政府信息公开\u3000申请 36 件(其中网上申请 17 件)。"
    report = report_of(text)
    whole, part = facts_of(report).counts
    assert [report.document.raw(count.number_span) for count in (whole, part)] == ["36", "17"]
    assert report.document.raw(part.span) == "网上申请 17 件"


def test_traditional_text_is_read_alike() -> None:
    facts = facts_in("2024年,本機關共收到政府信息公開申請36件,均已按時答復;無行政複議、行政訴訟案件。")
    assert [(count.subject, count.value) for count in facts.counts] == [
        ("received", 36),
        ("reconsideration", 0),
        ("litigation", 0),
    ]
    assert [statement.subject for statement in facts.statements] == ["all_closed"]
