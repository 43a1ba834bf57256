"""Tests of the project itself: its rooms, its examples, its documentation."""
