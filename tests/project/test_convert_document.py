"""What docs/convert.md says of the command is so."""

from gxlint.cli.commands.convert import convert_parser
from gxlint.forms.writers import SHOWN
from gxlint.forms.writers.looks import BODY, TITLE
from tests.project.imports import ROOT

TEXT = (ROOT / "docs" / "convert.md").read_text(encoding="utf-8")


def test_every_option_is_there() -> None:
    options = {argument.names.split()[0] for argument in convert_parser("zh").options} - {"-h,", "--lang"}
    assert {option for option in options if f"`{option}" in TEXT} == options


def test_every_ending_and_font_is_there() -> None:
    assert all(f"`{ending}`" in TEXT for ending in SHOWN)
    assert all(f"{face.name} → {face.instead[0]}" in TEXT for face in (BODY, TITLE))
