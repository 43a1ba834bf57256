"""What holds for every output format."""

from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest

from gxlint.lint.session import Session
from gxlint.reporters import REPORTERS, RESULT_PAGE, RunInfo
from gxlint.reporters.later import Later
from gxlint.reporters.tally import Tally
from tests.reporters.records import diagnostic, every_kind, file_record, hostile_record, write_to, written

MANUAL = Path(__file__).parents[2] / "docs" / "outputs.md"
# Those that can write only at the end what they keep on disk until then.
AT_THE_END = {"html", "xlsx"}


def stream_for(name: str) -> Any:
    return BytesIO() if REPORTERS[name].binary else StringIO()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", REPORTERS)
def test_every_kind_of_record_in_both_languages(name: str, lang: str) -> None:
    rules = Session().heads
    stream = stream_for(name)
    records = (*every_kind(), hostile_record())
    write_to(
        stream, name, *records, lang=lang, show_accepted=True, statistics=True, baseline=True, rules=rules
    )
    assert stream.getvalue()


@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_at_all(name: str) -> None:
    write_to(stream_for(name), name)


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - AT_THE_END))
def test_a_file_is_written_when_it_comes(name: str) -> None:
    stream = stream_for(name)
    writer = REPORTERS[name].load()(RunInfo("zh", Tally()), stream)
    sizes = []
    for number in range(3):
        writer.add(file_record(f"{number}.txt", diagnostic()))
        sizes.append(stream.tell())
    assert 0 < sizes[0] < sizes[1] < sizes[2]


@pytest.mark.parametrize("name", REPORTERS)
def test_the_manual_knows_it(name: str) -> None:
    assert f"`{name}`" in MANUAL.read_text(encoding="utf-8")


def test_a_page_names_its_maker_early() -> None:
    assert RESULT_PAGE.decode() in written("html")[:1000]


def test_what_is_kept_for_later_comes_back_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gxlint.reporters.later._IN_MEMORY", 10)
    later, stream = Later(",\n"), StringIO()
    for piece in ("报告", "a\r\nb", "\ud800"):
        later.add(piece)
    later.write_to(stream)
    assert stream.getvalue() == "报告,\na\r\nb,\n\ud800"
