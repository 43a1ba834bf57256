"""Wheels in real virtual environments, away from the checkout: what users get, whatever plugins do."""
