"""What is known and meant: accepted exceptions, baselines, and marks in Markdown drafts."""
