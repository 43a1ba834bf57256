"""Old and foreign kinds of documents, turned into today's by LibreOffice where it is installed."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gxlint.readers import errors
from gxlint.readers.errors import ReadError, Words
from gxlint.source.refusals import refusal

SECONDS = 120
"""Time a conversion may take. The first one of a machine takes some seconds."""
TARGETS = {
    "doc": ("doc", "docx"),
    "rtf": ("rtf", "docx"),
    "odt": ("odt", "docx"),
    "xls": ("xls", "xlsx"),
    "ods": ("ods", "xlsx"),
}
"""By the kind of a file: the ending it is given, and what it is turned into."""
_PROGRAMS = ("soffice", "libreoffice")
_FOLDERS = (
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
    "/Applications/LibreOffice.app/Contents/MacOS",
)
# A document is only looked at: it may run nothing, and ask for nothing elsewhere.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def converted(data: bytes, kind: str, name: str, what: Words) -> bytes:
    """A document as a .docx, or a workbook as a .xlsx.

    Args:
        data: what the file holds.
        kind: a key of ``TARGETS``.
        name: what to call it in messages.
        what: the words for its kind.

    Raises:
        ReadError: there is no LibreOffice, it cannot be run, or it could not read the file in time.
    """
    program = find()
    if program is None:
        raise ReadError(
            errors.NEEDS_LIBREOFFICE, {"path": name, "kind": what, "target": f".{TARGETS[kind][1]}"}
        )
    try:
        with tempfile.TemporaryDirectory(prefix="gxlint-", ignore_cleanup_errors=True) as folder:
            made = _convert(program, data, kind, Path(folder))
    except OSError as error:  # no room for temporary files, or the program may not be run
        raise ReadError(errors.UNREADABLE, {"path": name, "reason": Words(*refusal(error))}) from None
    if made is None:
        raise ReadError(errors.NOT_CONVERTED, {"path": name, "kind": what, "target": f".{TARGETS[kind][1]}"})
    return made


def find() -> str | None:
    """The program, or none where it is not installed."""
    return next(_candidates(), None)


def _candidates() -> Iterator[str]:
    for program in _PROGRAMS:
        # Windows looks in the current folder first, which may be anybody's.
        if (found := shutil.which(program)) and os.path.dirname(os.path.abspath(found)) != os.getcwd():
            yield found
        for folder in _FOLDERS:
            if found := shutil.which(program, path=folder):
                yield found


def _convert(program: str, data: bytes, kind: str, folder: Path) -> bytes | None:
    ending, target = TARGETS[kind]
    document = folder / f"document.{ending}"
    document.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"),
        *("--convert-to", target, "--outdir", str(folder / "out"), str(document)),
    ]
    if not _finished(command):
        return None
    made = folder / "out" / f"document.{target}"
    return made.read_bytes() if made.is_file() else None


def _finished(command: list[str]) -> bool:
    """Run a program that starts others; when its time is over, all of them are ended."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=sys.platform != "win32"
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)
        return False
    except BaseException:
        _end(process)
        raise
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        from signal import SIGKILL

        os.killpg(process.pid, SIGKILL)
    process.wait()
