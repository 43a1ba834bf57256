"""Workbooks (.xlsx): what their visible sheets show, row by row."""

from gxlint.readers.office.excel.reader import read_xlsx

__all__ = ["read_xlsx"]
