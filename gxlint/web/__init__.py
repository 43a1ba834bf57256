"""A page for browsers: the editor, served on this machine alone, and what it asks besides the protocol of editors."""
