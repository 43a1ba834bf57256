"""The calendar of events that reports refer to: meetings, campaigns, plans. To be continued year by year."""

from gxlint.source.record import Record

Day = tuple[int, int, int]


class Event(Record, frozen=True):
    """Something that a report can only look back on once it has happened.

    ``names`` are the ways it is written, ``begun`` its first day. An event that is long announced (a congress, a plenary
    session) is spoken of before it happens too: 迎接党的二十大.
    """

    title: str
    names: tuple[str, ...]
    begun: Day
    announced: bool = False


def _plenum(congress: str, number: str, begun: Day) -> Event:
    name = f"{congress}届{number}中全会"
    return Event(f"党的{name}", (name,), begun, announced=True)


def _people(congress: str, number: str, begun: Day) -> Event:
    name = f"{congress}届全国人大{number}次会议"
    return Event(name, (name, f"{congress}届全国人民代表大会第{number}次会议"), begun, announced=True)


def _discipline(congress: str, number: str, begun: Day) -> Event:
    name = f"{congress}届中央纪委{number}次全会"
    return Event(name, (name,), begun, announced=True)


EVENTS = (
    Event("党的十九大", ("十九大精神", "十九大报告"), (2017, 10, 18)),
    _plenum("十九", "四", (2019, 10, 28)),
    _plenum("十九", "五", (2020, 10, 26)),
    _plenum("十九", "六", (2021, 11, 8)),
    _plenum("十九", "七", (2022, 10, 9)),
    Event("党的二十大", ("二十大", "第二十次全国代表大会"), (2022, 10, 16), announced=True),
    _plenum("二十", "一", (2022, 10, 23)),
    _plenum("二十", "二", (2023, 2, 26)),
    _plenum("二十", "三", (2024, 7, 15)),
    _plenum("二十", "四", (2025, 10, 20)),
    _people("十三", "三", (2020, 5, 22)),
    _people("十三", "四", (2021, 3, 5)),
    _people("十三", "五", (2022, 3, 5)),
    _people("十四", "一", (2023, 3, 5)),
    _people("十四", "二", (2024, 3, 5)),
    _people("十四", "三", (2025, 3, 5)),
    _people("十四", "四", (2026, 3, 5)),
    _discipline("十九", "四", (2020, 1, 13)),
    _discipline("十九", "五", (2021, 1, 22)),
    _discipline("十九", "六", (2022, 1, 18)),
    _discipline("二十", "二", (2023, 1, 9)),
    _discipline("二十", "三", (2024, 1, 8)),
    _discipline("二十", "四", (2025, 1, 6)),
    Event("“不忘初心、牢记使命”主题教育", ("不忘初心、牢记使命”主题教育",), (2019, 5, 31)),
    Event("党史学习教育", ("党史学习教育",), (2021, 2, 20)),
    Event(
        "庆祝建党100周年", ("建党100周年", "建党一百周年", "成立100周年大会"), (2021, 7, 1), announced=True
    ),
    Event(
        "学习贯彻习近平新时代中国特色社会主义思想主题教育",
        ("习近平新时代中国特色社会主义思想主题教育",),
        (2023, 4, 3),
    ),
    Event("党纪学习教育", ("党纪学习教育",), (2024, 4, 3)),
    Event(
        "深入贯彻中央八项规定精神学习教育",
        ("中央八项规定精神学习教育", "八项规定精神学习教育"),
        (2025, 3, 17),
    ),
    Event(
        "“十四五”规划纲要",
        ("十四五”规划纲要", "十四五”规划和2035年远景目标纲要"),
        (2021, 3, 11),
        announced=True,
    ),
    Event("“十五五”规划建议", ("十五五”规划建议", "第十五个五年规划的建议"), (2025, 10, 23), announced=True),
)
"""Those that some report since 2019 can be too early for, in groups."""

FIVE_YEAR_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
"""Each plan with its first year."""
