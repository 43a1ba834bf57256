"""gxlint in real editors, without a screen. ``python -m tests.editors`` installs them and runs all of it."""
