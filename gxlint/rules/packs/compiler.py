"""From the declarations of a pack to rules and profiles; what contradicts itself is said with its line and column."""

from collections.abc import Iterator, Sequence
from string import Formatter
from typing import Any

from gxlint.formats import Catalogue, Format, Source
from gxlint.rules.formula import Formula, FormulaError, compile_formula
from gxlint.rules.info import Message, Severity
from gxlint.rules.packs.documentation import docstring
from gxlint.rules.packs.kinds.every import MAKERS, asked_for
from gxlint.rules.packs.kinds.formulas import formula
from gxlint.rules.packs.kinds.parts import is_day
from gxlint.rules.packs.models import KINDS, PackFile, RuleEntry, SourceEntry
from gxlint.rules.packs.passages import known_places
from gxlint.rules.packs.reach import reach_of
from gxlint.rules.packs.rule import Kind, PackRule
from gxlint.rules.toml_models import closest_key
from gxlint.rules.toml_places import Toml, TomlProblem

_Keys = tuple[str | int, ...]

_ONE_KIND = Message(
    "每条规则要有且只有一种检查({kinds}),这条有 {got}",
    "each rule has exactly one kind of check ({kinds}), this one has {got}",
)
_PREFIX = Message(
    "编号 {code} 应以本包的前缀 {prefix} 开头", "code {code} must begin with the prefix {prefix}"
)
_TWICE = Message("{got} 前面已经用过", "{got} is taken already")
_NO_SOURCE = Message("没有 [source.{got}]{close_zh}", "there is no [source.{got}]{close_en}")
_NO_TITLE = Message("依据要有文件名称 title", "a source needs a title")
_NO_PLACE = Message("没有这一部分:{got}{close_zh}", "there is no such part: {got}{close_en}")
_NO_FORMAT = Message("没有名为 {got} 的格式,已知的有 {known}", "there is no format {got}; known are {known}")
_NO_DAY = Message(
    "没有这一天:{got},应为月-日,如 01-31", "there is no such day: {got}; write month-day, as in 01-31"
)
_NEITHER = Message("{kind} 要写 {one} 或 {other}", "{kind} needs {one} or {other}")
_FILL = Message(
    "提示里没有 {{{got}}} 可填,可用的有 {known}", "a message has no {{{got}}} to fill in; there are {known}"
)
_BRACES = Message(
    "提示里的花括号没有成对,或里面不是名称", "the braces of the message do not match, or hold no name"
)
_MOST_NAMED = 20
# Declarations of which at least one of two keys must be given.
_EITHER = {
    "required": ("any", "all"),
    "figure": ("any", "all"),
    "length": ("max", "min"),
    "heading": ("title", "subheadings"),
}


class Compiler:
    """Makes the rules of one pack; ``problems`` are what is wrong with it."""

    def __init__(self, toml: Toml, pack: PackFile, catalogue: Catalogue) -> None:
        self.problems: list[TomlProblem] = []
        self._toml, self._pack, self._catalogue = toml, pack, catalogue
        self._places = frozenset(known_places(catalogue))

    def rules(self) -> Iterator[type[PackRule]]:
        """The rules that nothing is wrong with, as classes like those written in Python."""
        taken: set[str] = set()
        for index, entry in enumerate(self._pack.rule):
            keys: _Keys = ("rule", index)
            before = len(self.problems)
            self._identity(entry, keys, taken)
            forms = self._forms(entry, keys)
            sources = tuple(self._sources(entry, keys))
            kind = self._kind(entry, keys, forms)
            messages = self._messages(entry, keys, kind) if kind else {}
            when = self._condition(entry, keys, forms)
            if kind is not None and len(self.problems) == before:
                yield _rule_class(entry, kind, sources, messages, when, self._pack, index)

    def _wrong(self, keys: _Keys, message: Message, /, **params: str) -> None:
        self.problems.append(TomlProblem(self._toml.path, self._toml.value_place(keys), message, params))

    def _identity(self, entry: RuleEntry, keys: _Keys, taken: set[str]) -> None:
        prefix = self._pack.pack.prefix
        if entry.code[:-3] != prefix:
            self._wrong((*keys, "code"), _PREFIX, code=entry.code, prefix=prefix)
        for field, value in (("code", entry.code), ("name", entry.name)):
            if value in taken:
                self._wrong((*keys, field), _TWICE, got=value)
            taken.add(value)

    def _forms(self, entry: RuleEntry, keys: _Keys) -> list[Format]:
        known = {form.key: form for form in self._catalogue}
        wanted: list[Format] = []
        for index, key in enumerate(entry.formats):
            form = known.get(key.removesuffix("+"))
            if form is None:
                self._wrong((*keys, "formats", index), _NO_FORMAT, got=key, known=", ".join(known))
            elif key.endswith("+"):
                wanted += [other for other in self._catalogue if other.first_year >= form.first_year]
            else:
                wanted.append(form)
        return wanted or list(self._catalogue)

    def _sources(self, entry: RuleEntry, keys: _Keys) -> Iterator[Source]:
        written_as_list = isinstance(self._toml.data["rule"][keys[1]].get("source"), list)
        for index, item in enumerate(entry.source):
            at = (*keys, "source", index) if written_as_list else (*keys, "source")
            fields = {name: value for name, value in item.model_dump(exclude={"use"}).items() if value}
            if item.use:
                fields = {**self._shared(item, at), **fields}
            if fields.get("title"):
                yield Source(**fields)
            elif not item.use:
                self._wrong(at, _NO_TITLE)

    def _shared(self, item: SourceEntry, at: _Keys) -> dict[str, str]:
        shared = self._pack.source.get(item.use)
        if shared is None:
            zh, en = self._closest(item.use, self._pack.source)
            self._wrong(at, _NO_SOURCE, got=item.use, close_zh=zh, close_en=en)
            return {}
        if not shared.title:
            self._wrong(("source", item.use), _NO_TITLE)
        return {name: value for name, value in shared.model_dump(exclude={"use"}).items() if value}

    def _kind(self, entry: RuleEntry, keys: _Keys, forms: Sequence[Format]) -> Kind | None:
        asked = asked_for(entry)
        if len(asked) != 1:
            self._wrong(keys, _ONE_KIND, kinds="、".join(KINDS), got="、".join(asked) or "0")
            return None
        (name,) = asked
        declared = getattr(entry, name)
        self._complete(name, declared, (*keys, name))
        self._sections(declared, (*keys, name))
        if name != "formula":
            return MAKERS[name](declared)
        try:
            return formula(declared, forms, tuple(self._catalogue))
        except FormulaError as error:
            self._wrong_inside((*keys, name, "at" if error.in_at else "check"), error)
            return None

    def _condition(self, entry: RuleEntry, keys: _Keys, forms: Sequence[Format]) -> Formula | None:
        if entry.only is None or not entry.only.when:
            return None
        try:
            return compile_formula(entry.only.when, forms, tuple(self._catalogue))
        except FormulaError as error:
            self._wrong_inside((*keys, "only", "when"), error)
            return None

    def _wrong_inside(self, keys: _Keys, error: FormulaError) -> None:
        place = self._toml.inside(keys, error.at)
        self.problems.append(TomlProblem(self._toml.path, place, error.message, error.params))

    def _complete(self, name: str, declared: Any, keys: _Keys) -> None:
        one, other = _EITHER.get(name, ("", ""))
        if one and getattr(declared, one) is None and getattr(declared, other) is None:
            self._wrong(keys, _NEITHER, kind=name, one=one, other=other)
        if name == "deadline" and not is_day(declared.by):
            self._wrong((*keys, "by"), _NO_DAY, got=declared.by)

    def _sections(self, declared: Any, keys: _Keys) -> None:
        section = getattr(declared, "section", ())
        wanted = [section] if isinstance(section, str) else section
        for place in wanted:
            if place not in self._places:
                zh, en = self._closest(place, self._places)
                self._wrong((*keys, "section"), _NO_PLACE, got=place, close_zh=zh, close_en=en)

    def _closest(self, got: str, known: Any) -> tuple[str, str]:
        """What was probably meant, else what there is, in both languages."""
        if close := closest_key(got, sorted(known)):
            return f",是否指 {close}?", f"; did you mean {close}?"
        there = sorted(known)[:_MOST_NAMED]
        return (f",可用的有 {'、'.join(there)}", f"; there are {', '.join(there)}") if there else ("", "")

    def _messages(self, entry: RuleEntry, keys: _Keys, kind: Kind) -> dict[str, Message]:
        messages = dict(kind.messages)
        if entry.message is not None:
            for text in (entry.message.zh, entry.message.en):
                self._fits(text, kind, (*keys, "message"))
            messages["default"] = Message(entry.message.zh, entry.message.en or messages["default"].en)
        return messages

    def _fits(self, text: str, kind: Kind, keys: _Keys) -> None:
        """A template may name what there is to fill in, and nothing more: no attributes, no widths."""
        try:
            parts = list(Formatter().parse(text))
        except ValueError:
            self._wrong(keys, _BRACES)
            return
        for _, name, form, conversion in parts:
            if name is None:
                continue
            if form or conversion or not name.isidentifier():
                self._wrong(keys, _BRACES)
            elif name not in kind.fills:
                self._wrong(keys, _FILL, got=name, known=", ".join(sorted(kind.fills)))


def _rule_class(
    entry: RuleEntry,
    kind: Kind,
    sources: tuple[Source, ...],
    messages: dict[str, Message],
    when: Formula | None,
    pack: PackFile,
    index: int,
) -> type[PackRule]:
    attributes = {
        "__doc__": docstring(entry),
        "__module__": __name__,
        "code": entry.code,
        "name": entry.name,
        "severity": Severity(entry.severity),
        "source": sources if len(sources) > 1 else sources[0],
        "messages": messages,
        "formats": tuple(entry.formats),
        "fix": kind.fix,
        "status": entry.status,
        "since": entry.since or pack.pack.version,
        "aliases": tuple(entry.aliases),
        "url": entry.url,
        "parameters": kind.parameters,
        "default_on": entry.default_on,
        "wants_previous": kind.previous or (when is not None and when.wants_previous),
        "kind": kind,
        "only": staticmethod(reach_of(entry.only, when)),
        "entry": entry,
        "index": index,
        "profiles": tuple(entry.profiles),
    }
    return type(f"Rule{entry.code}", (PackRule,), attributes)
