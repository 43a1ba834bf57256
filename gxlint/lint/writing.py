"""Writes a mended text back into its file: same encoding, same byte order mark, all of it or nothing."""

import codecs
import os
from contextlib import suppress
from errno import EACCES

from gxlint.rules import Message
from gxlint.source import SourceText
from gxlint.source.refusals import refusal

_BIG_ENDIAN = ((codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_UNENCODABLE = Message(
    "{path} 未修改:改正后的文字中有“{char}”,{encoding} 编码写不出这个字。请先把文件另存为 UTF-8 编码",
    "{path} was not changed: {encoding} has no way to write “{char}” of the mended text. Save it as UTF-8",
)
CHANGED = Message(
    "{path} 未修改:读取之后文件又有变动。请重新运行",
    "{path} was not changed: it is no longer what was read. Run again",
)
_NOT_WRITTEN = Message(
    "{path} 未修改:无法写入({reason})",
    "{path} was not changed: it cannot be written ({reason})",
)


class WriteError(Exception):
    """A mended text that could not be written; the file is as it was."""

    def __init__(self, message: Message, **params: object) -> None:
        super().__init__(message.render(params, "en"))
        self.message, self.params = message, params

    def text(self, lang: str = "zh") -> str:
        """What happened and what to do, in the language asked for."""
        return self.message.render(self.params, lang)


def not_written(path: str, error: OSError) -> WriteError:
    """What to tell where the system refuses to write a mended file."""
    return WriteError(_NOT_WRITTEN, path=path, reason=Message(*refusal(error)))


def write_mended(path: str, before: SourceText, after: str) -> None:
    """Replace the contents of a file, which still has to hold what was read from it.

    Args:
        path: the file; a link stays a link.
        before: what was read.
        after: the text to write.

    Raises:
        WriteError: it cannot be written, in this encoding or at all. The file is as it was.
    """
    path = os.path.realpath(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
        if not os.access(path, os.W_OK):  # replacing a file asks only for the folder's permission
            raise PermissionError(EACCES, os.strerror(EACCES))
    except OSError as error:
        raise not_written(path, error) from error
    # Also where the text does not say all there was in the bytes: what cannot be written again stays.
    if encoded(before.text, before.encoding, data, path) != data:
        raise WriteError(CHANGED, path=path)
    new = encoded(after, before.encoding, data, path)
    try:
        replace_file(path, new)
    except OSError as error:
        raise not_written(path, error) from error


def encoded(text: str, encoding: str, like: bytes, path: str) -> bytes:
    """The text as bytes in an encoding, with the byte order of the bytes that it takes the place of.

    Raises:
        WriteError: the encoding lacks a character.
    """
    try:
        for mark, codec in _BIG_ENDIAN:  # Python's utf-16 and utf-32 write the machine's own order
            if like.startswith(mark) and codec.startswith(encoding):
                return mark + text.encode(codec)
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise WriteError(_UNENCODABLE, path=path, char=char, encoding=encoding.upper()) from error


def replace_file(path: str, data: bytes) -> None:
    """Write a file anew, all of it or nothing; permissions and owner stay.

    Raises:
        OSError: it cannot be written. The file is as it was.
    """
    from tempfile import mkstemp

    status = os.stat(path)
    descriptor, temporary = mkstemp(dir=os.path.dirname(path), prefix=".gxlint-")
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, status.st_mode & 0o7777)
        with suppress(OSError, AttributeError):  # only root may give files away, and Windows has no owners
            os.chown(temporary, status.st_uid, status.st_gid)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def unified_diff(path: str, before: SourceText, after: SourceText) -> str:
    """The difference of two texts as ``diff -u`` shows it; empty where there is none."""
    from difflib import unified_diff as difference

    lines = difference(_lines(before), _lines(after), path, path, n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _lines(source: SourceText) -> list[str]:
    ends = [*source.line_starts[1:], len(source.text)]
    lines = [source.text[start:end] for start, end in zip(source.line_starts, ends, strict=True)]
    # A file that ends in the middle of a line says so, as diff does.
    return [*lines[:-1], *([f"{lines[-1]}\n\\ No newline at end of file\n"] if lines[-1] else [])]
