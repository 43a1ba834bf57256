"""Back into Word documents."""
