"""Tests of gxlint; the folders mirror the package."""
