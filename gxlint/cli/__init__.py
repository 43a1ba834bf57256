"""The command line. Nothing here is imported before the command that needs it is known."""
