"""``gxlint web``: the editor as a page in the user's browser."""

from __future__ import annotations

import os
import secrets
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError
from gxlint.cli.parser import Parser, number
from gxlint.reporters.words import say
from gxlint.source.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.parser import Options
    from gxlint.web.site import Site

_LAST_PORT = 65535
_TOKEN_BYTES = 24


def run(words: Sequence[str], lang: str) -> int:
    """Serve the page until the user interrupts it.

    Returns:
        0.

    Raises:
        UsageError: the page has not been built, or the port cannot be had.
    """
    options, _ = web_parser(lang).read(words)
    from gxlint.web.assets import BUILD, assets

    parts = assets()
    if not parts:
        raise UsageError(
            say(
                options.lang,
                "这里没有网页的文件。请在源码文件夹里运行下面的命令(需要 Node 20 以上),再安装一次 gxlint:\n  {command}",
                "the page has not been built. In the source folder, with Node 20 or newer, run this, then install gxlint again:"
                "\n  {command}",
                command=BUILD,
            ),
            show_help=False,
        )
    from gxlint.web.page import Here
    from gxlint.web.site import Site

    here = Here(options.lang, Path(os.getcwd()).as_uri())
    return _serve(Site(secrets.token_urlsafe(_TOKEN_BYTES), parts, here), options)


def _serve(site: Site, options: Options) -> int:
    from gxlint.lsp.logs import start_log
    from gxlint.lsp.settings import ServerSettings
    from gxlint.web.serving import serve

    start_log(None, verbose=False)
    try:
        return serve(site, ServerSettings(lang=options.lang), options.port, partial(_begun, options))
    except KeyboardInterrupt:
        print(
            say(
                options.lang,
                "\n已停止。网页里的文字还留在浏览器里",
                "\nstopped. The text stays in the browser",
            )
        )
        return 0
    except OSError as error:
        raise UsageError(
            say(
                options.lang,
                "不能在端口 {port} 上监听:{why}。请换一个端口,或不写 --port",
                "cannot listen on port {port}: {why}. Name another port, or none",
                port=options.port,
                why=say(options.lang, *refusal(error)),
            ),
            show_help=False,
        ) from error


def _begun(options: Options, address: str, usual: bool) -> None:
    """Say where the page is, and open it."""
    from gxlint.web.site import USUAL_PORT

    if not usual:
        print(
            say(
                options.lang,
                "端口 {port} 已被占用,可能已有一个 gxlint web 在运行;这次用另一个端口,"
                "浏览器里保存的文字各端口分开存放。",
                "Port {port} is taken, perhaps by another gxlint web; this one has another port. "
                "What the browser keeps it keeps for each port apart.",
                port=USUAL_PORT,
            )
        )
    print(
        say(
            options.lang,
            "网页在 {address}\n只有本机能打开,文字不会离开这台电脑。用完按 Ctrl+C 停止。",
            "the page is at {address}\nOnly this computer can open it, and no text leaves it. Stop it with Ctrl+C.",
            address=address,
        ),
        flush=True,
    )
    if not options.no_browser:
        import webbrowser
        from threading import Thread

        # Some browsers come back only when the user has closed them.
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def web_parser(lang: str) -> Parser:
    """The options of the command."""
    from gxlint.web.site import USUAL_PORT

    parser = Parser(
        "gxlint web",
        lang,
        (
            "在浏览器里校对:打开一个只有本机能用的网页,粘贴或打开报告,边改边查,看表格,下载。不需要别的编辑器,文字不离开这台电脑。",
            "Proofread in the browser: a page on this computer alone, to paste or open a report, mend it while it is "
            "checked, see its tables, and download it. No text leaves the computer.",
        ),
        ("[选项]", "[options]"),
    )
    parser.option(
        "--port",
        metavar="N",
        type=number(lang, ("端口", "the port"), 0, _LAST_PORT),
        text=(
            f"使用这个端口,0 为任选一个;默认 {USUAL_PORT},被占用时任选一个",
            f"the port, 0 for any; by default {USUAL_PORT}, or any where that is taken",
        ),
    )
    parser.option(
        "--no-browser",
        action="store_true",
        text=("不打开浏览器,只打印网址", "do not open the browser, print the address only"),
    )
    parser.common()
    parser.notes.append(
        (
            "退出码:0 按 Ctrl+C 停止,2 用法错误、端口不能用或没有网页的文件。",
            "Exit code: 0 stopped with Ctrl+C, 2 wrong usage, a port that cannot be had, or no page built.",
        )
    )
    return parser
