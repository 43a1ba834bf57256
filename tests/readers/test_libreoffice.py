"""Old kinds of documents, by way of LibreOffice: where it is, where it is not, and where it hangs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gxlint.readers import Document, ReadError, errors, libreoffice, read_bytes
from gxlint.testing.forms import blank_report
from tests.support.excel_files import xlsx
from tests.support.word_files import docx, numbered, packed, paragraph, plain

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture
def pretender(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of LibreOffice; its text is to be written by the test."""
    if sys.platform == "win32":
        pytest.skip("needs a shell")
    program = tmp_path / "soffice"
    monkeypatch.setattr(libreoffice, "find", lambda: str(program))
    return program


def script(program: Path, text: str) -> None:
    program.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    program.chmod(0o755)


def problem(data: bytes, name: str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return caught.value


def test_without_it_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    error = problem(OLD, "报告.wps")
    assert error.problem is errors.NEEDS_LIBREOFFICE
    assert "安装 LibreOffice" in error.text()
    assert "另存为 .docx" in error.text()
    assert ".xlsx" in problem(OLD, "报告.et").text("en")


def test_what_it_makes_is_read(pretender: Path, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(packed(paragraph("一、总体情况")))
    # The last word but one is the folder to write to, the last the document.
    script(
        pretender,
        f'for word; do folder=$last; last=$word; done; mkdir "$folder"; cp {tmp_path}/made.docx "$folder"/document.docx',
    )
    document = read_bytes(OLD, "报告.doc")
    assert (document.source.text, document.kind, document.path) == ("一、总体情况\n", "doc", "报告.doc")


def test_it_may_run_nothing_and_has_a_profile_of_its_own(pretender: Path, tmp_path: Path) -> None:
    settings = '"${1#-env:UserInstallation=file://}"/user/registrymodifications.xcu'
    script(pretender, f'echo "$@" > {tmp_path}/words; cp {settings} {tmp_path}/settings')
    assert problem(OLD, "报告.doc").problem is errors.NOT_CONVERTED
    assert "--headless" in (tmp_path / "words").read_text()
    assert "DisableMacrosExecution" in (tmp_path / "settings").read_text()


def test_one_that_hangs_is_ended_with_all_it_started(
    pretender: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "SECONDS", 0.5)
    script(pretender, f"sleep 60 & echo $! > {tmp_path}/child; sleep 60")
    assert problem(OLD, "报告.doc").problem is errors.NOT_CONVERTED
    child = (tmp_path / "child").read_text().strip()
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False
    ).stdout
    assert state.strip()[:1] in ("", "Z")


def _real(data: bytes, source: str, target: str, tmp_path: Path) -> bytes:
    program = libreoffice.find()
    if program is None:
        pytest.skip("needs LibreOffice")
    (tmp_path / f"a.{source}").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [
        program,
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(tmp_path),
        str(tmp_path / f"a.{source}"),
    ]
    subprocess.run(words, capture_output=True, timeout=120, check=False)
    made = tmp_path / f"a.{target}"
    if not made.exists():
        pytest.skip(f"this LibreOffice writes no .{target}")
    return made.read_bytes()


def _same(one: Document, other: Document) -> None:
    squeezed = [line.replace(" ", "") for line in other.source.text.split("\n")]
    assert [line.replace(" ", "") for line in one.source.text.split("\n")] == squeezed


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_real_documents(ending: str, tmp_path: Path) -> None:
    # LibreOffice loses what is between the numbers of a list when it writes RTF.
    data = docx(blank_report(), plain if ending == "rtf" else numbered)
    old = _real(data, "docx", ending, tmp_path)
    _same(read_bytes(old, f"报告.{ending}"), read_bytes(data, "报告.docx"))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_real_workbooks(ending: str, tmp_path: Path) -> None:
    data = xlsx(blank_report())
    old = _real(data, "xlsx", ending, tmp_path)
    _same(read_bytes(old, f"报告.{ending}"), read_bytes(data, "报告.xlsx"))


def test_it_is_found_where_it_is_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program, path=None: "/x/soffice" if path is None else None)
    assert libreoffice.find() == "/x/soffice"
    monkeypatch.setattr(shutil, "which", lambda program, path=None: None)
    assert libreoffice.find() is None


def test_one_in_the_current_folder_is_never_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shutil, "which", lambda program, path=None: None if path else str(tmp_path / program))
    assert libreoffice.find() is None


def test_one_that_may_not_be_run_is_told_of(pretender: Path) -> None:
    pretender.write_text("#!/bin/sh\n", encoding="utf-8")  # which nobody may execute
    error = problem(OLD, "报告.doc")
    assert error.problem is errors.UNREADABLE
    assert "没有权限" in error.text()
    assert "no permission" in error.text("en")
