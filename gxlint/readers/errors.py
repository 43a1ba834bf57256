"""Why a file could not be read, in words for the person who has it."""

from collections.abc import Mapping
from typing import ClassVar

from gxlint.source.record import Record


class Words(Record, frozen=True):
    """The same in both languages; ``{name}`` stands for a parameter."""

    zh: str
    en: str


class ReadError(Exception):
    """A file that cannot be read as a report: what is wrong, with which file, and what to do.

    Attributes:
        code: the code of the diagnostic this becomes.
        problem: one of the texts of this module.
        params: what fills it; values may be ``Words``, too.
    """

    code: ClassVar[str] = "GXL001"

    def __init__(self, problem: Words, params: Mapping[str, str | int | Words]) -> None:
        """Nothing but data, so that it travels between processes."""
        super().__init__(problem, dict(params))
        self.problem = problem
        self.params = params

    def text(self, lang: str = "zh") -> str:
        """The message in Chinese, or in English for ``en``."""
        params = {key: _in(lang, value) for key, value in self.params.items()}
        return str(_in(lang, self.problem)).format_map(params)

    def __str__(self) -> str:
        return self.text()


def _in(lang: str, value: str | int | Words) -> str | int:
    if isinstance(value, Words):
        return value.en if lang == "en" else value.zh
    return value


MISSING = Words(
    "找不到文件 {path}。请检查路径和文件名(连同扩展名)是否写对",
    "there is no file {path}. Check the path and the name, extension included",
)
FOLDER = Words(
    "{path} 是文件夹,不是文件。请写出其中报告文件的名字",
    "{path} is a folder, not a file. Name the report file inside it",
)
FORBIDDEN = Words(
    "没有读取 {path} 的权限。请修改文件权限,或先关闭正占用它的程序再试",
    "no permission to read {path}. Change its permissions, or close the program that holds it, and try again",
)
UNREADABLE = Words(
    "读取 {path} 失败({reason})。请把文件复制到本机磁盘后再试",
    "reading {path} failed ({reason}). Copy the file to a local disk and try again",
)
TOO_LARGE = Words(
    "{path} 超过 {limit} MB 的上限,未读取。年度报告一般只有几十 KB,请确认没有选错文件;"
    "若文件里嵌有图片,请另存为不含图片的文本后再检查",
    "{path} is larger than the limit of {limit} MB and was not read. A report has some tens of KB: make sure "
    "that this is the right file; if it has pictures inside, save its text without them",
)
EMPTY = Words(
    "{path} 里没有文字。请确认文件已保存;若是网页,正文可能由脚本加载,请把正文复制到文本文件再检查",
    "{path} holds no text. Make sure that it was saved; if it is a web page whose text is loaded by a "
    "script, copy the text into a text file",
)
NOT_TEXT = Words(
    "{path} 不是文本文件,无法读取。请把报告正文(连同表格)复制到 .txt 文件,或另存为网页(.html)后再检查",
    "{path} is not a text file and cannot be read. Copy the report, tables included, into a .txt file, "
    "or save it as a web page (.html)",
)
UNKNOWN_ENCODING = Words(
    "{path} 的文字编码无法识别(不是 UTF-8、GB18030/GBK 或 UTF-16)。"
    "请用记事本或 WPS 打开,另存为 UTF-8 编码后再检查",
    "the encoding of {path} is none of UTF-8, GB18030/GBK and UTF-16. Open it in an editor and save it "
    "as UTF-8",
)
DAMAGED = Words(
    "{path} 是 {encoding} 编码,但第 {line} 行有损坏的字节,可能传输中出错或被截断。请重新获取文件,"
    "或在编辑器中改正该处后另存为 UTF-8",
    "{path} is written in {encoding}, but line {line} has broken bytes: it may have been cut or damaged on "
    "the way. Get the file again, or mend that line in an editor and save it as UTF-8",
)
NOT_READ_YET = Words(
    "{path} 是 {kind},目前还不能直接读取。{advice}",
    "{path} is {kind}, which is not read yet. {advice}",
)
