"""The one way from a file to its findings, for the command line and for editors alike."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from gxlint.formats import Catalogue
from gxlint.lint.linter import Result, concluded, look
from gxlint.lint.outcomes import Outcomes
from gxlint.lint.ruleset import RuleSet
from gxlint.lint.scope import Scope
from gxlint.lint.scopes import Scopes
from gxlint.lint.settings import Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.readers import Document, ReadError, read_bytes, read_path
from gxlint.readers.errors import Words
from gxlint.rules import Profile, RuleInfo, Severity
from gxlint.rules.crash import describe
from gxlint.rules.plugins import load_plugins

if TYPE_CHECKING:
    from gxlint.lint.acceptance.accepted import Accepted, Use
    from gxlint.lint.previous import LastYears
    from gxlint.rules.plugins import Plugins

__all__ = ["FileResult", "Session", "Settings", "StepError"]

T = TypeVar("T")


class StepError(ReadError):
    """Our own program failed on a file. Names the step; the run goes on with the next file."""

    code: ClassVar[str] = "GXL002"


class FileResult(NamedTuple):
    """What came of one file: a report and what the rules say of it, or why it could not be checked.

    ``error`` is a ``StepError`` (GXL002) where the file is not to blame. ``ruleset`` are the rules that were
    run, ``profile`` is that of the province or city they hold for, none where only the national ones do.
    ``accepted`` are findings that are known and meant, and so not in ``result``; ``uses`` tell which entries of
    the configuration held for the file. ``fail_level`` is what makes a finding count for the verdict.
    """

    path: str
    report: Report | None
    result: Result | None
    error: ReadError | None
    ruleset: RuleSet | None = None
    profile: Profile | None = None
    accepted: "tuple[Accepted, ...]" = ()
    uses: "tuple[Use, ...]" = ()
    fail_level: Severity = Severity.ERROR


class Look(NamedTuple):
    """A file's result with what a further look can begin with, once somebody has typed in the file."""

    result: FileResult
    outcomes: Outcomes | None = None
    scope: Scope | None = None


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

    def __init__(
        self, settings: Settings | None = None, *, plugins: "Plugins | None" = None, folder: str = ""
    ) -> None:
        """Load the plugins and choose the rules.

        Args:
            settings: the defaults unless given.
            plugins: used in place of the installed ones.
            folder: whose configuration has to have what the settings name; the current one unless given.

        Raises:
            UnknownRule: the settings name a rule that does not exist.
            UnknownSeverity: the settings name a severity that does not exist.
            UnknownRegion: the settings name a province, city or county that does not exist.
            BaselineError: there is no such baseline.
            ReadError: the configuration of the current folder, or the one that the settings name, is wrong.
        """
        self.settings = settings or Settings()
        self.plugins: Plugins = load_plugins(reserved=TOOL_RULES) if plugins is None else plugins
        self.scopes = Scopes(self.settings, self.plugins, folder)
        self._heads: tuple[int, dict[str, RuleInfo]] = (0, {})

    @property
    def catalogue(self) -> Catalogue:
        """The formats of this run."""
        return self.scopes.default.catalogue

    @property
    def ruleset(self) -> RuleSet:
        """The rules for a report of which nothing is known."""
        scope = self.scopes.default
        return scope.ruleset(scope.region.profile if scope.region else None)

    def notices(self, lang: str = "zh") -> tuple[str, ...]:
        """What has to be said about the run as a whole, in the language asked for."""
        found = (scope.notice for scope in self.scopes.all())
        return tuple(dict.fromkeys(message.render(params, lang) for message, params in filter(None, found)))

    def heads(self) -> dict[str, RuleInfo]:
        """All rules of the scopes seen so far, the tool's own included, by code."""
        scopes = self.scopes.all()
        if len(scopes) != self._heads[0]:
            self._heads = len(scopes), {rule.code: rule for scope in scopes for rule in scope.rules}
        return self._heads[1]

    @property
    def has_baseline(self) -> bool:
        """Whether findings that are known already are left out, as far as the current folder's scope tells."""
        return self.scopes.default.has_baseline

    @property
    def accepts_anything(self) -> bool:
        """Whether a configuration known so far has accepted exceptions."""
        return any(scope.config is not None and scope.config.accept for scope in self.scopes.all())

    def scope(self, path: str) -> Scope | None:
        """What holds for a file; none where its configuration is wrong, which checking it says."""
        try:
            return self.scopes.for_file(path)
        except ReadError:
            return None

    def check_path(self, path: str) -> FileResult:
        """Read and check a file."""
        return self._read(path, lambda: read_path(path))

    def check_bytes(self, data: bytes, name: str) -> FileResult:
        """Check a file's contents; ``name`` tells its kind and stands in the messages."""
        return self._read(name, lambda: read_bytes(data, name))

    def check(self, document: Document) -> FileResult:
        """Check a document that has been read."""
        return self.look(document).result

    def look(self, document: Document) -> "Look":
        """Check a document that has been read, and keep what a further look at it can begin with."""
        path = document.path
        try:
            scope = self.scopes.for_file(path)
            report, profile = _step(_BUILDING, path, lambda: self._recognised(document, scope))
            ruleset = _step(_CHECKING, path, lambda: scope.ruleset(profile))
            if self.settings.previous and any(rule.wants_previous for rule in ruleset.rules):
                report.previous = _step(_BUILDING, path, lambda: self._last_years.of(report))
            outcomes = _step(_CHECKING, path, lambda: look(report, ruleset, scope.catalogue))
            return Look(self._concluded(outcomes, scope, profile), outcomes, scope)
        except ReadError as error:
            return Look(FileResult(path, None, None, error))

    def look_again(self, before: "Look", text: str) -> "Look | None":
        """Check a document with another text, in which little has changed; none where it has to be read anew.

        What comes of it is what ``look`` says of such a document.
        """
        from gxlint.lint.again import look_again
        from gxlint.model.retyping import retyped
        from gxlint.readers.retyping import read_again

        outcomes, scope, profile = before.outcomes, before.scope, before.result.profile
        if outcomes is None or scope is None or not outcomes.smooth:
            return None
        report, catalogue = outcomes.report, scope.catalogue_of(profile)
        try:
            if scope is not self.scopes.for_file(report.document.path):
                return None
            read = read_again(report.document, text)
            typed = read and retyped(report, *read, catalogue)
            if read is None or typed is None:
                return None
            now = look_again(outcomes, typed.report, typed.paragraph, read[1], scope.catalogue)
            return Look(self._concluded(now, scope, profile), now, scope) if now else None
        except ReadError:
            return None  # looking at all of it says what is wrong

    def _concluded(self, outcomes: Outcomes, scope: Scope, profile: Profile | None) -> FileResult:
        report = outcomes.report
        path = report.document.path
        result = _step(_CHECKING, path, lambda: concluded(outcomes, scope.fail_level))
        checked = FileResult(
            path, report, result, None, outcomes.ruleset, profile, fail_level=scope.fail_level
        )
        return _step(_CHECKING, path, lambda: _judged(checked, report, result, scope))

    def _read(self, path: str, read: Callable[[], Document]) -> FileResult:
        try:
            document = _step(_READING, path, read)
        except ReadError as error:
            return FileResult(path, None, None, error)
        return self.check(document)

    @cached_property
    def _last_years(self) -> "LastYears":
        from gxlint.lint.previous import LastYears

        return LastYears(self.settings.previous, self._of_last_year)

    def _of_last_year(self, document: Document) -> Report:
        return self._build(document, self.catalogue, None, self.scopes.default.body)

    def _build(self, document: Document, catalogue: Catalogue, year: int | None, body: str | None) -> Report:
        # It brings the lexer and the grammar's tables, which listing rules can do without.
        from gxlint.model.build import build_report

        return build_report(document, catalogue, year=year, body=body)

    def _recognised(self, document: Document, scope: Scope) -> tuple[Report, Profile | None]:
        """The report, with the headings that its province accepts where it has any but official ones."""
        report = self._build(document, scope.catalogue, scope.year, scope.body)
        profile = scope.profile_of(report)
        catalogue = scope.catalogue_of(profile)
        if catalogue is scope.catalogue:
            return report, profile
        from gxlint.lint.headings import all_official

        if all_official(report):
            return report, profile
        return self._build(document, catalogue, scope.year, scope.body), profile


def _judged(checked: FileResult, report: Report, result: Result, scope: Scope) -> FileResult:
    """The result without what is accepted. Brings what that takes only where anything is."""
    known = scope.known(checked.path)
    if checked.ruleset is None or (known is None and "gxlint" not in report.document.source.text):
        return checked
    from gxlint.lint.acceptance.judge import Known, judge

    judged = judge(
        report,
        result,
        checked.ruleset,
        known=known or Known(),
        rules=scope.rules,
        fail_level=scope.fail_level,
    )
    return checked._replace(result=judged.result, accepted=judged.accepted, uses=judged.uses)


def _step(name: Words, path: str, work: Callable[[], T]) -> T:
    try:
        return work()
    except ReadError:
        raise
    except Exception as error:
        raise StepError(_STEP_FAILED, {"step": name, "path": path, "error": describe(error)}) from error
