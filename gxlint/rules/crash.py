"""What went wrong inside foreign code, in one line a user can pass on."""

from types import TracebackType

_LONGEST = 200
# Frames that only led to the foreign code say nothing about it.
_ON_THE_WAY = ("importlib", "pluggy", "gxlint.rules", "gxlint.lint.outcomes")


def describe(error: BaseException) -> str:
    """Kind, text and place of an error, as in ``KeyError: 'total'(gxlint_gs.row_total:31)``. Never raises."""
    try:
        text = " ".join(str(error).split())
    except Exception:  # the error's own __str__ is foreign code too
        text = ""
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    what = f"{type(error).__name__}: {text}" if text else type(error).__name__
    place = _place(error.__traceback__)
    return f"{what}({place})" if place else what


def _place(traceback: TracebackType | None) -> str:
    """Module and line of the innermost frame of foreign code."""
    place = ""
    while traceback is not None:
        module = str(traceback.tb_frame.f_globals.get("__name__", ""))
        if not any(module == name or module.startswith(f"{name}.") for name in _ON_THE_WAY):
            place = f"{module}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
