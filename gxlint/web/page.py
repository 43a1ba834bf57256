"""The page itself: all that is in it is drawn by its script."""

from html import escape
from typing import NamedTuple

from gxlint import __version__
from gxlint.reporters.words import say


class Here(NamedTuple):
    """What the page has to know of where it comes from: the language, and the folder whose configuration holds."""

    lang: str
    folder: str


def page(here: Here) -> str:
    """The page."""
    title = say(here.lang, "gxlint 年报校对", "gxlint, annual reports")
    # The editor's own words, which have to be there before it is.
    words = '<script src="/assets/zh.js"></script>\n' if here.lang != "en" else ""
    facts = (
        f'data-lang="{escape(here.lang)}" data-folder="{escape(here.folder)}" data-version="{__version__}"'
    )
    return _document(
        here.lang,
        title,
        f'<link rel="icon" href="/assets/icon.svg">\n<link rel="stylesheet" href="/assets/main.css">\n{words}'
        '<script type="module" src="/assets/main.js"></script>\n',
        f"<body {facts}></body>",
    )


def closed_door(lang: str) -> str:
    """For those who come without the word that was printed."""
    title = say(lang, "请用终端里打印的网址打开", "Open the address printed in the terminal")
    text = say(
        lang,
        "运行 gxlint web 的窗口里有一行网址,带有这次运行的口令;请复制整行网址打开。",
        "The window in which gxlint web runs shows an address with the word for this run. Copy the whole address.",
    )
    return _document(lang, title, "", f"<body><h1>{title}</h1><p>{text}</p></body>")


def _document(lang: str, title: str, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if lang == "en" else "zh-CN"}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n{head}</head>\n{body}\n</html>\n"
    )
