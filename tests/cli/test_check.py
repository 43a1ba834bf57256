"""``gxlint check`` where a scenario cannot say it: bytes, encodings, places, streams."""

import json
from pathlib import Path

import pytest

from gxlint.lint.session import Session
from tests.cli.running import good_text, gxlint, write

WRONG = ("28 | 1 | 0 | 0 | 0 | 0 | 29", "28 | 1 | 0 | 0 | 0 | 0 | 30")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_json_points_into_the_source_and_its_edit_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the normalised text leaves out or has otherwise stands before the place.
    text = good_text().replace(*WRONG).replace("(一)予以公开 | 28", "(\u200b一)予以公开\u3000| \uff12\uff18")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ran = gxlint(monkeypatch, "check", "a.txt", "--output-format", "json")
    made = json.loads(ran.out)
    (file,) = made["files"]
    (found,) = [item for item in file["diagnostics"] if item["code"] == "CN305"]
    lines = text.split("\n")
    start, end = found["range"]["start"], found["range"]["end"]
    assert lines[start["line"]][start["character"] : end["character"]] == "30"
    (edit,) = found["fix"]["edits"]
    place = edit["range"]
    line = lines[place["start"]["line"]]
    lines[place["start"]["line"]] = (
        line[: place["start"]["character"]] + edit["new_text"] + line[place["end"]["character"] :]
    )
    (tmp_path / "b.txt").write_text("\n".join(lines), encoding="utf-8")
    assert gxlint(monkeypatch, "check", "b.txt").code == 0
    assert made["version"] == 1
    assert (file["format"], file["year"], file["organisation"]) == ("2021", 2024, "云泽县财政局")
    assert (file["encoding"], file["body_type"], file["kind"]) == ("utf-8", "department", "report")
    assert found["where"]["table"] == "table_requests"
    assert made["summary"]["error"] == 1


def test_columns_count_utf16_in_json_and_characters_in_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.txt", ("根据《", "\U00020bb7根据《"), ("统计期限自2024年", "统计期限自2023年"))
    line = path.read_text(encoding="utf-8").split("\n")[1]
    words = ("check", "a.txt", "--select", "CN112", "--output-format")
    (found,) = json.loads(gxlint(monkeypatch, *words, "json").out)["files"][0]["diagnostics"]
    start = found["range"]["start"]
    units = line.encode("utf-16-le")
    column = len(units[: 2 * start["character"]].decode("utf-16-le"))
    assert (start["line"], start["character"]) == (1, column + 1)
    assert "2023" in line[column : column + 12]
    assert gxlint(monkeypatch, *words, "text").out.startswith(f"a.txt:2:{column + 1} ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_fix_keeps_the_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    path = write(tmp_path, "a.txt", ("行政许可 | 12 |", "行政许可 | 1,012 |"), encoding=encoding)
    assert gxlint(monkeypatch, "check", "a.txt", "--fix").code == 0
    expected = good_text().replace("行政许可 | 12 |", "行政许可 | 1012 |")
    assert path.read_bytes() == expected.encode(encoding)


def test_a_fix_keeps_the_mode_and_the_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "real/a.txt", ("行政许可 | 12 |", "行政许可 | 1,012 |"))
    path.chmod(0o640)
    (tmp_path / "link.txt").symlink_to(path)
    gxlint(monkeypatch, "check", "link.txt", "--fix")
    assert (tmp_path / "link.txt").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert "| 1012 |" in path.read_text(encoding="utf-8")
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]


def test_a_clean_file_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt")
    before = path.stat().st_mtime_ns
    assert gxlint(monkeypatch, "check", "a.txt", "--fix").code == 0
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("binary.txt", bytes(range(256)) * 8),
        ("empty.txt", b""),
        ("blank.md", b" \n\t\n"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("broken.txt", "总体情况".encode() * 100 + b"\xff\xfe\xfd" * 3),
    ],
)
def test_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, lang: str
) -> None:
    (tmp_path / name).write_bytes(data)
    for command in ("check", "inspect"):
        ran = gxlint(monkeypatch, command, name, "--lang", lang)
        assert ran.code == 2
        assert ran.err.startswith("gxlint: ")
        assert name in ran.err
        assert "Traceback" not in ran.err
        assert any("\u4e00" <= char <= "\u9fff" for char in ran.err) == (lang == "zh")


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(100 << 20)
    ran = gxlint(monkeypatch, "check", "huge.txt")
    assert (ran.code, "64 MB" in ran.err) == (2, True)


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", ("行政许可 | 12 |", "行政许可 | 1,012 |"))
    monkeypatch.setattr("os.access", lambda *_: False)
    ran = gxlint(monkeypatch, "check", "a.txt", "--fix")
    assert ran.code == 2
    assert "a.txt 未修改" in ran.err
    assert "1,012" in path.read_text(encoding="utf-8")


def test_output_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)
    (tmp_path / "list.json").write_text("before", encoding="utf-8")

    def fail(*_: object) -> None:
        raise RuntimeError("no")

    with monkeypatch.context() as broken:
        broken.setattr("gxlint.reporters.json._summary", fail)
        ran = gxlint(broken, "check", "a.txt", "--output-format", "json", "--output", "list.json")
    assert ran.code == 2
    assert (tmp_path / "list.json").read_text(encoding="utf-8") == "before"
    assert gxlint(monkeypatch, "check", "a.txt", "--output-format", "json", "-o", "list.json").out == ""
    assert json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))["files"][0]["path"] == "a.txt"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.txt", "list.json"]


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8", "cp1252"])
def test_no_terminal_is_too_narrow_for_a_character(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    write(tmp_path, "a\U0001f600.txt", WRONG)
    ran = gxlint(monkeypatch, "check", ".", encoding=encoding)
    assert ".txt:35:50 错误" in ran.out
    assert "份报告" in ran.out
    shown = "\\U0001f600" if encoding == "gbk" else "\U0001f600"
    assert shown in ran.out


def test_json_is_utf8_on_any_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    ran = gxlint(monkeypatch, "check", "a.txt", "--output-format", "json", encoding="gbk")
    assert json.loads(ran.out)["files"][0]["organisation"] == "云泽县财政局"


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ((), {}, False),  # not a terminal
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),  # asked for by name
        (("--color", "never"), {}, False),
    ],
)
def test_colour(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    write(tmp_path, "a.txt", WRONG)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in gxlint(monkeypatch, "check", "a.txt", *words).out) == coloured


def test_language_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)
    monkeypatch.setenv("GXLINT_LANG", "en")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "1 report: 1 error" in gxlint(monkeypatch, "check", "a.txt").out
    assert "1 份报告" in gxlint(monkeypatch, "check", "a.txt", "--lang", "zh").out
    found = json.loads(gxlint(monkeypatch, "check", "a.txt", "--output-format", "json").out)
    assert found["files"][0]["diagnostics"][0]["message"].startswith("total 30")


def test_a_mistake_of_ours_in_one_file_spares_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt")
    check = Session.check_path

    def broken(self: Session, path: str) -> object:
        if path == "a.txt":
            raise RuntimeError("boom")
        return check(self, path)

    monkeypatch.setattr(Session, "check_path", broken)
    ran = gxlint(monkeypatch, "check", "a.txt", "b.txt")
    assert ran.code == 2
    assert "a.txt" in ran.err
    assert "boom" in ran.err
    assert "Traceback" not in ran.err
    assert "1 份报告:没有发现问题;通过 1" in ran.out


def test_a_plugin_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    monkeypatch.setattr("gxlint.rules.plugins.installed_plugins", list)
    ran = gxlint(monkeypatch, "check", "a.txt")
    assert "没有找到任何规则包" in ran.err
    made = json.loads(gxlint(monkeypatch, "check", "a.txt", "--output-format", "json").out)
    assert "没有找到任何规则包" in made["problems"][0]
    listed = json.loads(gxlint(monkeypatch, "plugins", "--output-format", "json").out)
    assert listed["plugins"] == []
    assert listed["failures"][0]["cure"].startswith("请重新安装")


def test_year_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    ran = gxlint(monkeypatch, "check", "a.txt", "--year", "2023", "--output-format", "json")
    assert json.loads(ran.out)["files"][0]["year"] == 2023
