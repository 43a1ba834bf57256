"""Cases of a rule: fragments of a report, the place the rule must point at marked by ``⟦ ⟧``.

A case file (YAML) names the ``rule``, where its fragments go (``in``, see ``placing.set_into``) and the
``cases`` by name. A case has one of ``fail`` (the rule must report exactly the marks) and ``pass`` (it
must stay silent); what else it may have holds for all cases when it stands beside ``cases``:

- ``message``: one, or a list in the order of the marks; ``…`` stands for anything.
- ``fixed``: the fragment after all fixes of the rule; the text must then be clean and stable for it.
- ``severity``; ``undecided``: part of the reason the rule gives for not deciding.
- ``never``: codes, ``CODE/severity`` or ``ERRORS`` that must not be reported on the text either.
- ``format``, ``year``, ``organisation``, ``body`` of the form; ``without``: addresses of rows, tables and
  sections to leave out of it.
- ``province``: the code or name of the province, city or county whose profile holds.
- its own ``in``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gxlint.formats import Format, official_formats
from gxlint.rules import RuleInfo
from gxlint.testing.forms import Draft, blank_report, without_row, without_section, without_table
from gxlint.testing.placing import place_of, set_into

_FORM = ("format", "year", "organisation", "body", "without")
_SAID = ("message", "fixed", "severity", "undecided", "never")
KEYS = frozenset(("in", "fail", "pass", "province", *_SAID, *_FORM))


@dataclass(frozen=True)
class Case:
    """One case of a rule, ready to run.

    Attributes:
        id: the rule's code and the name of the case.
        code: the rule.
        place: where the fragment goes, see ``placing.set_into``.
        fragment: the text, ``⟦ ⟧`` around what the rule must point at.
        fails: whether the rule must report it.
        draft: the form it is set into.
        messages: what the rule must say, in the order of the marks; ``…`` stands for anything.
        fixed: the fragment after all fixes.
        severity: what the findings must be.
        undecided: part of the reason the rule must give for not deciding.
        never: codes, ``CODE/severity`` or ``ERRORS`` that no rule may report on the text.
        province: code or name of the province, city or county whose profile holds; told by the report unless given.
    """

    id: str
    code: str
    place: str
    fragment: str
    fails: bool
    draft: Draft
    messages: tuple[str, ...] = ()
    fixed: str | None = None
    severity: str | None = None
    undecided: str | None = None
    never: tuple[str, ...] = ()
    province: str | None = None

    @property
    def text(self) -> str:
        """The report the case is about, marks included."""
        return set_into(self.draft, self.place, self.fragment)


class CaseError(ValueError):
    """A case file is written wrongly. The message names the file, the case and what was expected."""


def load_cases(path: Path) -> Iterator[Case]:
    """All cases of one file.

    Raises:
        CaseError: the file is not what the head of this module describes, or PyYAML is not installed.
    """
    data = _read(path)
    if not isinstance(data, dict) or not {"rule", "cases"} <= data.keys():
        raise CaseError(f"{path.name}: expected the keys rule, in and cases")
    if not isinstance(data["cases"], dict):
        raise CaseError(f"{path.name}: cases should map names to cases")
    shared = {key: value for key, value in data.items() if key not in ("rule", "cases")}
    for name, entry in data["cases"].items():
        where = f"{path.name}: {name}"
        if not isinstance(entry, dict):
            raise CaseError(f"{where}: expected a mapping with fail or pass")
        case = {**shared, **entry}
        if unknown := case.keys() - KEYS:
            raise CaseError(
                f"{where}: unknown keys {', '.join(sorted(unknown))}; known are {', '.join(sorted(KEYS))}"
            )
        if ("fail" in case) == ("pass" in case):
            raise CaseError(f"{where}: exactly one of fail and pass")
        yield _case(data["rule"], name, case, where)


def _read(path: Path) -> Any:
    try:
        import yaml
    except ImportError as error:
        raise CaseError(f"{path.name}: reading it takes PyYAML: pip install 'gxlint[testing]'") from error
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise CaseError(f"{path.name}: not YAML: {error}") from error


def _case(code: str, name: str, case: Mapping[str, Any], where: str) -> Case:
    if "in" not in case:
        raise CaseError(f"{where}: the key in is missing: where does the fragment go?")
    fails = "fail" in case
    return Case(
        id=f"{code}-{name}",
        code=code,
        place=case["in"],
        fragment=str(case["fail"] if fails else case["pass"]),
        fails=fails,
        draft=_draft(case, where),
        messages=_listed(case.get("message")),
        fixed=case.get("fixed"),
        severity=case.get("severity"),
        undecided=case.get("undecided"),
        never=_listed(case.get("never")),
        province=case.get("province"),
    )


def _listed(value: Any) -> tuple[str, ...]:
    return () if value is None else tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _draft(case: Mapping[str, Any], where: str) -> Draft:
    form = official_formats().get(str(case.get("format", "2021")))
    if form is None:
        raise CaseError(f"{where}: unknown format {case['format']!r}")
    draft = blank_report(form, case.get("year"), case.get("organisation"), case.get("body", "department"))
    for address in _listed(case.get("without")):
        draft = _without(draft, address, where)
    return draft


def _without(draft: Draft, address: str, where: str) -> Draft:
    if address in draft.form.section_forms:
        return without_section(draft, address)
    if address in draft.tables:
        return without_table(draft, address)
    table, _, row = address.partition(".")
    if row not in draft.tables.get(table, {}):
        raise CaseError(f"{where}: without names {address!r}, which is no section, table or row of the form")
    return without_row(draft, address)


def docstring_cases(rule: RuleInfo) -> Iterator[Case]:
    """The wrong and the right example of a rule's docstring as cases."""
    draft = blank_report(_format_of(rule))
    table, section = (getattr(rule, name, None) for name in ("table", "section"))
    for name, fragment in zip(("wrong", "right"), rule.examples, strict=True):
        if fragment:
            place = place_of(fragment, draft, table, section)
            yield Case(f"{rule.code}-docstring-{name}", rule.code, place, fragment, name == "wrong", draft)


def _format_of(rule: RuleInfo) -> Format:
    formats = official_formats()
    keys = [key.removesuffix("+") for key in rule.formats]
    return formats.latest if not keys else next(form for form in reversed(tuple(formats)) if form.key in keys)
