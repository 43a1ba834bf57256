"""Runs the rules over a report and says how each of them ended."""
