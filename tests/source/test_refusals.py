"""What the system says when it refuses, in both languages."""

import errno
import os

import pytest

from gxlint.source.refusals import refusal


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOENT, "找不到文件或文件夹", "no such file or folder"),
        (errno.ENOSPC, "磁盘已满", "the disk is full"),
        (errno.EROFS, "磁盘是只读的", "the disk is read-only"),
        (errno.EADDRINUSE, "端口已被占用", "the port is taken"),
    ],
)
def test_usual_ones(number: int, zh: str, en: str) -> None:
    assert refusal(OSError(number, os.strerror(number))) == (zh, en)


def test_permission_is_said_alike_whatever_the_system_calls_it() -> None:
    words = refusal(OSError(errno.EACCES, "x"))
    assert words == refusal(OSError(errno.EPERM, "x"))
    assert "打开" in words[0]
    assert "open" in words[1]


def test_what_is_unusual_is_told_in_the_systems_words() -> None:
    assert refusal(OSError(errno.EXDEV, "Cross-device")) == ("Cross-device", "Cross-device")
    assert refusal(OSError("odd")) == ("odd", "odd")
    assert refusal(OSError()) == ("OSError", "OSError")


def test_a_path_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="null") as caught:
        os.stat("a\0b")
    assert refusal(caught.value)[1] == "the path has a character that it may not have"
