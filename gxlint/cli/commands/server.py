"""``gxlint server``: the language server, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError
from gxlint.cli.parser import Parser
from gxlint.reporters.words import say
from gxlint.source.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gxlint.cli.parser import Options

_LAST_PORT = 65535
_ADDRESS = ("地址", "the address")


def run(words: Sequence[str], lang: str) -> int:
    """Serve editors until one of them ends it.

    Returns:
        0 when the editor took its leave as it should, 1 when it was just gone, 2 for wrong usage.
    """
    options, _ = server_parser(lang).read(words)
    if options.tcp and options.websocket:
        raise UsageError(
            say(lang, "--tcp 和 --websocket 只能用一个", "--tcp and --websocket exclude one another")
        )
    from gxlint.lsp.logs import start_log

    try:
        start_log(options.log_file, verbose=options.verbose)
    except OSError as error:
        raise UsageError(
            say(
                lang,
                "日志 {path} 无法写入:{why}",
                "cannot write the log {path}: {why}",
                path=options.log_file,
                why=say(lang, *refusal(error)),
            )
        ) from error
    return _serve(options)


def _serve(options: Options) -> int:
    from gxlint.lsp import serve
    from gxlint.lsp.settings import ServerSettings

    settings = ServerSettings(lang=options.lang)
    address = options.tcp or options.websocket
    if not address:
        return serve.serve_stdio(settings)
    listen = serve.serve_tcp if options.tcp else serve.serve_websocket
    try:
        return listen(settings, *address)
    except OSError as error:
        where = ":".join(map(str, address))
        raise UsageError(
            say(
                options.lang,
                "不能在 {where} 上监听:{why}",
                "cannot listen on {where}: {why}",
                where=where,
                why=say(options.lang, *refusal(error)),
            ),
            show_help=False,
        ) from error


def _address(lang: str) -> Callable[[str], tuple[str, int]]:
    """Takes ``HOST:PORT``; a port alone is one of this machine, which nobody else can reach."""

    def read(value: str) -> tuple[str, int]:
        host, _, port = value.rpartition(":")
        if port.isdecimal() and int(port) <= _LAST_PORT:
            return host.strip("[]") or "127.0.0.1", int(port)
        raise UsageError(
            say(
                lang,
                "{what}应写成 主机:端口,如 127.0.0.1:2087,而不是 {value}",
                "{what} must be HOST:PORT, as 127.0.0.1:2087, not {value}",
                what=say(lang, *_ADDRESS),
                value=value,
            )
        )

    return read


def server_parser(lang: str) -> Parser:
    """The options of this command."""
    parser = Parser(
        "gxlint server",
        lang,
        (
            "语言服务器:由编辑器启动,边写边检查。默认经标准输入输出与编辑器通信,各编辑器的配置见 docs/editors.md。",
            "Language server: started by an editor, it checks while you write. It talks on its standard streams unless "
            "told otherwise; docs/editors.md tells how to set up editors.",
        ),
        ("[选项]", "[options]"),
    )
    parser.option(
        "--stdio",
        action="store_true",
        text=("经标准输入输出通信,即默认方式", "talk on the standard streams, as by default"),
    )
    parser.option(
        "--tcp",
        metavar="HOST:PORT",
        type=_address(lang),
        text=("在这个地址上监听", "listen on this address"),
    )
    parser.option(
        "--websocket",
        metavar="HOST:PORT",
        type=_address(lang),
        text=("在这个地址上监听,供浏览器中的编辑器使用", "listen on this address for editors in a browser"),
    )
    parser.option("--log-file", metavar="FILE", text=("把日志写入这个文件", "write a log to this file"))
    parser.option(
        "--verbose",
        action="store_true",
        text=("日志中记下往来的全部消息", "log all messages, too"),
    )
    parser.common()
    return parser
