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
BROKEN = Words(
    "{path} 已损坏或不完整,无法读取,可能是传输中断。请重新获取文件,或用 Word、WPS 打开后另存一份再检查",
    "{path} is damaged or incomplete and cannot be read: it may have been cut on the way. Get it again, or open it "
    "in Word or WPS and save a copy",
)
LOCKED = Words(
    "{path} 设有打开密码,无法读取。请在 Word、WPS 等软件中取消密码后再检查",
    "{path} is locked with a password and cannot be read. Remove the password and check it again",
)
UNSAFE = Words(
    "{path} 内含异常的 XML 声明(DOCTYPE 或实体),正常软件不会写出,为安全起见未读取。请用 Word 或 WPS 打开后另存一份再检查",
    "{path} declares document types or entities inside, which no Office program does, and was not read. Open it in Word "
    "or WPS and save a copy",
)
TOO_LARGE_INSIDE = Words(
    "{path} 解压后的内容超过 {limit} MB 的上限,未读取。年度报告一般只有几百 KB,请确认文件来源,"
    "或把报告正文复制到新文件再检查",
    "{path} unpacks to more than the limit of {limit} MB and was not read. A report has some hundred KB: make sure where "
    "the file comes from, or copy the report into a new file",
)
TOO_MUCH_TEXT = Words(
    "{path} 内容过多,超过 {limit} 个段落、单元格或文字片段的上限,未读取。请确认没有选错文件,或把报告另存为一个文件再检查",
    "{path} has more than {limit} paragraphs, cells or pieces of text and was not read. Make sure that this is the right "
    "file, or save the report as a file of its own",
)
TOO_MANY_CELLS = Words(
    "{path} 的单元格超过 {limit} 个的上限,未读取。请把报告所用的工作表另存为一个文件再检查",
    "{path} has more than {limit} cells and was not read. Save the sheets of the report as a file of their own",
)
TOO_MANY_PAGES = Words(
    "{path} 有 {count} 页,超过 {limit} 页的上限,未读取。年度报告一般只有几页,请确认没有选错文件,或只导出报告所在的页",
    "{path} has {count} pages, more than the limit of {limit}, and was not read. A report has a few: make sure that this is "
    "the right file, or export the pages of the report alone",
)
TOO_MUCH_ON_PAGES = Words(
    "{path} 页面上的内容过多,未读取。请确认没有选错文件,或把报告正文(连同表格)复制到 .txt 文件后再检查",
    "{path} has too much on its pages and was not read. Make sure that this is the right file, or copy the report, tables "
    "included, into a .txt file",
)
TOO_SLOW = Words(
    "{path} 在 {seconds} 秒内未能读完,已放弃。请用其他软件打开后重新导出,或把报告正文(连同表格)复制到 .txt 文件后再检查",
    "{path} could not be read within {seconds} seconds. Export it anew with another program, or copy the report, tables "
    "included, into a .txt file",
)
NO_TEXT_ON_PAGES = Words(
    "{path} 里没有可读的文字,可能是扫描件。请先用文字识别(OCR)软件转成文字,核对后存为 .txt 文件再检查",
    "{path} has no text that can be read: it may be scanned. Turn it into text with recognition software (OCR), compare, "
    "and save it as a .txt file",
)
NEEDS_LIBREOFFICE = Words(
    "{path} 是{kind},要借助 LibreOffice 读取,但没有找到这个软件。请安装 LibreOffice,或在 Word、WPS 中另存为 {target} 后再检查",
    "{path} is {kind}, which is read with the help of LibreOffice, and that was not found. Install LibreOffice, or save "
    "the file as {target} in Word or WPS",
)
NOT_CONVERTED = Words(
    "{path} 是{kind},LibreOffice 未能打开它:文件可能已损坏或设有密码,也可能缺少 LibreOffice 的相应组件。"
    "请在 Word、WPS 中打开,另存为 {target} 后再检查",
    "{path} is {kind}, and LibreOffice could not open it: it may be damaged or locked, or a part of LibreOffice is "
    "missing. Open it in Word or WPS and save it as {target}",
)
NOT_READ_YET = Words(
    "{path} 是 {kind},目前还不能直接读取。{advice}",
    "{path} is {kind}, which is not read yet. {advice}",
)
