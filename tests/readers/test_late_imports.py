"""Reading a plain text loads nothing that only other files need."""

import subprocess
import sys

SCRIPT = """
import sys
from gxlint.readers import read_bytes
read_bytes("一、总体情况，２０２４年\\n规章 | 0 |\\n".encode(), "甲.txt")
late = {"selectolax", "opencc", "html", "unicodedata", "gxlint.readers.html", "gxlint.source.traditional"}
print(sorted(late & set(sys.modules)))
"""


def test_plain_text_loads_no_libraries() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
