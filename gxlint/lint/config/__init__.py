"""Configuration: ``gxlint.toml``, or ``[tool.gxlint]`` in ``pyproject.toml``, found upwards from each file."""
