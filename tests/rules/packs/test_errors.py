"""What is wrong with a pack is said with line and column, in both languages."""

import pytest

from tests.rules.packs.kit import HEAD, RULE, said_of

CHECK = '[rule.forbidden]\nany = ["甲"]\n'
GOOD = HEAD + RULE + CHECK


def test_the_good_one_is_good() -> None:
    assert said_of(GOOD) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'code = "YZ101"',
            'code = "YZ1"',
            'yz.toml:12:8:code 应为前缀(两到三个大写字母)加三位数字,如 GS101,现为 "YZ1"',
        ),
        ('code = "YZ101"', "code = 101", "yz.toml:12:8:code 应为文字(加引号),现为 101"),
        ('code = "YZ101"', 'code = "GS101"', "yz.toml:12:8:编号 GS101 应以本包的前缀 YZ 开头"),
        ('code = "YZ101"\n', "", "yz.toml:11:1:缺少必填的 code"),
        (
            'name = "some-defect"',
            'name = "Some Defect"',
            'yz.toml:13:8:name 应为小写英文字母和数字,可用连字符,如 overview-too-long,现为 "Some Defect"',
        ),
        (
            'severity = "warning"',
            'severity = "warn"',
            'yz.toml:14:12:severity 应为 error, warning, info, hint 之一,现为 "warn"',
        ),
        ("severity = ", "severty = ", "yz.toml:14:1:未知的键 severty,是否指 severity?"),
        ('source = "notice"', 'source = "notic"', "yz.toml:16:10:没有 [source.notic],是否指 notice?"),
        ('source = "notice"', 'source = { number = "1号" }', "yz.toml:16:10:依据要有文件名称 title"),
        ('pass = ["甲。"]', "pass = []", "yz.toml:17:8:pass 不能为空"),
        ('pass = ["甲。"]', "pass = [1]", "yz.toml:17:9:pass 应为一组“键 = 值”,现为 1"),
        ('fail = ["乙。"]\n', "", "yz.toml:11:1:缺少必填的 fail"),
        ('any = ["甲"]', 'any = ["甲", "/(a+)+/"]', "yz.toml:20:19:括号后面只能用 ?,不能重复一组字"),
        ('any = ["甲"]', 'any = ["甲", " "]', "yz.toml:20:14:找的内容不能为空"),
        ('any = ["甲"]', 'any = ["甲", "\u200b"]', "yz.toml:20:14:找的内容不能为空"),
        ('any = ["甲"]', 'anny = ["甲"]', "yz.toml:20:1:未知的键 anny,是否指 any?"),
        (
            'any = ["甲"]',
            'any = ["甲"]\nsection = "overvew"',
            "yz.toml:21:11:没有这一部分:overvew,是否指 overview?",
        ),
        (
            'any = ["甲"]',
            'any = ["甲"]\nsection = "第一部分"',
            "没有这一部分:第一部分,可用的有 disputes、document、",
        ),
        ('source = "notice"', 'source = "县通知"', "yz.toml:16:10:没有 [source.县通知],可用的有 notice"),
        ("[rule.forbidden]", "[rule.forbiden]", "yz.toml:19:1:未知的键 forbiden,是否指 forbidden?"),
        (CHECK, "", "每条规则要有且只有一种检查"),
        (CHECK, CHECK + "[rule.attachment]\n", "每条规则要有且只有一种检查"),
        (CHECK, '[rule.required]\nsection = "overview"\n', "yz.toml:19:1:required 要写 any 或 all"),
        (CHECK, '[rule.length]\nsection = "overview"\n', "yz.toml:19:1:length 要写 max 或 min"),
        (CHECK, '[rule.deadline]\nby = "02-30"\n', "yz.toml:20:6:没有这一天:02-30"),
        (
            CHECK,
            '[rule.formula]\ncheck = "table_requests.grantd.total = 1"\n',
            "yz.toml:20:25:表三没有行 grantd,是否指 granted?",
        ),
        (
            CHECK,
            '[rule.formula]\ncheck = """\n  # 说明\n  table_requests.granted.total\n    = 1 = 2"""\n',
            "yz.toml:23:9:这里不应出现“=”",
        ),
        (
            CHECK,
            '[rule.formula]\ncheck = "1 = 1"\nat = "table_requests.granted.totl"\n',
            "yz.toml:21:30:表三的这一行没有列 totl,是否指 total?",
        ),
        (
            'summary = "应当这样写。"',
            'summary = "应当这样写。"\nmessage = "有 {count} 处"',
            "yz.toml:16:11:提示里没有 {count} 可填,可用的有 found, where_en, where_zh",
        ),
        (
            'summary = "应当这样写。"',
            'summary = "应当这样写。"\nmessage = "{found.__class__}"',
            "yz.toml:16:11:提示里的花括号没有成对",
        ),
        (
            'summary = "应当这样写。"',
            'summary = "应当这样写。"\nmessage = "{found:>999999999}"',
            "yz.toml:16:11:提示里的花括号没有成对",
        ),
        (
            'summary = "应当这样写。"',
            'summary = "应当这样写。"\nmessage = "{found"',
            "yz.toml:16:11:提示里的花括号没有成对",
        ),
        (
            CHECK,
            CHECK + '[rule.only]\nwhen = "table_requests.granted.totl > 0"\n',
            "yz.toml:22:32:表三的这一行没有列 totl,是否指 total?",
        ),
        ('prefix = "YZ"', 'prefix = "yz"', 'yz.toml:4:10:prefix 应为两到三个大写字母,如 GS,现为 "yz"'),
        ('prefix = "YZ"', 'prefix = "YZ"\nspec = "2.0"', "yz.toml:5:8:本包为接口 2.0 编写"),
        ("[pack]", "[pack", "yz.toml:1:6:TOML 语法错误"),
        (
            'summary = "应当这样写。"',
            'summary = "应当这样写。"\nformats = ["2020"]',
            "yz.toml:16:12:没有名为 2020 的格式",
        ),
        (HEAD, HEAD + '[[profile]]\ncode = "CN-YZ"\n', "yz.toml:10:1:缺少必填的 name"),
    ],
)
def test_it_is_said_where_and_what(old: str, new: str, said: str) -> None:
    text = GOOD.replace(old, new)
    assert text != GOOD
    assert said in said_of(text)
    assert said_of(text, "en").startswith("yz.toml:")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    text = GOOD.replace('code = "YZ101"', "code = 1").replace("severity", "severty")
    assert len(said_of(text).split("\n")) == 3


def test_the_same_code_or_name_twice() -> None:
    said = said_of(GOOD + RULE + CHECK)
    assert said == "yz.toml:23:8:YZ101 前面已经用过\nyz.toml:24:8:some-defect 前面已经用过"
