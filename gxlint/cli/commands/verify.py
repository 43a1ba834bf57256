"""``gxlint verify``: whether files are those that a receipt speaks of, and whether it tells the truth of them."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from gxlint import __version__
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session, packages, without_excluded
from gxlint.cli.parser import Options, Parser
from gxlint.cli.sealing import sealed
from gxlint.cli.targets import Target, collect
from gxlint.cli.task import Task
from gxlint.readers import ReadError, data_of
from gxlint.reporters.words import enumeration, say, verdict_word
from gxlint.source.width import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.receipts import Receipt, SealedFile
    from gxlint.lint.session import Session
    from gxlint.reporters.record import FileRecord


class Answer(NamedTuple):
    """What is said of one file, whether the receipt holds for it, and what the receipt calls it, if it speaks of it."""

    holds: bool
    text: str
    named: str = ""


def run(words: Sequence[str], lang: str) -> int:
    """Hold files against a receipt.

    Returns:
        0 the receipt holds for all files, 1 not for all, 2 it cannot be used.
    """
    options, paths = _parser(lang).read(words)
    if len(paths) < 2:
        raise UsageError(
            say(lang, "请给出回执和要核对的文件", "name a receipt and the files to hold against it")
        )
    lang = options.lang
    from gxlint.cli.receipts import read_receipt

    receipt = read_receipt(paths[0], lang)
    session = open_session(_as_then(receipt, options))
    if (other := _other_versions(receipt, session, lang)) is not None:
        print(other)
    targets = without_excluded(session, collect(paths[1:], lang))
    answers = [_answer(receipt, target, session, lang) for target in targets]
    print("\n".join(answer.text for answer in answers))
    if len(answers) > 1:
        print(_summed_up(answers, lang))
    if any(target.root is not None for target in targets) and (left := _not_found(receipt, answers)):
        print(
            say(
                lang,
                "回执里还有 {n} 个文件不在其中:{names}",
                "{n} more files of the receipt are not among them: {names}",
                n=len(left),
                names=enumeration([visible(path) for path in left], lang),
            )
        )
    return 0 if all(answer.holds for answer in answers) else 1


def _summed_up(answers: Sequence[Answer], lang: str) -> str:
    held = sum(answer.holds for answer in answers)
    return say(
        lang,
        "{n} 个文件:{held} 个与回执一致,{others} 个不一致",
        "files: {n}; the receipt holds for {held}, not for {others}",
        n=len(answers),
        held=held,
        others=len(answers) - held,
    )


def _as_then(receipt: Receipt, options: Options) -> Options:
    """The options of the run that wrote the receipt."""
    then = {key: value for key, value in receipt.options.items() if value is not None}
    return Options(**{**then, "lang": options.lang})


def _not_found(receipt: Receipt, answers: Sequence[Answer]) -> list[str]:
    """The files of a receipt that nothing was said of."""
    told = {answer.named for answer in answers}
    same = {file.sha256 for file in receipt.files if file.path in told} | {None}
    return [file.path for file in receipt.files if file.path not in told and file.sha256 not in same]


def _answer(receipt: Receipt, target: Target, session: Session, lang: str) -> Answer:
    if target.problem is not None:
        return Answer(False, target.problem)
    try:
        data = data_of(target.path)
    except ReadError as error:
        return Answer(False, error.text(lang))
    file = receipt.of(sha256(data).hexdigest())
    if file is None:
        return _unknown(receipt, target.path, lang)
    now = sealed(session, Task(lang), Target(target.path))
    same = now.verdict == file.verdict and _counted(now) == file.findings.model_dump()
    told = _told(file, receipt, visible(target.path), lang)
    if same:
        return Answer(True, told, file.path)
    otherwise = say(
        lang,
        ";现在重新检查的结论不同:{verdict},{findings}",
        "; checked anew it comes to something else: {verdict}, {findings}",
        verdict=verdict_word(now.verdict, lang),
        findings=_findings(_counted(now), lang),
    )
    return Answer(False, told + otherwise, file.path)


def _unknown(receipt: Receipt, path: str, lang: str) -> Answer:
    file = receipt.named(path)
    if file is not None:
        zh, en = (
            "{path}:检查之后改动过,回执对它无效,请重新检查",
            "{path}: changed since it was checked; the receipt says nothing of it, check it again",
        )
    else:
        zh, en = "{path}:回执里没有这个文件", "{path}: the receipt does not speak of this file"
    return Answer(False, say(lang, zh, en, path=visible(path)), file.path if file else "")


def _told(file: SealedFile, receipt: Receipt, path: str, lang: str) -> str:
    return say(
        lang,
        "{path}:与 {checked} 检查的是同一文件,{verdict}({findings})",
        "{path}: the file that was checked at {checked}: {verdict} ({findings})",
        path=path,
        checked=_local(receipt.checked),
        verdict=verdict_word(file.verdict, lang),
        findings=_findings(file.findings.model_dump(), lang),
    )


def _local(moment: str) -> str:
    """``2026-01-30 16:05`` on the clock of whoever reads it."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):  # written by hand
        return moment


def _counted(record: FileRecord) -> dict[str, int]:
    severities = [diagnostic.severity for diagnostic in record.diagnostics]
    return {level: severities.count(level) for level in ("error", "warning", "info", "hint")}


def _findings(counts: dict[str, int], lang: str) -> str:
    return say(
        lang,
        "错误 {error}、警告 {warning}、提示 {rest}",
        "errors {error}, warnings {warning}, others {rest}",
        error=counts["error"],
        warning=counts["warning"],
        rest=counts["info"] + counts["hint"],
    )


def _other_versions(receipt: Receipt, session: Session, lang: str) -> str | None:
    """What to say where other programs are at work than those that wrote the receipt."""
    then = {**{item.package: item.version for item in receipt.plugins}, "gxlint": receipt.gxlint}
    now = {**dict(packages(session)), "gxlint": __version__}
    differing = sorted(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))
    if not differing:
        return None
    named = [f"{name} {then.get(name) or '-'} → {now.get(name) or '-'}" for name in differing]
    return say(
        lang,
        "版本与开具回执时不同,结论可能因此不同:{names}",
        "Other versions than when the receipt was written, which may make a difference: {names}",
        names=("、" if lang != "en" else ", ").join(named),
    )


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint verify",
        lang,
        (
            "核对回执:文件是否就是检查过的那一份,重新检查的结论是否与回执一致。",
            "Hold files against a receipt: are they those that were checked, and does a new check agree?",
        ),
        ("回执 文件 …", "RECEIPT FILE ..."),
    )
    parser.positional("RECEIPT", ("gxlint check --receipt 写出的回执", "as gxlint check --receipt wrote it"))
    parser.positional(
        "FILE", ("要核对的文件,或它们所在的文件夹", "the files to hold against it, or the folder they are in")
    )
    parser.common()
    parser.notes.append(
        (
            "退出码:0 全部一致,1 有文件不一致或改动过,2 回执无法使用。",
            "Exit code: 0 the receipt holds, 1 not for every file, 2 it cannot be used.",
        )
    )
    return parser
