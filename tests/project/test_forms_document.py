"""What docs/forms.md says of blank reports is so."""

from gxlint.cli.commands.new import new_parser
from gxlint.formats import FILLS, LEVELS, official_formats
from gxlint.forms.levels import NAMES
from gxlint.forms.writers import SHOWN
from tests.project.imports import ROOT

TEXT = (ROOT / "docs" / "forms.md").read_text(encoding="utf-8")


def test_every_option_is_there() -> None:
    options = {argument.names.split()[0] for argument in new_parser("zh").options} - {"-h,", "--lang"}
    assert {option for option in options if f"`{option}" in TEXT} == options


def test_every_level_ending_and_name_is_there() -> None:
    assert all(f"`{level}`" in TEXT and f"`{NAMES[level][0]}`" in TEXT for level in LEVELS)
    assert all(f"`{ending}`" in TEXT for ending in SHOWN)
    assert all(f"`{{{name}}}`" in TEXT for name in FILLS)


def test_the_example_is_from_a_format() -> None:
    form = official_formats().latest
    assert form.title in TEXT
    assert any(sentence.text in TEXT for sentence in form.sentences)
    assert any(advice.text in TEXT for advice in form.advice)
