"""A report written tidily: tables in columns, labels in official wording, cells filled in; nothing it says changes."""
