"""Baselines: written, read, and matched although lines move."""

from pathlib import Path

import pytest

from gxlint.lint.acceptance.accepted import Fingerprint, fingerprint
from gxlint.lint.acceptance.baseline import BaselineError, baseline_text, read_baseline
from gxlint.lint.session import FileResult, Settings
from tests.lint.kit import BareSession, bare_session, complaining, document_of

RULES = (complaining("ZZ101", "甲."), complaining("ZZ102", "乙"))


def session(baseline: Path | None = None) -> BareSession:
    return bare_session(*RULES, settings=Settings(baseline=str(baseline) if baseline else None))


def checked(text: str, folder: Path, baseline: Path | None = None) -> FileResult:
    document = document_of(text).replaced(path=str(folder / "a.txt"))
    result = session(baseline).check(document)
    assert result.result is not None
    return result


def write(path: Path, result: FileResult) -> Path:
    assert result.result is not None
    assert result.report is not None
    document = result.report.document
    found = [(document.path, fingerprint(finding, document)) for finding in result.result.findings]
    path.write_text(baseline_text(str(path), found), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["known.json", "known.toml", "KNOWN.TOML"])
def test_what_is_known_is_not_reported_again(tmp_path: Path, name: str) -> None:
    text = '甲"\n乙\n甲\\\n乙'
    known = write(tmp_path / name, checked(text, tmp_path))
    again = checked("新的一行\n\n" + text.replace("\n", "\n\n"), tmp_path, known)
    assert again.result is not None
    assert again.result.findings == ()
    assert [item.by for item in again.accepted] == ["baseline"] * 4
    assert again.result.verdict == "pass"


def test_what_is_new_is_reported(tmp_path: Path) -> None:
    known = write(tmp_path / "known.json", checked("甲1\n乙", tmp_path))
    again = checked("甲1\n甲2\n乙\n乙", tmp_path, known).result
    assert again is not None
    assert [(finding.rule.code, finding.span.start) for finding in again.findings] == [
        ("ZZ101", 3),
        ("ZZ102", 8),
    ]


def test_it_lies_where_it_likes(tmp_path: Path) -> None:
    (tmp_path / "known").mkdir()
    known = write(tmp_path / "known" / "a.json", checked("乙", tmp_path))
    assert '"file": "../a.txt"' in known.read_text(encoding="utf-8")
    again = checked("乙", tmp_path, known).result
    assert again is not None
    assert again.findings == ()


def test_another_file_is_not_meant(tmp_path: Path) -> None:
    known = write(tmp_path / "known.json", checked("乙", tmp_path))
    result = session(known).check(document_of("乙").replaced(path=str(tmp_path / "b.txt"))).result
    assert result is not None
    assert len(result.findings) == 1


def test_findings_are_counted() -> None:
    finding = Fingerprint("ZZ101", "overview", "甲")
    text = baseline_text("/x/known.json", [("/x/a.txt", finding), ("/x/a.txt", finding)])
    assert '"count": 2' in text
    assert baseline_text("/x/known.json", []) == '{"version": 1, "accept": [\n\n]}\n'


@pytest.mark.parametrize("text", ['甲"\n', "甲\t甲 甲", "甲" * 200, "\U00020bb7甲"])
def test_any_text_survives_both_kinds_of_file(tmp_path: Path, text: str) -> None:
    for name in ("a.json", "a.toml"):
        path = tmp_path / name
        path.write_text(
            baseline_text(str(path), [(str(tmp_path / "甲 .txt"), Fingerprint("ZZ101", "", text))]), "utf-8"
        )
        read = read_baseline(str(path)).for_file(str(tmp_path / "甲 .txt"))
        assert read == {Fingerprint("ZZ101", "", text): 1}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "", "第 1 行第 1 列不是 JSON"),
        ("a.json", '{"accept": [\n{]}', "第 2 行第 2 列不是 JSON"),
        ("a.json", "[]", "不是基线"),
        ("a.json", '{"accept": [3]}', "不是基线(第 1 项)"),
        ("a.json", '{"accept": [{"code": "ZZ101", "file": "a"}, {"code": "ZZ101"}]}', "不是基线(第 2 项)"),
        ("a.json", '{"accept": [{"code": "ZZ101", "file": "a", "count": "x"}]}', "不是基线(第 1 项)"),
        ("a.json", '{"version": 2, "accept": []}', "更新的 gxlint"),
        ("a.toml", "accept = 3", "不是基线"),
        ("a.toml", "accept = ", "不是 TOML"),
        ("gone.json", None, "无法读取"),
    ],
)
def test_a_damaged_baseline_is_refused_with_the_cure(
    tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as raised:
        session(path)
    for lang in ("zh", "en"):
        assert f"--write-baseline {path}" in raised.value.text(lang)
    assert said in raised.value.text()
