"""What a new plugin is called: its folder, package, module, prefix and place, from a few answers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gxlint.cli.errors import UsageError
from gxlint.reporters.words import say
from gxlint.rules.validate import is_prefix

if TYPE_CHECKING:
    from gxlint.lint.places.table import Division

_WORD = re.compile(r"[a-z][a-z0-9]*(?:[-_.]?[a-z0-9]+)*")
_RESERVED = ("CN", "GXL")


class Names(NamedTuple):
    """All names of a new plugin.

    Attributes:
        folder: where it is written.
        distribution: what ``pip install`` calls it: ``gxlint-gansu``.
        module: what ``import`` calls it: ``gxlint_gansu``.
        entry: its entry point: ``gansu``.
        prefix: what its codes begin with.
        province: the code of its profile, empty for rules that hold everywhere.
        title: 甘肃省, for people.
    """

    folder: Path
    distribution: str
    module: str
    entry: str
    prefix: str
    province: str
    title: str


def names_of(target: str, *, prefix: str, province: str, title: str, lang: str) -> Names:
    """Everything a new plugin is called.

    Args:
        target: a folder, or just a name, whose last part names the plugin.
        prefix: what its codes begin with; the letters of the province unless given.
        province: code or name of a province, city or county; empty for rules that hold everywhere.
        title: its name for people; that of the place unless given.
        lang: language of complaints.

    Raises:
        UsageError: a name cannot be, or too little was said.
    """
    folder = Path(target)
    entry = folder.name.lower().removeprefix("gxlint").lstrip("-_.")
    if not _WORD.fullmatch(entry):
        raise UsageError(
            say(
                lang,
                "“{got}”不能作软件包名:应是小写英文字母和数字,可用连字符,如 gxlint-gansu",
                "“{got}” cannot name a package: lower-case letters and digits, hyphens between, as in gxlint-gansu",
                got=folder.name,
            )
        )
    entry = re.sub(r"[-_.]+", "-", entry)
    division = _division(province, lang) if province else None
    return Names(
        folder=folder,
        distribution=f"gxlint-{entry}",
        module=f"gxlint_{entry.replace('-', '_')}",
        entry=entry,
        prefix=_prefix(prefix, division, lang),
        province=division.profile_code if division else "",
        title=title or (division.name if division else f"gxlint-{entry}"),
    )


def _prefix(asked: str, division: Division | None, lang: str) -> str:
    prefix = asked.strip().upper()
    if not prefix:
        if division is None:
            raise UsageError(
                say(
                    lang,
                    "请用 --province 给出省、市、县(如 --province 甘肃),或用 --prefix 给出规则编号的前缀(如 --prefix GS)",
                    "say for which province it is, as in --province GS, or what codes begin with: --prefix GS",
                )
            )
        if division.level:
            raise UsageError(
                say(
                    lang,
                    "{letters} 是省级规则包的前缀,{name}的规则请另取一个,如 --prefix {letters}A",
                    "{letters} is the prefix of the province's own package; choose another one for {name}, such as "
                    "--prefix {letters}A",
                    letters=_letters(division),
                    name=division.name,
                )
            )
        return _letters(division)
    if not is_prefix(prefix) or prefix in _RESERVED:
        raise UsageError(
            say(
                lang,
                "前缀 {got} 不能用:应是两到三个英文字母,CN 和 GXL 除外",
                "{got} cannot be a prefix: it is two or three letters, CN and GXL excepted",
                got=asked,
            )
        )
    return prefix


def _letters(division: Division) -> str:
    return division.profile_code.split("-")[1]


def _division(word: str, lang: str) -> Division:
    from gxlint.lint.places.locate import called
    from gxlint.lint.places.provinces import BY_LETTERS
    from gxlint.lint.places.table import table

    word = word.strip()
    code = word.upper().removeprefix("CN-")
    known = table().by_code
    digits = f"{BY_LETTERS[code].digits}0000" if code in BY_LETTERS else code.rpartition("-")[2]
    found = [known[digits]] if digits in known else called(word)
    if len(found) == 1:
        return found[0]
    if found:
        codes = "、".join(item.profile_code for item in found[:3])
        raise UsageError(
            say(
                lang,
                "{word} 不止一处,请写代码,如 {codes}",
                "{word} may be several places; write the code, such as {codes}",
                word=word,
                codes=codes,
            )
        )
    raise UsageError(
        say(lang, "未知的省、市、县 {word}", "{word} is no known province, city or county", word=word)
    )
