"""What the prose asserts."""
