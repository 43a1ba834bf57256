"""Back into the document."""
