"""The rules about the page: silent on good reports, sure about numbers, and exact about what they delete."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.lint.session import FileResult, Session, Settings
from gxlint.testing.bars import pipe_rows_leading
from gxlint.testing.forms import blank_report, with_paragraphs
from gxlint.testing.pages import written
from gxlint_national import page
from gxlint_national.page.figures import masked
from gxlint_national.page.identity import is_bank_card, is_credit_code, is_identity, looks_like_identity
from gxlint_national.page.names import SURNAMES, name_at
from gxlint_national.page.variants import has_any, simplified, strays

CODES = tuple(rule.code for rule in page.RULES)
FORM = official_formats().latest
PERSONAL = ("CN905", "CN906", "CN907", "CN908", "CN909")


@cache
def session(*codes: str) -> Session:
    return Session(Settings(select=codes or CODES))


def check(text: str, *codes: str, name: str = "report.txt") -> FileResult:
    result = session(*codes).check_bytes(text.encode(), name)
    assert result.error is None
    return result


def findings(text: str, *codes: str) -> list[str]:
    result = check(text, *codes).result
    assert result is not None
    return [finding.rule.code for finding in result.findings]


def with_sentence(sentence: str, part: str = "other_matters") -> str:
    draft = with_paragraphs(blank_report(FORM), part, "没有其他需要报告的事项。", sentence)
    return written(draft, pipe_rows_leading)


def test_every_rule_of_the_list_is_there() -> None:
    assert [f"CN{number}" for number in range(901, 911)] == list(CODES)


# ---------------------------------------------------------------- numbers


def with_check_digit(head: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return head + "10X98765432"[sum(int(d) * w for d, w in zip(head, weights, strict=True)) % 11]


@given(st.integers(0, 999), st.dates(), st.sampled_from(["110101", "140100", "320500", "650100"]))
def test_identity_numbers(serial: int, birthday: object, region: str) -> None:
    number = with_check_digit(f"{region}{birthday!s}{serial:03}".replace("-", ""))
    usual = "1900" <= str(birthday)[:4] < "2100"
    assert is_identity(number) is usual
    assert looks_like_identity(number) is usual
    wrong = number[:17] + ("0" if number[17] != "0" else "1")
    assert not is_identity(wrong)


@pytest.mark.parametrize(
    "number",
    [
        "990101190001010014",
        "110101190013010012",
        "110101190002300013",
        "11010119000101001",
        "1101011900010100X4",
    ],
)
def test_what_is_no_identity_number(number: str) -> None:
    assert not is_identity(number)


def test_credit_codes() -> None:
    assert is_credit_code("11140000MB00000008")
    assert not is_credit_code("11140000MB00000009")
    assert not is_credit_code("11140000MB0000000")
    assert not is_credit_code("11140000MI00000008")
    assert not is_credit_code(with_check_digit("11010119000101001"))


def test_code_of_digits_only_is_no_identity_number() -> None:
    # A number that passes both checks: which one it is, only the words before it tell.
    both = next(
        number
        for serial in range(1000)
        for day in range(1, 29)
        if is_credit_code(number := with_check_digit(f"131102200001{day:02}{serial:03}"))
    )
    assert findings(with_sentence(f"登记的号码为{both}。"), "CN906") == []
    assert findings(with_sentence(f"身份证号为{both}。"), "CN906") == ["CN906"]
    assert findings(with_sentence(f"统一社会信用代码{both}。"), "CN906") == []


@given(st.integers(10**14, 10**18 - 1))
def test_bank_cards(head: int) -> None:
    cards = [f"{head}{digit}" for digit in range(10)]
    assert sum(map(is_bank_card, cards)) == (16 <= len(cards[0]) <= 19)


@given(st.integers(10**9, 10**18))
def test_a_masked_number_hides_its_middle(number: int) -> None:
    shown = masked(str(number), 3, 4)
    assert len(shown) == len(str(number))
    assert shown[3:-4] == "*" * (len(shown) - 7)


@given(st.sampled_from("3456789"), st.integers(0, 10**9 - 1))
def test_no_message_repeats_the_number(second: str, rest: int) -> None:
    number = f"1{second}{rest:09}"
    result = check(with_sentence(f"联系人手机{number}。"), "CN905").result
    assert result is not None
    (finding,) = result.findings
    for lang in ("zh", "en"):
        assert number not in finding.text(lang)
        assert number[3:7] not in finding.text(lang).replace(number[:3], "").replace(number[-4:], "")


# ---------------------------------------------------------------- people


@pytest.mark.parametrize(
    "sentence",
    [
        "申请人王小明提出补正。",
        "申请人:李四,申请公开征地批复。",
        "申请人为张大山,已答复。",
        "原告欧阳小红请求撤销答复。",
        "村民赵有田向县政府申请行政复议。",
        "收到周建等5人提交的申请。",
        "刘大海诉县政府一案已审结。",
        "因王某不服答复而起诉。",
        "吴某某、郑某分别提出申请。",
        "对孙某甲的申请予以公开。",
        "案号为(2024)晋0105行初12号。",
        "〔2023〕最高法行申123号裁定驳回。",
        "(2024)xx行终xx号判决维持。",
        "县政复决字〔2024〕12号决定维持。",
        "市行复〔2024〕第3号决定撤销。",
    ],
)
def test_personal(sentence: str) -> None:
    assert findings(with_sentence(sentence, "disputes"), "CN908") == ["CN908"]


@pytest.mark.parametrize(
    "sentence",
    [
        "申请人对答复满意,申请人权益得到保障。",
        "申请人高度认可,申请人方便快捷获取信息。",
        "申请人何时提出均可,申请人许多问题得到解答。",
        "与申请人进行沟通,告知申请人理由。",
        "收到群众来信12件,收到许可申请3件,收到各类诉求120件。",
        "收到申请后及时办理,收到林业部门反馈。",
        "公民、法人和其他组织,村民委员会,居民满意度。",
        "当事人双方达成和解,当事人申请撤回。",
        "行政复议、行政诉讼案件,投诉举报,申诉控告。",
        "某局、某镇、某单位公开不及时,某些栏目更新慢。",
        "由张某峰局长负责,李明主任任组长。",
        "根据云政发〔2024〕12号和国办函〔2020〕109号文件。",
        "(2024年1月1日至2024年12月31日)未发生诉讼。",
        "《行政复议法》(2023年修订)施行。",
    ],
)
def test_not_personal(sentence: str) -> None:
    assert findings(with_sentence(sentence, "disputes"), *PERSONAL) == []


def test_names_begin_with_surnames() -> None:
    assert all(len(name) == 1 for name in SURNAMES)
    assert name_at("王小明向", 0) == 3
    assert name_at("王明向", 0) == 2
    assert name_at("欧阳明向", 0) == 3
    assert name_at("王小明白了", 0) == 0
    assert name_at("陈述的", 0) == 0
    assert name_at("", 0) == 0


# ---------------------------------------------------------------- characters


def test_table_of_characters() -> None:
    table = simplified()
    assert len(table) > 2000
    assert not set(table) & set(table.values())
    assert not any(char in table for char in "乾著於瞭徵藉覆昇鍾")
    assert table["國"] == "国"
    # Whoever has nothing but the usual characters is not looked at any further.
    assert all(map(has_any, table))
    assert not has_any("政府信息公开工作年度报告,《条例》第20条〔2021〕30号·“三安全一稳定”★①—…")


@pytest.mark.parametrize("part", ["preamble", "overview", "requests", "problems", "other_matters"])
def test_a_stray_character_is_found_anywhere(part: str) -> None:
    text = with_sentence("切实做好政府信息公開工作。", part)
    result = check(text, "CN901").result
    assert result is not None
    (finding,) = result.findings
    assert finding.severity == "warning"
    assert finding.fix is not None
    assert not finding.fix.safe


@given(st.lists(st.sampled_from("国國开開政府信息公的,。《》“”王李香港繁體為服務"), max_size=40).map("".join))
def test_strays_are_in_the_table(text: str) -> None:
    assert all(text[index] in simplified() for index in strays(text))


# ---------------------------------------------------------------- the page around the report

LINES = [
    "当前位置:首页 > 年报",
    "索引号:",
    "YZ001/2025-00012",
    "发布时间:2025-01-20 10:05 来源:县财政局",
    "",
    "云泽县财政局2024年政府信息公开工作年度报告",
    "依据条例编制本报告。统计期限为2024年1月1日至2024年12月31日。",
    "一、总体情况",
    "全年公开信息120条。",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "县财政局",
    "扫一扫在手机打开当前页",
    "x",
    "主办:云泽县人民政府",
]


@settings(max_examples=60)
@given(st.permutations(LINES), st.sampled_from(["\n", "\r\n", "\n\n"]), st.booleans())
def test_deleting_leaves_every_other_line(lines: list[str], end: str, closed: bool) -> None:
    text = end.join(lines) + (end if closed else "")
    result = check(text, "CN902", "CN903")
    assert result.result is not None
    assert result.report is not None
    document = result.report.document
    edits = [edit for finding in result.result.findings if finding.fix for edit in finding.fix.edits]
    spans = sorted(document.view.source_span(edit.span) for edit in edits)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    left = text
    for span in reversed(spans):
        left = left[: span.start] + left[span.end :]
    gone = {line.text for line in result.report.furniture}
    kept = [line for line in text.split(end) if line and line not in gone]
    remaining = [line for line in left.replace("\r\n", "\n").split("\n") if line]
    assert [line for line in remaining if line in kept] == remaining
    assert set(kept) == set(remaining)


def test_a_saved_web_page_has_its_chrome_by_right() -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    html = f"<!DOCTYPE html><html><body>{body}</body></html>"
    result = check(html, "CN902", name="report.html").result
    assert result is not None
    assert result.findings == ()
    assert result.coverage.not_applicable == ("CN902",)


def test_furniture_inside_a_longer_line_is_not_deleted() -> None:
    text = "\n".join(LINES[5:]).replace("\n主办", " 主办")
    result = check(text, "CN902").result
    assert result is not None
    for finding in result.findings:
        assert finding.fix is None or all("县财政局" not in edit.new_text for edit in finding.fix.edits)


# ---------------------------------------------------------------- any text

PIECES = [
    *LINES,
    *(
        "国",
        "開",
        "某",
        "★",
        "@163.com",
        "13900001234",
        "110101190001010014",
        "〔2021",
        "%",
        "共条",
        "????",
        "诉",
        "不服",
    ),
    *(
        "申请人",
        "王小明",
        "(2024)晋01行终1号",
        "机密",
        "密级:",
        "内部资料",
        "体育app",
        "账号",
        "6217000000000000012",
    ),
    *(" ", "\n", "。", ",", "(", ")", "“", "”", "《", "》", "|", ":", "\u3000", "\u200b", "(qū)", "區"),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_text_makes_a_rule_fail(text: str) -> None:
    whole = f"{LINES[5]}\n{LINES[6]}\n一、总体情况\n{text}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n{text}"
    assert not {"GXL002"} & set(findings(whole))
