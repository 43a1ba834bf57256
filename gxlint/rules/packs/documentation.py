"""The docstring of a rule of a pack, so that its page is made like any other."""

from textwrap import indent

from gxlint.rules.packs.models import Example, RuleEntry

_LONGEST = 400


def docstring(entry: RuleEntry) -> str:
    """What holds, why, and the first examples."""
    summary = entry.summary.zh.strip().splitlines()[0]
    if not summary.endswith(("。", "?", "!")):
        summary += "。"
    parts = [summary]
    if entry.why.strip():
        parts.append("\n".join(line.strip() for line in entry.why.strip().splitlines()))
    if entry.formula is not None:
        parts.append(f"公式:{' '.join(entry.formula.check.split())}")
    wrong, right = (indent(_shown(examples[0]), "    ") for examples in (entry.fail, entry.pass_))
    return "\n\n".join([*parts, f"Wrong:\n{wrong}\nRight:\n{right}\n"])


def _shown(example: Example) -> str:
    lines = [line for line in example.text.strip().splitlines() if line.strip()]
    if example.repeat > 1 and lines:
        lines.append(f"(以上内容重复 {example.repeat} 次)")
    cells = {**example.cells, **{f"previous.{key}": value for key, value in example.previous.items()}}
    lines += [f"{address} = {value}" for address, value in cells.items()]
    if example.year is not None and not lines:
        lines.append(f"报告年度 {example.year}")
    text = "\n".join(lines) or "(空)"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
