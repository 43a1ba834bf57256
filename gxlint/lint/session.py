"""The one way from a file to its findings, for the command line and for editors alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from gxlint.formats import Catalogue, official_formats
from gxlint.lint.linter import Result, lint
from gxlint.lint.ruleset import RuleSet, choose
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.readers import Document, ReadError, read_bytes, read_path
from gxlint.readers.errors import Words
from gxlint.rules import Severity
from gxlint.rules.crash import describe
from gxlint.rules.plugins import load_plugins

if TYPE_CHECKING:
    from gxlint.rules.plugins import Plugins

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do.

    ``year`` overrides the fiscal year; ``severities`` are given by selector, ``off`` among them.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_level: Severity = Severity.ERROR
    year: int | None = None
    severities: Mapping[str, str] = field(default_factory=dict)


class StepError(ReadError):
    """Our own program failed on a file. Names the step; the run goes on with the next file."""

    code: ClassVar[str] = "GXL002"


class FileResult(NamedTuple):
    """What came of one file: a report and what the rules say of it, or why it could not be checked.

    ``error`` is a ``StepError`` (GXL002) where the file is not to blame.
    """

    path: str
    report: Report | None
    result: Result | None
    error: ReadError | None


_STEP_FAILED = Words(
    "程序在“{step}”这一步出错,{path} 未检查:{error}。"
    "请升级 gxlint;仍出错时请把该文件和 gxlint doctor 的输出一并反馈",
    "the program failed while {step}, {path} was not checked: {error}. "
    "Upgrade gxlint; if it still fails, report it with this file and the output of gxlint doctor",
)
_READING = Words("读取文件", "reading the file")
_BUILDING = Words("识别报告结构", "recognising the parts of the report")
_CHECKING = Words("运行规则", "running the rules")


class Session:
    """Plugins, formats and rules of one run. Checks any number of documents and never raises over one."""

    def __init__(self, settings: Settings | None = None, *, plugins: "Plugins | None" = None) -> None:
        """Load the plugins and choose the rules.

        Args:
            settings: the defaults unless given.
            plugins: used in place of the installed ones.

        Raises:
            UnknownRule: the settings name a rule that does not exist.
            UnknownSeverity: the settings name a severity that does not exist.
        """
        self.settings = settings or Settings()
        self.plugins: Plugins = load_plugins(reserved=TOOL_RULES) if plugins is None else plugins
        official = (
            official_formats()
        )  # kept as it is where nothing is added: what is made of it is kept with it
        more = self.plugins.formats
        self.catalogue: Catalogue = official.with_formats(more) if more else official
        self.ruleset: RuleSet = choose(
            self.plugins.rules,
            select=self.settings.select,
            ignore=self.settings.ignore,
            extend_select=self.settings.extend_select,
            severities=self.settings.severities,
        )

    def check_path(self, path: str) -> FileResult:
        """Read and check a file."""
        return self._read(path, lambda: read_path(path))

    def check_bytes(self, data: bytes, name: str) -> FileResult:
        """Check a file's contents; ``name`` tells its kind and stands in the messages."""
        return self._read(name, lambda: read_bytes(data, name))

    def check(self, document: Document) -> FileResult:
        """Check a document that has been read."""
        path = document.path
        try:
            report = _step(_BUILDING, path, lambda: self._build(document))
            result = _step(_CHECKING, path, lambda: self._lint(report))
        except ReadError as error:
            return FileResult(path, None, None, error)
        return FileResult(path, report, result, None)

    def _read(self, path: str, read: Callable[[], Document]) -> FileResult:
        try:
            document = _step(_READING, path, read)
        except ReadError as error:
            return FileResult(path, None, None, error)
        return self.check(document)

    def _build(self, document: Document) -> Report:
        # It brings the lexer and the grammar's tables, which listing rules can do without.
        from gxlint.model.build import build_report

        return build_report(document, self.catalogue, year=self.settings.year)

    def _lint(self, report: Report) -> Result:
        return lint(report, self.ruleset, fail_level=self.settings.fail_level, catalogue=self.catalogue)


def _step(name: Words, path: str, work: Callable[[], T]) -> T:
    try:
        return work()
    except ReadError:
        raise
    except Exception as error:
        raise StepError(_STEP_FAILED, {"step": name, "path": path, "error": describe(error)}) from error
