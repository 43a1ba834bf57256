"""What speaks for which fiscal year, and which year can be relied on when one of the places is in doubt."""

from gxlint.model import Report

# How much each place weighs when places disagree; the model weighs them the same way.
_WEIGHTS = {"option": 9, "title": 3, "period": 2, "preamble": 2, "prose": 1, "signature": 1, "published": 1}


def year_without(report: Report, *doubted: str) -> int | None:
    """The fiscal year by evidence from elsewhere than the doubted places; none on a tie or without any."""
    votes: dict[int, int] = {}
    for item in report.evidence:
        if item.about == "year" and item.reason not in doubted:
            votes[int(item.value)] = votes.get(int(item.value), 0) + _WEIGHTS.get(item.reason, 1)
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def is_certain(report: Report, year: int, *doubted: str) -> bool:
    """Whether the title says so, or two different places do."""
    reasons = {
        item.reason
        for item in report.evidence
        if item.about == "year" and item.reason not in doubted and int(item.value) == year
    }
    return bool(reasons & {"title", "option"}) or len(reasons) > 1


def weight_of(report: Report, year: int, *doubted: str) -> int:
    """How much speaks for a year, the doubted places left out."""
    return sum(
        _WEIGHTS.get(item.reason, 1)
        for item in report.evidence
        if item.about == "year" and item.reason not in doubted and int(item.value) == year
    )
