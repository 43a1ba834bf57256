"""The wrong and the right example inside a rule's docstring. Checking has no need of them, nor of ``inspect``."""

from typing import NamedTuple


class Examples(NamedTuple):
    """The fragments under ``Wrong:`` and ``Right:`` of a rule's docstring, ``⟦ ⟧`` left in."""

    wrong: str
    right: str


def examples_of(docstring: str) -> Examples:
    """The fragments under ``Wrong:`` and ``Right:``, without their indentation; empty where there is none."""
    from inspect import cleandoc
    from textwrap import dedent

    parts: dict[str, list[str]] = {"Wrong:": [], "Right:": []}
    current: list[str] | None = None
    for line in cleandoc(docstring).split("\n"):
        if line.rstrip() in parts:
            current = parts[line.rstrip()]
        elif line.strip() and not line.startswith(" "):
            current = None
        elif current is not None:
            current.append(line)
    wrong, right = (dedent("\n".join(lines)).strip("\n") for lines in parts.values())
    return Examples(wrong, right)


def explanation_of(docstring: str) -> str:
    """What the docstring says apart from the examples: the summary line and the paragraphs after it."""
    from inspect import cleandoc

    lines: list[str] = []
    inside = False
    for line in cleandoc(docstring).split("\n"):
        if line.rstrip() in ("Wrong:", "Right:"):
            inside = True
        elif line.strip() and not line.startswith(" "):
            inside = False
        if not inside:
            lines.append(line)
    return "\n".join(lines).strip()
