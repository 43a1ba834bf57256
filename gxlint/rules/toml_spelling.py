"""How names, codes and versions in a TOML file are spelled: each as a pattern, and in words for who has it wrong."""

from gxlint.rules.info import Message

CODE = r"^[A-Z]{2,3}\d{3}$"
NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
PREFIX = r"^[A-Z]{2,3}$"
INTERFACE = r"^\d{1,3}\.\d{1,3}$"
VERSION = r"^\d+(\.\d+){0,3}([-.+]?[a-z0-9]+)*$"

SPELLED = {
    CODE: Message(
        "前缀(两到三个大写字母)加三位数字,如 GS101", "two or three capitals and three digits, as in GS101"
    ),
    NAME: Message(
        "小写英文字母和数字,可用连字符,如 overview-too-long",
        "small letters and digits, joined by hyphens, as in overview-too-long",
    ),
    PREFIX: Message("两到三个大写字母,如 GS", "two or three capitals, as in GS"),
    INTERFACE: Message("两个数中间加点,如 1.1", "two numbers with a point between them, as in 1.1"),
    VERSION: Message("用点分开的数,如 0.1.0", "numbers with points between them, as in 0.1.0"),
}
