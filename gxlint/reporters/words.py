"""Words shared by everything that speaks to the user: two languages, one place."""

Lang = str  # "zh" or "en"

_SEVERITIES = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("信息", "info"),
    "hint": ("提示", "hint"),
}


_VERDICTS = {"pass": ("通过", "passed"), "fail": ("未通过", "failed"), "incomplete": ("未查全", "incomplete")}


def say(lang: Lang, zh: str, en: str, **params: object) -> str:
    """The text in the language asked for, ``{name}`` filled in from the parameters."""
    text = en if lang == "en" else zh
    return text.format_map(params) if params else text


def severity_word(severity: str, lang: Lang) -> str:
    """``错误`` for ``error``."""
    zh, en = _SEVERITIES[severity]
    return say(lang, zh, en)


def verdict_word(verdict: str, lang: Lang) -> str:
    """``未通过`` for ``fail``."""
    zh, en = _VERDICTS[verdict]
    return say(lang, zh, en)


def count_of(number: int, severity: str, lang: Lang) -> str:
    """``2 个错误``, ``2 errors``."""
    word = severity_word(severity, lang)
    return say(lang, "{n} 个{word}", "{n} {word}{s}", n=number, word=word, s="" if number == 1 else "s")


def enumeration(items: list[str], lang: Lang) -> str:
    """Items in a row: ``、`` in Chinese, a comma in English."""
    return ("、" if lang != "en" else ", ").join(items)


def sentence_gap(lang: Lang) -> str:
    """What stands between two statements on one line."""
    return ";" if lang != "en" else "; "


def value_text(value: object, lang: Lang) -> str:
    """The value of a setting as people write it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return enumeration([str(item) for item in value], lang) or say(lang, "(空)", "(empty)")
    return str(value)
