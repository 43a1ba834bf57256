"""Tests of the rule framework and of plugin loading."""
