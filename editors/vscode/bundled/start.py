"""Starts the gxlint that lies beside this file. Any Python can read this: one that is too old has to be told so."""

import os
import sys
import sysconfig

_HERE = os.path.dirname(os.path.abspath(__file__))
_WHEELS = os.path.join(_HERE, "wheels")
_UNFIT = 3  # as the extension knows it


def _refuse(text):
    sys.stderr.write(text + "\n")
    sys.exit(_UNFIT)


def _check():
    """Leave with a word where this Python is not one of those that there are compiled parts for."""
    version = ".".join(str(part) for part in sys.version_info[:2])
    known = sorted(name[2:] for name in os.listdir(_WHEELS) if name.startswith("cp"))
    if version.replace(".", "") not in known:
        _refuse(
            "Python " + version + " (gxlint: " + ", ".join(name[0] + "." + name[1:] for name in known) + ")"
        )
    with open(os.path.join(_WHEELS, "machine")) as file:
        wanted = file.read().split()
    platform = sysconfig.get_platform()
    if not any(
        platform.startswith(wanted[0]) and platform.endswith(end) for end in (*wanted[1:], "universal2")
    ):
        _refuse("Python " + version + " " + platform + " (gxlint: " + "-".join(wanted) + ")")
    return "cp" + version.replace(".", "")


sys.path[:0] = [os.path.join(_WHEELS, _check()), os.path.join(_WHEELS, "common")]

if __name__ == "__main__":
    from gxlint.cli.main import run

    run()
