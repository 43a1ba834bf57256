"""``python -m gxlint``."""

from gxlint.cli.main import run

if __name__ == "__main__":
    run()
