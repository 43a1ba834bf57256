"""The texts that are measured on: invented reports, no two with the same figures, and enlarged ones."""

from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from random import Random

from benchmarks.prose import Words
from gxlint.formats import Format, official_formats
from gxlint.testing.figures import with_figures
from gxlint.testing.forms import Body, Draft, blank_report, with_cell, with_paragraphs
from tests.support.layouts import BY_NAME
from tests.support.word_files import docx

LAYOUTS = ("pipe_rows_padded", "cell_lines_piped", "cell_lines_blank", "markdown", "spaces_columns")
PAGES = ("html", "html_word")
_MOST_REQUESTS = 60  # a year, as offices have them
_BODIES: tuple[Body, ...] = ("department", "township", "government")
_PREFIXES = "云泽望川青岭白沙石桥金湾南渡北塘东屏西坞"


def reports(layouts: tuple[str, ...], seed: str) -> Iterator[str]:
    """Reports without end, the layouts in turn."""
    for number in count():
        draft = report(Random(f"{seed}-{number}"), number)
        yield BY_NAME[layouts[number % len(layouts)]].render(draft)


def report(rng: Random, number: int = 0, *, more: int = 0) -> Draft:
    """A report of 7 to 9 KB with balanced tables, and ``more`` further paragraphs in section one."""
    form = _newest()
    body = _BODIES[number % len(_BODIES)]
    name = (
        "".join(rng.sample(_PREFIXES, 2))
        + {
            "department": "县水务局",
            "township": "镇人民政府",
            "government": "市人民政府",
        }[body]
    )
    year = form.first_year + number % 4
    draft = _usual_documents(
        with_figures(blank_report(form, year, name, body), rng, limit=_MOST_REQUESTS), rng
    )
    requests = draft.tables["table_requests"]
    words = Words(
        rng,
        year=year,
        organisation=name,
        received=requests["received"]["total"],
        carried_over=requests["carried_over"]["total"],
        notices=requests["other_processing.fee_unpaid"]["total"],
    )
    titles = {aspect.key: aspect.title for section in form.sections for aspect in section.aspects}
    overview = [*words.overview(titles), *(words.paragraph() for _ in range(more))]
    draft = with_paragraphs(draft, "overview", *overview)
    draft = with_paragraphs(draft, "problems", *words.problems())
    return with_paragraphs(draft, "other_matters", *words.other_matters())


def _usual_documents(draft: Draft, rng: Random) -> Draft:
    """The draft with as many rules and documents as such bodies make: hardly any has findings there."""
    draft = with_row(draft, "table_proactive.regulations", 0, 0, 0)
    issued, repealed = rng.randint(0, 6), rng.randint(0, 3)
    return with_row(
        draft, "table_proactive.normative_documents", issued, repealed, issued + rng.randint(0, 40)
    )


def with_row(draft: Draft, address: str, *figures: int) -> Draft:
    """The draft with other figures in a row."""
    table, _, row = address.partition(".")
    for column, figure in zip(draft.tables[table][row], figures, strict=True):
        draft = with_cell(draft, f"{address}.{column}", str(figure))
    return draft


def write_reports(
    folder: Path, number: int, layouts: tuple[str, ...] = LAYOUTS, *, ending: str = "txt"
) -> None:
    """So many reports as files."""
    folder.mkdir(parents=True)
    for index, text in enumerate(islice(reports(layouts, folder.name), number)):
        (folder / f"{index:05}.{ending}").write_text(text, encoding="utf-8")


def write_documents(folder: Path, number: int) -> None:
    """So many reports as Word writes them: merged cells, automatic numbering, a sentence in several runs."""
    folder.mkdir(parents=True)
    for index in range(number):
        draft = report(Random(f"{folder.name}-{index}"), index)
        (folder / f"{index:05}.docx").write_bytes(docx(draft))


def write_enlarged(folder: Path, times: int, number: int) -> None:
    """Texts that are ``times`` as large as usual, each in one respect, which names its folder; so many of each."""
    for name, make in _ENLARGED.items():
        (folder / name).mkdir(parents=True)
        for index in range(number):
            (folder / name / f"{index:03}.txt").write_text(make(times, f"{times}-{index}"), encoding="utf-8")


def _newest() -> Format:
    return official_formats().formats[-1]


def _many_reports(times: int, seed: str) -> str:
    return "\n".join(islice(reports(LAYOUTS, f"joined-{seed}"), times))


def _many_paragraphs(times: int, seed: str) -> str:
    return BY_NAME["pipe_rows"].render(report(Random(f"paragraphs-{seed}"), more=8 * times))


def _many_rows(times: int, seed: str) -> str:
    lines = BY_NAME["pipe_rows"].render(report(Random(f"rows-{seed}"))).split("\n")
    rng = Random(f"figures-{seed}")
    first = next(index for index, line in enumerate(lines) if line.startswith("2.其他法律行政法规禁止公开"))
    last = first + 7  # up to the last row of (三)不予公开
    labels = [line.partition("|")[0] for line in lines[first:last]]
    # So many that already the tenfold text is rows for the greater part: they cost more than prose does.
    more = [_row(label, rng) for _ in range(10 * times) for label in labels]
    return "\n".join([*lines[:last], *more, *lines[last:]])


def _row(label: str, rng: Random) -> str:
    figures = [rng.choice((0, 0, rng.randint(1, 99))) for _ in range(6)]
    return f"{label}| " + " | ".join(map(str, [*figures, sum(figures)])) + " |"


def _one_line(times: int, seed: str) -> str:
    # One report after another, all of it in a single line.
    return " ".join(text.strip() for text in islice(reports(("one_line",), f"line-{seed}"), times))


_ENLARGED: dict[str, Callable[[int, str], str]] = {
    "reports": _many_reports,
    "paragraphs": _many_paragraphs,
    "rows": _many_rows,
    "one long line": _one_line,
}
