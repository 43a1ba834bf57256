"""What each kind of check finds, where it points, and what it leaves alone."""

import pytest

from gxlint.rules import NotApplicable, Severity, Undecided
from tests.rules.packs.kit import HEAD, RULE, findings, marked, pack_of, report, rule_pack, said_of


def test_required_words() -> None:
    pack = rule_pack('[rule.required]\nsection = "overview"\nall = ["政策解读", ["网站", "门户"]]')
    assert marked(pack, "overview", "开展政策解读3次,门户发布信息。") == []
    held = report("overview", "开展各项工作。")
    (finding,) = findings(pack, held)
    assert held.document.slice(finding.span) == "一、总体情况"
    assert finding.text() == "“总体情况”应写明“政策解读”、“网站”或“门户”"
    assert finding.text("en") == "“总体情况” should mention “政策解读”、“网站”或“门户”"


def test_so_many_of_several_words() -> None:
    pack = rule_pack('[rule.required]\nsection = "overview"\nany = ["教育", "医疗", "就业"]\nat_least = 2')
    assert marked(pack, "overview", "公开教育、就业信息。") == []
    assert len(marked(pack, "overview", "公开教育信息。")) == 1
    (rule,) = pack.rules
    held = report("overview", "公开教育信息。")
    assert not list(rule().tuned({"at_least": 1}).check(held, held))


def test_a_pattern_between_slashes() -> None:
    pack = rule_pack("[rule.required]\nsection = \"overview\"\nany = ['/培训[^。]{0,12}\\d+\\s*(次|期|场)/']")
    assert marked(pack, "overview", "组织业务培训 3 次。") == []
    assert len(marked(pack, "overview", "组织业务培训。共3次。")) == 1


def test_a_pattern_is_named_by_the_words_it_begins_with() -> None:
    pack = rule_pack(
        "[rule.required]\nsection = \"overview\"\nany = ['/培训[^。]{0,12}\\d+次/', '/(甲|乙)级/']"
    )
    (finding,) = findings(pack, report("overview", "丙。"))
    assert finding.params["missing"] == "“培训…”或“(甲|乙)级”"


def test_full_width_punctuation_in_a_word_is_found() -> None:
    pack = rule_pack('[rule.forbidden]\nany = ["(试行),"]')
    assert marked(pack, "overview", "《办法》(试行),自今年起施行。") == ["(试行),"]


def test_what_stands_under_a_subheading() -> None:
    pack = rule_pack('[rule.required]\nsection = "overview.supervision"\nany = ["培训"]')
    text = "(一)主动公开\n开展培训3次。\n(五)监督保障\n{}"
    assert marked(pack, "overview", text.format("培训2次。")) == []
    assert marked(pack, "overview", text.format("加强监督。")) == ["(五)监督保障"]


def test_without_the_subheading_the_whole_section_counts_for_what_must_be_there() -> None:
    pack = rule_pack('[rule.required]\nsection = "overview.supervision"\nany = ["培训"]')
    assert marked(pack, "overview", "全年培训2次。") == []


@pytest.mark.parametrize("check", ["[rule.forbidden]\nany = ['培训']", "[rule.length]\nmax = 3"])
def test_without_the_subheading_limits_on_it_are_not_told(check: str) -> None:
    (rule,) = rule_pack(f'{check}\nsection = "overview.supervision"').rules
    held = report("overview", "全年培训2次。")
    (outcome,) = rule().check(held, held)
    assert isinstance(outcome, Undecided)
    assert "监督保障" in outcome.text()


def test_a_report_without_the_section_is_not_for_the_rule() -> None:
    (rule,) = rule_pack('[rule.required]\nsection = "problems"\nany = ["培训"]').rules
    held = report("overview", "甲。")
    held.sections = [section for section in held.sections if section.key != "problems"]
    assert [type(item) for item in rule().check(held, held)] == [NotApplicable]


def test_forbidden_words_unless_inside_allowed_ones() -> None:
    pack = rule_pack('[rule.forbidden]\nsection = "overview"\nany = ["领导"]\nallow = ["领导小组"]')
    assert marked(pack, "overview", "领导高度重视,成立领导小组。") == ["领导"]


def test_each_stretch_is_reported_once() -> None:
    pack = rule_pack('[rule.forbidden]\nsection = "overview"\nany = ["取得成效", "取得成效显著", "成效"]')
    assert marked(pack, "overview", "取得成效显著。") == ["取得成效显著"]


def test_length_counts_characters_without_white_space() -> None:
    pack = rule_pack(
        '[rule.length]\nsection = "problems"\nmin = 5\nmax = 8\nescalate = { max = 10, severity = "error" }'
    )
    assert marked(pack, "problems", "一二 三四\n五六") == []
    held = report("problems", "一二三四五六七八九")
    (finding,) = findings(pack, held)
    assert finding.severity is Severity.WARNING
    assert finding.params["count"] == 9
    (finding,) = findings(pack, report("problems", "一二三四五六七八九十百"))
    assert finding.severity is Severity.ERROR
    (finding,) = findings(pack, report("problems", "一二三"))
    assert "只有 3 字,不足 5 字" in finding.text()


def test_limits_are_parameters() -> None:
    (rule,) = rule_pack('[rule.length]\nsection = "problems"\nmax = 8').rules
    held = report("problems", "一二三四五六七八九")
    assert rule.parameters == {"max": 8}
    assert list(rule().check(held, held))
    assert not list(rule().tuned({"max": 9}).check(held, held))


@pytest.mark.parametrize(
    "text",
    [
        "门户网站发布信息120条。",
        "在门户网站上发布各类信息1,200余条",
        "发布信息一百二十条的网站运行正常",
        "门户网站未发布信息。",
        "没有网站。",
    ],
)
def test_a_figure_near_the_word(text: str) -> None:
    pack = rule_pack('[rule.figure]\nsection = "overview"\nall = ["网站"]')
    assert marked(pack, "overview", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "用好门户网站。发布信息120条。",
        "发布信息120条,用好门户网站。",
        "2024年建设门户网站。",
        "按第20条建设门户网站。",
        "门户网站平稳运行。",
        "门户网站" + "长" * 40 + "信息120条",
    ],
)
def test_no_figure_near_the_word(text: str) -> None:
    pack = rule_pack('[rule.figure]\nsection = "overview"\nall = ["网站"]')
    assert len(marked(pack, "overview", text)) == 1


def test_the_figure_must_have_the_unit_asked_for() -> None:
    pack = rule_pack('[rule.figure]\nsection = "overview"\nany = ["培训", "讲座"]\nunits = ["次", "期"]')
    assert marked(pack, "overview", "讲座3期。") == []
    assert len(marked(pack, "overview", "培训200人。")) == 1


def test_wording_offers_the_other_words() -> None:
    pack = rule_pack('[rule.wording]\ninstead_of = ["信息公开网"]\nuse = "政府信息公开网"\nsafe = true')
    held = report("overview", "登录信息公开网查询,政府信息公开网也可以。")
    (finding,) = findings(pack, held)
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.edits[0].new_text) == (True, "政府信息公开网")
    assert pack.rules[0].fix == "safe"


def test_the_words_to_use_are_never_a_pattern() -> None:
    pack = rule_pack('[rule.wording]\ninstead_of = ["甲"]\nuse = "/(a+)+/"')
    assert marked(pack, "overview", "甲。") == ["甲"]


def test_the_title_of_a_section() -> None:
    pack = rule_pack(
        '[rule.heading]\nsection = "problems"\ntitle = ["存在问题及改进情况", "存在的问题及改进情况"]'
    )
    held = report("problems", "五、存在的主要问题及改进情况\n甲。")
    (finding,) = findings(pack, held)
    assert held.document.slice(finding.span) == "存在的主要问题及改进情况"
    assert finding.fix is not None
    assert finding.fix.edits[0].new_text == "存在问题及改进情况"
    assert marked(pack, "problems", "五、存在的问题及改进情况\n甲。") == []


def test_subheadings() -> None:
    pack = rule_pack('[rule.heading]\nsection = "overview"\nsubheadings = ["主动公开", ["监督保障", "监督"]]')
    assert marked(pack, "overview", "(一)主动公开\n甲。\n(二)监督情况\n乙。") == []
    assert marked(pack, "overview", "(一)主动公开\n甲。") == ["一、总体情况"]


@pytest.mark.parametrize(
    ("text", "count"),
    [("附件:政府信息公开统计表", 0), ("附件1.统计表", 0), ("附件:工作方案", 1), ("统计表见附件。", 1)],
)
def test_an_attachment_by_name(text: str, count: int) -> None:
    pack = rule_pack('[rule.attachment]\nany = ["统计表"]')
    assert len(marked(pack, "other_matters", text)) == count


def test_any_attachment() -> None:
    pack = rule_pack("[rule.attachment]")
    assert marked(pack, "other_matters", "附件:工作方案") == []
    assert len(marked(pack, "other_matters", "无。")) == 1


def test_ways_to_reach_the_body() -> None:
    fields = '["phone", "address", "postcode", "fax", "email", "website"]'
    pack = rule_pack(f'[rule.contact]\nsection = "preamble"\nfields = {fields}')
    good = (
        "联系地址:云泽县青岭路8号,邮编:123456,电话:0900-1234567,传真:0900-1234568,"
        "邮箱:gk@example.org,网址:https://example.org。"
    )
    assert marked(pack, "preamble", good) == []
    (finding,) = findings(pack, report("preamble", "电话:0900-1234567。"))
    assert finding.params["missing"] == "地址、邮政编码、传真、电子邮箱、网址"


@pytest.mark.parametrize(
    ("signed", "late"), [("2025年1月28日", False), ("2025年1月29日", True), ("2027年3月1日", False)]
)
def test_a_deadline(signed: str, late: bool) -> None:
    pack = rule_pack('[rule.deadline]\nby = "01-28"')
    assert marked(pack, "signature", f"云泽县财政局\n{signed}") == ([signed] if late else [])


def test_without_a_date_lateness_is_not_told() -> None:
    (rule,) = rule_pack('[rule.deadline]\nby = "01-28"').rules
    held = report("signature", "云泽县财政局")
    assert [type(item) for item in rule().check(held, held)] == [Undecided]


def test_a_formula_points_at_the_cell_and_names_both_numbers() -> None:
    pack = rule_pack('[rule.formula]\ncheck = "table_requests.granted.total = 3"')
    held = report("overview", "甲。")
    (finding,) = findings(pack, held)
    assert finding.where.as_dict() == {"table": "table_requests", "row": "granted", "column": "total"}
    assert finding.text() == "(一)予以公开 总计 0 应等于 3,相差 3"
    assert finding.text("en").endswith("should be equal to 3; the difference is 3")


def test_the_same_defect_in_many_rows_is_one_finding() -> None:
    pack = rule_pack('[rule.formula]\ncheck = "each row: table_requests.*.total = 3"')
    (finding,) = findings(pack, report("overview", "甲。"))
    assert finding.held_back == 24
    assert len(finding.related) == 20


def test_a_blank_row_is_one_reason() -> None:
    (rule,) = rule_pack('[rule.formula]\ncheck = "each column: table_requests.granted.* = 0"').rules
    held = report("tables", "| (一)予以公开 |  |  |  |  |  |  |  |")
    (outcome,) = rule().check(held, held)
    assert isinstance(outcome, Undecided)
    assert outcome.text() == "表三“(一)予以公开”行有 7 格没有数,未核对"


def test_last_year_is_not_guessed() -> None:
    check = 'check = "previous.table_requests.carried_forward.total = table_requests.carried_over.total"'
    (rule,) = rule_pack(f"[rule.formula]\n{check}").rules
    held = report("overview", "甲。")
    (outcome,) = rule().check(held, held)
    assert isinstance(outcome, Undecided)


def test_a_number_not_in_the_prose_is_nothing_to_check() -> None:
    (rule,) = rule_pack('[rule.formula]\ncheck = "fact.trainings = 3"').rules
    held = report("overview", "甲。")
    assert [type(item) for item in rule().check(held, held)] == [NotApplicable]


@pytest.mark.parametrize(
    ("only", "meant"),
    [
        ('bodies = ["department"]', True),
        ('bodies = ["township"]', False),
        ('scope = "aggregate"', False),
        ("first_year = 2024\nlast_year = 2024", True),
        ("last_year = 2023", False),
        ('organisations = ["财政局", "司法局"]', True),
        ('organisations = ["水务局"]', False),
        ('when = "table_requests.received.total = 0"', True),
        ('when = "table_requests.received.total > 0"', False),
        ('when = "fact.reconsideration > 0"', False),
    ],
)
def test_for_which_reports(only: str, meant: bool) -> None:
    (rule,) = rule_pack(f'[rule.forbidden]\nany = ["甲"]\n[rule.only]\n{only}').rules
    held = report("overview", "甲。")
    assert any(not isinstance(item, NotApplicable) for item in rule().check(held, held)) == meant


def test_for_which_reports_may_not_be_known() -> None:
    when = 'when = "table_requests.granted.total > 0"'
    (rule,) = rule_pack(f'[rule.forbidden]\nany = ["甲"]\n[rule.only]\n{when}').rules
    held = report("tables", "| (一)予以公开 |  |  |  |  |  |  |  |")
    assert [type(item) for item in rule().check(held, held)] == [Undecided]


def test_an_own_message() -> None:
    rule = RULE + 'message = "有 {count} 字,至多 {limit} 字"\n'
    pack = pack_of(HEAD + rule + '[rule.length]\nsection = "problems"\nmax = 3')
    (finding,) = findings(pack, report("problems", "一二三四"))
    assert finding.text() == "有 4 字,至多 3 字"
    assert finding.text("en") == "“存在的主要问题及改进情况” has 4 characters, more than 3"


def test_the_formula_of_a_rule_is_held_against_the_formats_it_is_for() -> None:
    check = '[rule.formula]\ncheck = "table_requests.other_processing.fee_unpaid.total = 0"'
    assert "formats" in said_of(HEAD + RULE + check)
    assert pack_of(HEAD + RULE + 'formats = ["2021+"]\n' + check).rules
