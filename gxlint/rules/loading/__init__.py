"""The way a plugin comes in: admitted under a guard, asked through its hooks, and what it brings looked through."""
