"""Lists of words as they are written down in this package: side by side, separated by spaces."""


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())
