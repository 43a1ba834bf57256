"""gxlint: checks the annual open-government-information reports of Chinese government bodies."""

__version__ = "0.1.0"
