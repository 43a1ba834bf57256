"""The user's settings, as the editor hands them over: the section ``gxlint``."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from gxlint.reporters.words import say


class ServerSettings(NamedTuple):
    """What the user wants.

    Attributes:
        lang: the language of messages.
        detect: whether a text of any name that looks like a report is checked, too.
        quiet: for how many milliseconds without a keystroke findings at the caret are held back; 0 for not at all.
        most: how many diagnostics of one document are shown.
        workspace: whether the files of a folder are checked that are not open; none for where the client asks for it.
        previous: files and folders of last year's reports.
        run: when what is wrong with a document is shown: while it is typed, or as it stood when it was last saved.
        severities: severity or ``off`` by selector of rules, as in a configuration file.
        body: the body whose reports are written, where they do not name it themselves.
        province, year, fail_level, config, baseline, select, ignore, extend_select: as on the command line.
    """

    lang: str = "zh"
    detect: bool = True
    quiet: int = 500
    most: int = 200
    workspace: bool | None = None
    previous: tuple[str, ...] = ()
    run: str = "onType"
    severities: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    province: str | None = None
    year: int | None = None
    fail_level: str | None = None
    config: str | None = None
    baseline: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()

    @property
    def depends_on_folder(self) -> bool:
        """Whether it makes a difference in which folder the user works: there are the files, and packs of rules."""
        files = self.config, self.baseline, self.previous
        return any((*files, self.select, self.ignore, self.extend_select, self.severities))


def read_settings(values: object, base: ServerSettings) -> tuple[ServerSettings, list[str]]:
    """The settings with these values in place of some, and what is wrong with others.

    What is not known here belongs to the editor's side and is passed over; null stands for nothing said.
    """
    if isinstance(values, Mapping) and isinstance(values.get("gxlint"), Mapping):
        values = values["gxlint"]
    if not isinstance(values, Mapping):
        return base, []
    made: dict[str, Any] = {}
    problems = []
    for name, (field, read, wanted) in KEYS.items():
        value = values.get(name)
        if value is None:
            continue
        try:
            made[field] = read(value)
        except ValueError:
            lang = made.get("lang", base.lang)
            problems.append(
                say(
                    lang,
                    "设置 gxlint.{name} 应是{wanted},而不是 {value!r},未采用",
                    "the setting gxlint.{name} must be {wanted}, not {value!r}; it was not used",
                    name=name,
                    value=value,
                    wanted=say(lang, *wanted),
                )
            )
    return base._replace(**made), problems


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _number(low: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < low:
            raise ValueError
        return value

    return read


def _word(value: object) -> str | None:
    if not isinstance(value, str):
        raise ValueError
    return value or None


def _one_of(*known: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in known:
            raise ValueError
        return str(value)

    return read


def _one_or_more(value: object) -> tuple[str, ...]:
    return _words(list(filter(None, [value])) if isinstance(value, str) else value)


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError
    return tuple(value)


def _grades(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Mapping):
        raise ValueError
    grade = _one_of(*_GRADES)
    return tuple((str(selector), grade(wanted)) for selector, wanted in value.items())


_FLAG, _TEXT, _LIST = (
    ("true 或 false", "true or false"),
    ("文字", "a text"),
    ("文字的列表", "a list of texts"),
)
_LEVELS = ("error", "warning", "info", "hint")
_GRADES = (*_LEVELS, "off")
_RUNS = ("onType", "onSave")
# name → field, how it is read, and what it has to be.
KEYS: Mapping[str, tuple[str, Callable[[object], Any], tuple[str, str]]] = {
    "lang": ("lang", _one_of("zh", "en"), ("zh 或 en", "zh or en")),
    "detect": ("detect", _flag, _FLAG),
    "quiet": ("quiet", _number(0), ("毫秒数", "a number of milliseconds")),
    "maxDiagnostics": ("most", _number(1), ("正整数", "a positive whole number")),
    "run": ("run", _one_of(*_RUNS), ("、".join(_RUNS), " or ".join(_RUNS))),
    "province": ("province", _word, _TEXT),
    "body": ("body", _word, _TEXT),
    "year": ("year", _number(1949), ("年份", "a year")),
    "failLevel": ("fail_level", _one_of(*_LEVELS), ("、".join(_LEVELS), ", ".join(_LEVELS))),
    "severities": (
        "severities",
        _grades,
        (
            f'规则编号和级别({"、".join(_GRADES)}),如 {{"CN305": "warning"}}',
            f'codes and severities ({", ".join(_GRADES)}), such as {{"CN305": "warning"}}',
        ),
    ),
    "config": ("config", _word, _TEXT),
    "baseline": ("baseline", _word, _TEXT),
    "previous": ("previous", _one_or_more, _LIST),
    "checkWorkspace": ("workspace", _flag, _FLAG),
    "select": ("select", _words, _LIST),
    "ignore": ("ignore", _words, _LIST),
    "extendSelect": ("extend_select", _words, _LIST),
}
