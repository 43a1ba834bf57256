"""The official form as text: a blank report, or one piece of it."""
