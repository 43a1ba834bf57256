"""What is told of the thing under the pointer: one module for each kind of thing.

Each is a function of the document and the place that is pointed at. All that have something to say are heard, in
this order; they answer from what is known and compute nothing expensive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.hovers import cell, citation, figure, heading, label, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gxlint.lsp.hovers.hover import Told
    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot

HOVERS: tuple[Callable[[Reading, Spot], Iterable[Told]], ...] = (
    cell.told,
    label.told,
    heading.told,
    figure.told,
    citation.told,
    rule.told,
)
