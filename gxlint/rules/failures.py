"""Everything that can go wrong with a plugin, in words: what happened, and what to do about it."""

from collections.abc import Mapping
from typing import NamedTuple

from gxlint.rules.info import Message

CODE = "GXL002"


class Kind(NamedTuple):
    """A way to fail: what happened and the cure."""

    what: Message
    cure: Message


class PluginFailure(NamedTuple):
    """Something a plugin brought that could not be used. ``name`` is its entry point."""

    name: str
    package: str
    version: str
    what: Message
    cure: Message
    params: Mapping[str, object]

    @property
    def code(self) -> str:
        """The code under which it is reported."""
        return CODE

    def text(self, lang: str = "zh") -> str:
        """Who, what and what to do, in the language asked for."""
        package = " ".join(part for part in (self.package, self.version) if part)
        what, cure = self.what.render(self.params, lang), self.cure.render(self.params, lang)
        if lang == "en":
            who = f"plugin {self.name} ({package})" if self.name else package
            return f"{who}: {what}. {cure}."
        who = f"插件 {self.name}({package})" if self.name else package
        return f"{who}:{what}。{cure}。"


_TELL_AUTHOR = Message(
    "请升级该软件包,仍不行时请告知其维护者", "Upgrade the package; if that does not help, tell its maintainer"
)
_UPGRADE = Message("请升级该软件包", "Upgrade the package")

NONE_FOUND = Kind(
    Message("没有找到任何规则包,什么也不会检查", "no plugin was found, so nothing would be checked"),
    Message(
        "请重新安装:pip install --force-reinstall gxlint",
        "Reinstall it: pip install --force-reinstall gxlint",
    ),
)
NOT_LOADED = Kind(Message("无法载入 {target}:{error}", "{target} could not be loaded: {error}"), _TELL_AUTHOR)
NO_SPEC = Kind(
    Message(
        "没有写明接口版本(GXLINT_SPEC 为 {got})",
        "does not declare the version of its interface (GXLINT_SPEC is {got})",
    ),
    Message("请在模块中写 GXLINT_SPEC = {spec}", "Write GXLINT_SPEC = {spec} in the module"),
)
SPEC_TOO_OLD = Kind(
    Message(
        "为旧接口 {theirs} 编写,本版 gxlint 的接口是 {ours},未载入",
        "was made for interface {theirs}, this gxlint has {ours}",
    ),
    _UPGRADE,
)
SPEC_TOO_NEW = Kind(
    Message(
        "需要接口 {theirs},本版 gxlint 的接口是 {ours},未载入",
        "needs interface {theirs}, this gxlint has {ours}",
    ),
    Message("请升级 gxlint:pip install --upgrade gxlint", "Upgrade gxlint: pip install --upgrade gxlint"),
)
BAD_PREFIX = Kind(
    Message("前缀 {prefix} 应为两到三个大写字母", "prefix {prefix} is not two or three capital letters"),
    Message('请在模块中写如 GXLINT_PREFIX = "GS"', 'Write for example GXLINT_PREFIX = "GS" in the module'),
)
NO_PREFIX = Kind(
    Message("带有规则,却没有声明编号前缀", "brings rules but declares no prefix for their codes"),
    BAD_PREFIX.cure,
)
FOREIGN_PREFIX = Kind(
    Message("前缀 {prefix} 属于软件包 {owner},未载入", "prefix {prefix} belongs to package {owner}"),
    Message(
        "请卸载两者之一,或请维护者改用自己省份的前缀",
        "Uninstall one of them, or ask its maintainer for a prefix of its own",
    ),
)
UNKNOWN_HOOK = Kind(
    Message(
        "实现了不存在的接口 {hook},是否指 {close}?未载入",
        "implements the unknown hook {hook}; is {close} meant?",
    ),
    Message(
        "请改正名称;若是新版接口,请升级 gxlint",
        "Correct the name, or upgrade gxlint if the hook is a newer one",
    ),
)
BAD_HOOK = Kind(Message("接口实现有误:{error}", "a hook is not implemented rightly: {error}"), _TELL_AUTHOR)
HOOK_FAILED = Kind(Message("{hook} 运行出错:{error}", "{hook} failed: {error}"), _TELL_AUTHOR)
RULE_FAILED = Kind(
    Message(
        "规则 {rule} 未采用,创建时出错:{error}", "rule {rule} was refused, it failed when created: {error}"
    ),
    _TELL_AUTHOR,
)
BAD_FORMAT = Kind(
    Message("gxlint_formats 给出的不是格式,而是 {got}", "gxlint_formats returned {got} instead of a format"),
    Message("请用 load_format 读取格式文件", "Read the format file with load_format"),
)
BAD_PROVISION = Kind(
    Message(
        "gxlint_provisions 给出的不是写明条款的 Provision,而是 {got}",
        "gxlint_provisions returned {got} instead of a Provision that names an article",
    ),
    _TELL_AUTHOR,
)
DUPLICATE_FORMAT = Kind(
    Message(
        "格式 {format} 已由软件包 {owner} 提供,未采用",
        "format {format} is already brought by package {owner}",
    ),
    Message("请卸载两者之一", "Uninstall one of them"),
)
DUPLICATE_RULE = Kind(
    Message(
        "规则 {rule} 的 {got} 已被软件包 {owner} 的 {other} 使用,未采用",
        "{got} of rule {rule} is already taken by {other} of package {owner}",
    ),
    Message("请卸载两者之一,或请维护者改名", "Uninstall one of them, or ask the maintainer to rename it"),
)


def bad_rule(problem: Message) -> Kind:
    """A rule that does not meet the form, with the one thing that is wrong."""
    what = Message("规则 {rule} 未采用:" + problem.zh, "rule {rule} was refused: " + problem.en)
    return Kind(what, Message("请规则作者改正", "Its author has to correct this"))
