from types import SimpleNamespace

import pytest

from gxlint.cli.errors import HelpAsked, UsageError
from gxlint.cli.parser import Parser, codes, number
from gxlint.source.width import display_width


def parser() -> Parser:
    made = Parser("gxlint made", "en", ("", ""), ("", ""))
    made.positional("PATH", ("", ""))
    made.option("-o", "--output", text=("", ""))
    made.option("-q", "--quiet", action="store_true", text=("", ""))
    made.option("-j", "--jobs", type=number("en", ("", "the number"), 0, 99), text=("", ""))
    made.option("--select", action="extend", type=codes, text=("", ""))
    made.common()
    return made


@pytest.mark.parametrize(
    ("words", "paths", "values"),
    [
        ("", "", {"output": None, "quiet": False, "jobs": None, "select": [], "lang": "en"}),
        ("a -q b --jobs 4 c", "a b c", {"quiet": True, "jobs": 4}),
        ("--jobs=4 --output= -", "-", {"jobs": 4, "output": ""}),
        ("-j4 -oc.txt", "", {"jobs": 4, "output": "c.txt"}),
        ("-qj=4 -o -", "", {"quiet": True, "jobs": 4, "output": "-"}),
        ("--select CN3,CN4 --select=CN5", "", {"select": ["CN3", "CN4", "CN5"]}),
        ("-o a -o b", "", {"output": "b"}),
        ("-q -- --jobs -q", "--jobs -q", {"quiet": True, "jobs": None}),
    ],
)
def test_options_stand_anywhere(words: str, paths: str, values: dict[str, object]) -> None:
    options, rest = parser().read(words.split())
    assert rest == paths.split()
    assert {name: getattr(options, name) for name in values} == values


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--outptu a", "unknown option --outptu, did you mean --output?"),
        ("--output", "option --output needs a value"),
        ("-o --quiet", "option --output needs a value"),
        ("-o -- a", "option --output needs a value"),
        ("--quiet=yes", "option --quiet takes no value"),
        ("-qx", "unknown option -x"),
        ("--jobs -1", "the number must be a whole number from 0 to 99, not -1"),
    ],
)
def test_wrong_usage(words: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        parser().read(words.split())
    assert str(error.value) == message


def test_nothing_adds_up_from_one_reading_to_the_next() -> None:
    made = parser()
    for _ in range(2):
        assert made.read(["--select", "CN3"])[0].select == ["CN3"]


def test_help_comes_before_unknown_options() -> None:
    with pytest.raises(HelpAsked):
        parser().read(["--unknown", "-h"])


def test_a_word_too_many() -> None:
    made = Parser("gxlint made", "en", ("", ""), ("", ""))
    made.common()
    with pytest.raises(UsageError, match="unexpected argument a"):
        made.read(["a"])


@pytest.mark.parametrize(("columns", "widest"), [(None, 100), (80, 80), (300, 100), (20, 60)])
def test_help_is_as_wide_as_the_terminal_within_reason(
    columns: int | None, widest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", SimpleNamespace(isatty=lambda: columns is not None))
    monkeypatch.setenv("COLUMNS", str(columns or 80))
    made = Parser("gxlint made", "zh", ("一个命令,", ""), ("", ""))
    made.option("--output", text=("写入这个文件," * 20, ""))
    lines = made.format_help().splitlines()
    assert widest - 2 <= max(map(display_width, lines)) <= widest
