"""How ``inspect`` shows a report: one module a format, each with ``show(report, lang)``."""
