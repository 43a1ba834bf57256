"""Dates, periods and the years that open sentences."""

import pytest

from tests.facts.telling import facts_in


@pytest.mark.parametrize(
    ("text", "date", "valid"),
    [
        ("2024年2月29日召开会议。", (2024, 2, 29), True),
        ("2023年2月29日召开会议。", (2023, 2, 29), False),
        ("2024年13月5日召开会议。", (2024, 13, 5), False),
        ("11月31日召开会议。", (None, 11, 31), False),
        ("2024年6月召开会议。", (2024, 6, None), True),
        ("二〇二四年召开会议。", (2024, None, None), True),
    ],
)
def test_dates(text: str, date: tuple[int | None, int | None, int | None], valid: bool) -> None:
    (found,) = facts_in(text).dates
    assert ((found.year, found.month, found.day), found.valid) == (date, valid)


@pytest.mark.parametrize(
    "text",
    [
        "自2024年1月1日起至2024年12月31日止。",
        "自2024年1月1日至12月31日。",
        "2024年1月1日—12月31日,",
        "2024年1月1日-2024年12月31日",
    ],
)
def test_periods(text: str) -> None:
    (period,) = facts_in(text).periods
    assert (period.first.year, period.first.month, period.first.day) == (2024, 1, 1)
    assert (period.last.year, period.last.month, period.last.day) == (2024, 12, 31)


def test_impossible_end_of_a_period() -> None:
    (period,) = facts_in("自2023年1月1日至2月29日。").periods
    assert (period.first.valid, period.last.valid) == (True, False)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年,我局加强公开。", [2024]),
        ("2024年度,我局加强公开。", [2024]),
        ("2024年我局加强公开。", [2024]),
        ("2024年以来,加强公开。", [2024]),
        ("2024年全县加强公开。", [2024]),
        ("一是2023年,建立机制。2024年,完善机制。", [2023, 2024]),
        ("二〇二四年,我局加强公开。", [2024]),
        ("2023年建成的公文库持续更新。", []),
        ("2024年1月召开会议。", []),
        ("截至2024年,累计公开信息。", []),
        ("落实《2024年政务公开工作要点》。", []),
        ("较2023年有所增加。", []),
    ],
)
def test_openings(text: str, years: list[int]) -> None:
    assert [opening.year for opening in facts_in(text).openings] == years


def test_since() -> None:
    assert [opening.since for opening in facts_in("2024年以来,加强公开。2024年,加强公开。").openings] == [
        True,
        False,
    ]
