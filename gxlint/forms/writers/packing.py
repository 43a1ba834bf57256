"""Office files that come out the same, byte by byte, whenever they are written."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MOMENT = "2000-01-01T00:00:00Z"
"""When all files were written that nothing is known of."""
_PACKED = (1980, 1, 1, 0, 0, 0)
_WRITTEN = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(?=</dcterms:)")


def steady(data: bytes) -> bytes:
    """The package with one and the same time in all places that hold one."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _WRITTEN.sub(rb"\g<1>" + MOMENT.encode(), part)
            info = ZipInfo(name, _PACKED)
            info.create_system = 0  # on every system the same
            new.writestr(info, part, ZIP_DEFLATED)
    return made.getvalue()
