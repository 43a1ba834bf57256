"""Where the log goes: to a file if the user names one, else what is serious to the error stream."""

import logging

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _OneLine(logging.Formatter):
    """Without traceback: editors show what stands there."""

    def format(self, record: logging.LogRecord) -> str:
        return f"gxlint server: {record.getMessage()}"


def start_log(path: str | None, *, verbose: bool) -> None:
    """Begin to log.

    Args:
        path: the file; lines are added to it.
        verbose: whether to log every message, too.

    Raises:
        OSError: the file cannot be written.
    """
    handler: logging.Handler
    if path is None:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_LINE) if verbose else _OneLine())
    else:
        handler = logging.FileHandler(path, encoding="utf-8")
        handler.setFormatter(logging.Formatter(_LINE))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.WARNING)
    # pygls tells of every request that failed, with a traceback; ours are in the log already.
    logging.getLogger("pygls").setLevel(logging.DEBUG if verbose else logging.CRITICAL)
    logging.getLogger("asyncio").setLevel(logging.WARNING)
