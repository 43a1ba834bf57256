"""Everything that can go wrong with a plugin, in words: what happened, and what to do about it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from gxlint.rules.info import Message
from gxlint.source.record import Record

if TYPE_CHECKING:
    from gxlint.rules.toml_places import TomlError

CODE = "GXL002"
_MOST_PROBLEMS = 3


class Kind(NamedTuple):
    """A way to fail: what happened and the cure."""

    what: Message
    cure: Message


class PluginFailure(Record, frozen=True):
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
ENDLESS = Kind(
    Message(
        "载入时运行超过 {seconds:g} 秒仍未结束,已停止",
        "did not end within {seconds:g} s while it was loaded, and was stopped",
    ),
    _TELL_AUTHOR,
)
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
BAD_LAW = Kind(
    Message("gxlint_laws 给出的不是 Law,而是 {got}", "gxlint_laws returned {got} instead of a Law"),
    _TELL_AUTHOR,
)
BAD_LINKER = Kind(
    Message("gxlint_links 给出的不是函数,而是 {got}", "gxlint_links returned {got} instead of a function"),
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

_CORRECT_PROFILE = Message(
    "请维护者改正该省市配置;其余内容照常生效",
    "Its maintainer has to correct the profile; the rest of it holds",
)
NO_PROFILE = Kind(
    Message(
        "gxlint_profiles 给出的不是 Profile,而是 {got}", "gxlint_profiles returned {got} instead of a Profile"
    ),
    _TELL_AUTHOR,
)
DUPLICATE_PROFILE = Kind(
    Message(
        "省市配置 {profile} 已由软件包 {owner} 提供,未采用",
        "profile {profile} is already brought by package {owner}",
    ),
    Message("请卸载两者之一", "Uninstall one of them"),
)
UNKNOWN_PARENT = Kind(
    Message(
        "省市配置 {profile} 的上级 {parent} 不存在,未采用",
        "profile {profile} inherits from {parent}, which does not exist; it was refused",
    ),
    Message(
        "请安装提供 {parent} 的软件包,或请维护者改正",
        "Install the package that brings {parent}, or ask the maintainer to correct it",
    ),
)
PROFILE_CYCLE = Kind(
    Message(
        "省市配置 {profile} 的上级 {parent} 最终又是它自己或未被采用,未采用",
        "profile {profile} inherits from {parent}, which leads back to it or was refused itself; it was refused",
    ),
    Message("请维护者改正上级", "Its maintainer has to correct the parent"),
)
PROFILE_RULE = Kind(
    Message(
        "省市配置 {profile} 中的规则 {rule} 不存在,这一项未生效",
        "profile {profile} names an unknown rule {rule}; that entry has no effect",
    ),
    _CORRECT_PROFILE,
)
PROFILE_RULE_CLOSE = Kind(
    Message(
        "省市配置 {profile} 中的规则 {rule} 不存在,是否指 {close}?这一项未生效",
        "profile {profile} names an unknown rule {rule} (is {close} meant?); that entry has no effect",
    ),
    _CORRECT_PROFILE,
)
PROFILE_PARAMETER = Kind(
    Message(
        "省市配置 {profile}:规则 {rule} 没有参数 {name}(有 {known}),这一项未生效",
        "profile {profile}: rule {rule} has no parameter {name} (it has {known}); that entry has no effect",
    ),
    _CORRECT_PROFILE,
)
PROFILE_SEVERITY = Kind(
    Message(
        "省市配置 {profile}:规则 {rule} 的严重程度 {got} 不存在(有 {known}),这一项未生效",
        "profile {profile}: there is no severity {got} for rule {rule} (known: {known}); that entry has no effect",
    ),
    _CORRECT_PROFILE,
)
PROFILE_SECTION = Kind(
    Message(
        "省市配置 {profile}:没有名为 {section} 的部分(有 {known}),这一项未生效",
        "profile {profile}: there is no section {section} (known: {known}); that entry has no effect",
    ),
    _CORRECT_PROFILE,
)


def bad_profile(problem: Message) -> Kind:
    """A profile that has not the form of one, with the one thing that is wrong."""
    what = Message("省市配置 {profile} 未采用:" + problem.zh, "profile {profile} was refused: " + problem.en)
    return Kind(what, Message("请维护者改正", "Its maintainer has to correct this"))


def bad_value(problem: Message) -> Kind:
    """A value that a rule's parameter cannot have."""
    what = Message(
        "省市配置 {profile}:规则 {rule} 的" + problem.zh + ",这一项未生效",
        "profile {profile}: rule {rule}: " + problem.en + "; that entry has no effect",
    )
    return Kind(what, _CORRECT_PROFILE)


def bad_rule(problem: Message) -> Kind:
    """A rule that does not meet the form, with the one thing that is wrong."""
    what = Message("规则 {rule} 未采用:" + problem.zh, "rule {rule} was refused: " + problem.en)
    return Kind(what, Message("请规则作者改正", "Its author has to correct this"))


def bad_pack(error: "TomlError") -> Kind:
    """A rule pack in which something is wrong, with the first places where."""
    zh, en = (_first_lines(error.text(lang).replace("{", "{{").replace("}", "}}")) for lang in ("zh", "en"))
    return Kind(
        Message(f"规则包有误,未采用:{zh}", f"the rule pack was refused: {en}"),
        Message(
            "请按行号改正规则包;gxlint test 可以逐条检查",
            "Correct the pack at these lines; gxlint test checks it",
        ),
    )


def _first_lines(text: str) -> str:
    lines = text.split("\n")
    more = len(lines) - _MOST_PROBLEMS
    return "; ".join(lines[:_MOST_PROBLEMS]) + (f" … (+{more})" if more > 0 else "")
