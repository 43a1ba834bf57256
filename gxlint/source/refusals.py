"""Why the system refused a file or an address, in words for the person who asked for it."""

import errno

_WORDS = {
    errno.ENOENT: ("找不到文件或文件夹", "no such file or folder"),
    errno.EACCES: (
        "没有权限,或文件正被别的程序(如 Word、Excel)打开",
        "no permission, or another program (such as Word or Excel) has it open",
    ),
    errno.EISDIR: ("那是一个文件夹", "that is a folder"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "a part of the path is no folder"),
    errno.ENOSPC: ("磁盘已满", "the disk is full"),
    errno.EFBIG: ("文件超过磁盘允许的大小", "the file is larger than the disk allows"),
    errno.EROFS: ("磁盘是只读的", "the disk is read-only"),
    errno.ENAMETOOLONG: ("文件名太长", "the name is too long"),
    errno.EBUSY: ("正被别的程序使用", "another program uses it"),
    errno.EIO: ("磁盘或网络读写出错", "the disk or the network failed"),
    errno.EMFILE: ("同时打开的文件太多", "too many files are open"),
    errno.ELOOP: ("链接指来指去,没有尽头", "links lead round in a circle"),
    errno.EADDRINUSE: ("端口已被占用", "the port is taken"),
    errno.EADDRNOTAVAIL: ("本机没有这个地址", "this machine has no such address"),
}
_SAME_AS = {"EPERM": errno.EACCES, "EDQUOT": errno.ENOSPC, "ETXTBSY": errno.EBUSY}  # not all on every system
_SAME = {getattr(errno, name): like for name, like in _SAME_AS.items() if hasattr(errno, name)}
_NO_PATH = ("路径里有不能用的字符", "the path has a character that it may not have")


def refusal(error: OSError | ValueError) -> tuple[str, str]:
    """What went wrong, in Chinese and in English; the system's own words where it is nothing usual.

    A ``ValueError`` is what Python makes of a path that no system can have.
    """
    if not isinstance(error, OSError):
        return _NO_PATH
    number = error.errno
    known = _WORDS.get(_SAME.get(number, number)) if number is not None else None
    own = error.strerror or str(error) or type(error).__name__
    return known or (own, own)
