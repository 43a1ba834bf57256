"""``python -m tests.support.shared_status``: how far the real reports are read and judged rightly."""

from collections import Counter

from tests.support.shared import (
    SHARED,
    Expectation,
    Truth,
    expectations,
    judged,
    matches,
    report_at,
    truths,
    verdict_on,
)


def _cells(truth: Truth) -> tuple[Counter[str], list[str]]:
    report = report_at(truth.file)
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    for cell in truth.cells:
        verdict = verdict_on(cell, report)
        kind = "optional" if verdict == "missing" and cell.optional else verdict.partition(":")[0]
        counts[kind] += 1
        if kind not in ("right", "optional"):
            remarks.append(f"    {cell.address} should be {cell.value!r}: {verdict}")
    for about, wanted, got in (
        ("format", truth.format, report.format.key),
        ("year", truth.year, report.year),
    ):
        if wanted != got:
            remarks.append(f"    {about} should be {wanted!r}: {got!r}")
    return counts, remarks


def _print_cells() -> None:
    print(f"{'cells':<40}{'right':>7}{'missing':>9}{'wrong':>7}{'optional':>10}")
    total: Counter[str] = Counter()
    for truth in truths():
        counts, remarks = _cells(truth)
        total += counts
        print(_count_line(truth.file.name, counts))
        print("\n".join(remarks), end="\n" if remarks else "")
    print(_count_line("total", total))


def _count_line(name: str, counts: Counter[str]) -> str:
    figures = f"{counts['right']:>7}{counts['missing']:>9}{counts['wrong']:>7}{counts['optional']:>10}"
    return f"{name[:39]:<40}{figures}"


def _print_labels() -> None:
    items = [item for item in expectations() if judged(item)]
    musts = [item for item in items if item.verdict == "must"]
    nevers = [item for item in items if item.verdict == "never"]
    missed = [item for item in musts if not matches(item)]
    violated = [item for item in nevers if matches(item)]
    print(
        f"\nmust: {len(musts) - len(missed)} of {len(musts)} found; "
        f"never: {len(violated)} of {len(nevers)} violated"
    )
    for item in missed:
        print(f"  missed   {_shown(item)}")
    for item in violated:
        print(f"  violated {_shown(item)}")
        for finding in matches(item):
            begin, _ = report_at(item.file).document.range(finding.span)
            print(
                f"             {finding.rule.code} {finding.severity} line {begin.line + 1}: {finding.text()}"
            )


def _shown(item: Expectation) -> str:
    return f"{item.file.name[:30]:<31}{' '.join(item.codes)} lines {item.where}: {item.note}"


def main() -> None:
    """Print the state of all labelled reports."""
    if not SHARED.is_dir():
        print("No labelled reports beside the project.")
        return
    _print_cells()
    _print_labels()


if __name__ == "__main__":
    main()
