"""The folders that the client works in: what holds in each, and what is known of the files that are not open."""
