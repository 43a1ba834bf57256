"""Completion scripts: what can be typed after ``gxlint``, told to each shell in its own words."""
