"""The kinds of checks that a declaration can ask for, a module for each family of them."""
