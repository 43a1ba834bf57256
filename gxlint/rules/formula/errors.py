"""A formula that cannot be used, and where in it the reason stands."""

from gxlint.rules.info import Message


class FormulaError(ValueError):
    """What is wrong with a formula.

    ``at`` is the character, from 0, where that stands: of the formula, or ``in_at`` of the address to blame.
    """

    in_at = False

    def __init__(self, at: int, message: Message, /, **params: object) -> None:
        super().__init__(message.render(params, "en"))
        self.at, self.message, self.params = at, message, params

    def text(self, lang: str = "zh") -> str:
        """What is wrong, in the language asked for."""
        return self.message.render(self.params, lang)
