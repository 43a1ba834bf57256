"""Dates of a report. They are shown as written, impossible ones too."""


def iso(date: tuple[int, int, int]) -> str:
    """``2024-01-31``."""
    year, month, day = date
    return f"{year:04}-{month:02}-{day:02}"
