"""The commands, one module each with ``run(words, lang)``, which returns the exit code."""
