"""What there is to say about a rule: one page, written as Markdown or for the terminal."""
