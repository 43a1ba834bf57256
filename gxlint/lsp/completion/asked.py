"""What completion is asked for: the place, what has been typed there, what is known of the report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from gxlint.formats import Catalogue, Format, official_formats
from gxlint.forms.layout import MARKDOWN, Layout, layout_of
from gxlint.forms.levels import level_of
from gxlint.forms.wording import Filling
from gxlint.lsp.completion.matching import plain
from gxlint.lsp.completion.surroundings import Surroundings, surroundings, title_of
from gxlint.rules.law_book import LawBook

if TYPE_CHECKING:
    from gxlint.formats import Advice
    from gxlint.model import Report

NO_LAWS = LawBook(())
_TELLING = 400  # lines


class Asked:
    """A place in a document.

    Attributes:
        lines: the document as it stands, with line ends.
        line, column: the caret; columns count code points.
        catalogue: the formats known so far.
        laws: the laws and notices known so far.
        report: what was last recognised in the document, which may be an earlier state of it.
        explicit: the user has asked for it; otherwise he has typed something.
        advice: what the region adds to a blank report; worked out only where there may be one.
        layout: how a new report is written here.
        body: the issuing body of a report that does not say which; worked out only where it may be blank.
        last_year: the fiscal year of a report that does not say which.
        lang: the language of what is told about an offer.
    """

    def __init__(
        self,
        lines: list[str],
        line: int,
        column: int,
        *,
        catalogue: Catalogue | None = None,
        laws: LawBook = NO_LAWS,
        explicit: bool = True,
        report: Report | None = None,
        advice: tuple[Advice, ...] = (),
        layout: Layout = MARKDOWN,
        last_year: int = 0,
        lang: str = "zh",
    ) -> None:
        """A place; the rest is found out when it is asked for."""
        self.lines, self.line, self.column = lines, line, column
        self.catalogue = official_formats() if catalogue is None else catalogue
        self.laws, self.explicit, self.report = laws, explicit, report
        self._layout = layout
        self.advice, self.last_year, self.lang = advice, last_year, lang
        self.body = ""

    @property
    def before(self) -> str:
        """The line up to the caret."""
        return self.lines[self.line][: self.column]

    @property
    def after(self) -> str:
        """The line from the caret on, without its line end."""
        return self.lines[self.line][self.column :].rstrip("\r\n")

    @cached_property
    def form(self) -> Format:
        """The format of the report's year; the newest one where it does not say."""
        return self.catalogue.for_year(self.filling.year) or self.catalogue.latest

    @cached_property
    def filling(self) -> Filling:
        """What is known of the report."""
        year, organisation = title_of(self.lines)
        if self.report is not None:
            year = year or self.report.year
            organisation = organisation or self.report.organisation or ""
        organisation = organisation or self.body
        return Filling(year or self.last_year, organisation, level_of(organisation))

    @cached_property
    def around(self) -> Surroundings:
        """Where in the report this is."""
        return surroundings(self.lines, self.line, self.form)

    @cached_property
    def layout(self) -> Layout:
        """How the document is written, to judge by its beginning."""
        text = "".join(self.lines[:_TELLING])
        return layout_of(text) if text.strip() else self._layout

    @cached_property
    def written(self) -> str:
        """All that is written, as it is compared."""
        return plain("".join(self.lines))

    def overtaken(self, text: str, start: int) -> int:
        """Where an offer ends: behind what stands right of the caret if the offer says that, too.

        Args:
            text: what would be inserted.
            start: where it would begin.
        """
        rest = self.after
        shared = next(
            (size for size in range(min(len(rest), len(text)), 0, -1) if text.endswith(rest[:size])), 0
        )
        # A full stop or a bar that many texts end with says nothing.
        typed = self.column - start
        return self.column + shared if shared > 1 or (shared and typed + shared >= len(text)) else self.column
