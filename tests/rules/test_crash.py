"""Errors of foreign code in one line."""

from importlib import import_module

import pytest

from gxlint.rules.crash import describe


class SilentError(Exception):
    def __str__(self) -> str:
        raise RuntimeError


def said_of(error: BaseException) -> str:
    try:
        raise error
    except BaseException as caught:
        return describe(caught)


def test_kind_text_and_place() -> None:
    assert said_of(KeyError("total")) == f"KeyError: 'total'({__name__}:17)"
    assert said_of(ValueError()) == f"ValueError({__name__}:17)"
    assert said_of(SilentError()) == f"SilentError({__name__}:17)"


def test_one_line_of_bounded_length() -> None:
    said = said_of(ValueError("一\n二" * 300))
    assert "\n" not in said
    assert len(said) < 300


def test_the_way_to_the_foreign_code_is_left_out() -> None:
    with pytest.raises(ImportError) as caught:
        import_module("gxlint_that_is_not_there")
    said = describe(caught.value)
    assert "importlib" not in said
    assert f"({__name__}:" in said
    assert describe(ValueError("无处")) == "ValueError: 无处"
