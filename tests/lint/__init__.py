"""Tests of the linter, the session and the fixes."""
