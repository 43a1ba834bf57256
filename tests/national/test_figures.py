"""The rules on figures: many wordings, right and wrong, held against random tables."""

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from gxlint.formats import official_formats
from gxlint.lint.session import Session, Settings
from gxlint.model import Report
from gxlint.rules import Finding, Link, Severity
from gxlint.testing.figures import reading, with_figures
from gxlint.testing.forms import Draft, blank_report, with_cell, with_paragraphs, with_table
from gxlint_national.figures import RULES
from gxlint_national.figures.links import links
from gxlint_national.figures.percentages import is_cut_off, is_rounded, shown_percent
from tests.support.layouts import BY_NAME, LAYOUTS, Layout
from tests.support.reading import document_of

FORM = {form.key: form for form in official_formats()}["2021"]
PIPES = BY_NAME["pipe_rows"]
EXACT = [layout for layout in LAYOUTS if layout.promise == "exact"]
OFF_BY = 100_003  # far from any number that may be meant as well

# Wordings with the figures of the tables in braces; the key of a figure says which rule answers for it.
WORDINGS = (
    "2024年,我局共收到政府信息公开申请{received}件,上年结转{carried_over}件,办结{outcomes_total}件,结转下年度{carried_forward}件。",
    "全年受理公民、法人和其他组织提出的政府信息公开申请{received}件。",
    "本年度新收政府信息公开申请{received}件。",
    "2024年度,本机关收到依申请公开{received}件。",
    "全年共接到群众要求公开政府信息的申请{received}件。",
    "2024年新收到{received}件政府信息公开申请,上年结转{carried_over}件。",
    "截至2024年12月31日,我局全年收到政府信息公开申请共计{received}件。",
    "共办理政府信息公开申请{all_requests}件(含上年结转{carried_over}件)。",
    "政府信息公开申请办结{outcomes_total}件,结转下年度继续办理{carried_forward}件。",
    "办理结果为:予以公开{granted}件,部分公开{partially_granted}件,不予公开{denied}件,无法提供{unavailable}件。",
    "答复结果中,予以公开{granted}件、部分公开{partially_granted}件、不予处理{not_processed}件、其他处理{other_processing}件。",
    "按结果分,予以公开的{granted}件,部分公开的{partially_granted}件,不予公开的{denied}件。",
    "收到政府信息公开申请{received}件,其中予以公开{granted}件、无法提供{unavailable}件。",
    "因政府信息公开被申请行政复议{reconsideration}件,被提起行政诉讼{litigation}件。",
    "发生政府信息公开行政复议案件{reconsideration}件,其中维持{upheld}件、纠正{corrected}件。",
    "涉及政府信息公开的行政诉讼{litigation}件,其中未经复议直接起诉{litigation_direct}件。",
    "政府信息公开类行政复议{reconsideration}件、行政诉讼{litigation}件。",
    "全年制发行政规范性文件{issued}件,废止{repealed}件,现行有效{in_force}件。",
    "制定规范性文件{issued}件,废止规范性文件{repealed}件,现行有效的规范性文件{in_force}件。",
    "全年办理行政许可{licensing}件,作出行政处罚决定{penalties}件。",
    "全年通过网络、信函等渠道共收到政府信息公开申请{received}件,申请人多为自然人。",
    "1月至12月,县财政局办公室共收到依申请公开{received}件。",
    "截至12月31日,我局全年累计收到政府信息公开申请{received}件。",
    "{received}件政府信息公开申请均已登记在册。",
    "上年度未办结、结转到本年度的政府信息公开申请{carried_over}件。",
    "有{carried_forward}件申请因办理期限未满,结转下年度继续办理。",
    "办结数为{outcomes_total}件,予以公开数{granted}件。",
    "(1)予以公开{granted}件;(2)部分公开{partially_granted}件;(3)不予公开{denied}件。",
    "予以公开、部分公开、不予公开分别为{granted}件、{partially_granted}件、{denied}件。",
    "答复中“予以公开”类{granted}件,“部分公开”类{partially_granted}件。",
    "以本局为被申请人的行政复议{reconsideration}件,以本局为被告的行政诉讼{litigation}件。",
    "申请人不服政府信息公开答复申请行政复议{reconsideration}件、提起行政诉讼{litigation}件。",
    "依申请公开引发的行政复议和行政诉讼分别{reconsideration}件、{litigation}件。",
    "本年度共出台{issued}件规范性文件,宣布失效{repealed}件规范性文件。",
)
CODES = {
    "received": "CN501",
    "all_requests": "CN501",
    "carried_over": "CN504",
    "carried_forward": "CN504",
    "reconsideration": "CN506",
    "upheld": "CN506",
    "corrected": "CN506",
    "litigation": "CN506",
    "litigation_direct": "CN506",
    "issued": "CN507",
    "repealed": "CN507",
    "in_force": "CN507",
    "licensing": "CN508",
    "penalties": "CN508",
}
NONE = (
    "2024年,我局未收到政府信息公开申请。",
    "全年没有收到公民、法人或者其他组织提出的政府信息公开申请。",
    "本年度无政府信息公开申请。",
    "2024年度,本机关未接到依申请公开事项。",
    "年内未收到任何形式的政府信息公开申请。",
    "报告期内未收到公民、法人和其他组织的政府信息公开申请。",
    "全年未收到一件政府信息公开申请。",
    "2024年,未有单位和个人提出政府信息公开申请。",
    "本年度我局不存在政府信息公开申请。",
    "全年依申请公开一件未收。",
    "未收到线上或线下的政府信息公开申请。",
)
ALL_CLOSED = (
    "收到的政府信息公开申请已全部办结。",
    "政府信息公开申请均已按时办结。",
    "所有政府信息公开申请均已办理完毕。",
    "依申请公开事项全部按期办结。",
    "政府信息公开申请办结率100%。",
    "受理的政府信息公开申请均在规定期限内办结。",
    "政府信息公开申请实现100%办结。",
    "政府信息公开申请皆已办理完毕。",
    "所收政府信息公开申请已悉数办结。",
)
NO_DISPUTES = (
    "未发生因政府信息公开引起的行政复议、行政诉讼。",
    "全年没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
    "2024年无政府信息公开行政复议和行政诉讼案件。",
    "未发生政府信息公开行政复议案件,未发生政府信息公开行政诉讼案件。",
    "全年未因政府信息公开申请引发行政复议或行政诉讼。",
    "全年政府信息公开零复议、零诉讼。",
)
# What is received, handled or published beside requests and decisions; none of it is told by a table.
OTHER_THINGS = (
    "聘请社会监督员5名,收到意见建议9条,均已答复。",
    "全年收到感谢信5件,接听咨询电话120次,均当场答复。",
    "受理12345热线工单30件,办结30件,办结率100%。",
    "办理网上来信36件,全部按时办结。",
    "收到36件群众来电,均已回复。",
    "受理信用修复申请45件,办结45件。",
    "答复网民来信40封,回复率100%。",
    "新开办“局长信箱”,收到有效来信33件,回复33件。",
    "接到不属于政府信息公开申请的来函3件,均已回复。",
    "共收到申报材料40份,全部办结。",
    "专题研究依申请公开1次,开展依申请公开案例评析3次。",
    "围绕依申请公开办理规范印发工作提示2份。",
    "申请内容主要集中在土地征收(6件)、房屋拆迁(4件)等领域。",
    "对3件历史申请档案进行了规范整理。",
    "公开行政许可和行政处罚信息58条。",
    "清理规范性文件23件,拟保留18件、修改3件、废止2件。",
    "涉及行政处罚、不动产登记等其他事由的行政复议案件5件、行政诉讼案件3件。",
    "审结以乡镇政府为被申请人的行政复议案件18件,纠错3件。",
    "全市法院受理行政诉讼案件210件。",
    "非本机关职责范围的申请2件,已告知申请人向相关部门提出。",
    "受理市民服务事项,政务微信收到留言120条,均已回复。",
    "承办人大代表建议8件、政协提案6件,均已办结。",
)


@cache
def _session() -> Session:
    return Session(Settings(select=tuple(rule.code for rule in RULES)))


def _findings(draft: Draft, layout: Layout = PIPES) -> list[Finding]:
    result = _session().check(document_of(layout.render(draft), layout.kind)).result
    assert result is not None
    return [finding for finding in result.findings if finding.severity is not Severity.HINT]


def _draft(seed: int, layout: Layout = PIPES) -> Draft:
    return with_figures(blank_report(FORM), Random(seed), limit=layout.limit)


def _saying(draft: Draft, text: str) -> Draft:
    return with_paragraphs(draft, "overview", "(二)依申请公开", text)


def _figures(draft: Draft) -> dict[str, int]:
    """What the prose may say of a draft's tables."""
    requests, disputes = draft.tables["table_requests"], draft.tables["table_disputes"]
    proactive = draft.tables["table_proactive"]
    found = {key: int(cells["total"]) for key, cells in requests.items()}
    for group in ("denied", "unavailable", "not_processed", "other_processing"):
        found[group] = sum(number for key, number in found.items() if key.startswith(f"{group}."))
    found["all_requests"] = found["received"] + found["carried_over"]
    found |= {key: int(cells["total"]) for key, cells in disputes.items()}
    found["litigation"] = found["litigation_direct"] + found["litigation_after_reconsideration"]
    found |= {key: int(disputes["reconsideration"][key]) for key in ("upheld", "corrected")}
    found |= {key: int(text) for key, text in proactive["normative_documents"].items()}
    found |= {key: int(proactive[key]["decisions"]) for key in ("licensing", "penalties")}
    return found


def _fields(wording: str) -> list[str]:
    return [piece.partition("}")[0] for piece in wording.split("{")[1:]]


def _tables_of(seed: int, wording: str) -> tuple[Draft, dict[str, int]]:
    draft = _draft(seed)
    figures = _figures(draft)
    return draft, {key: figures[key] for key in _fields(wording)}


@pytest.mark.parametrize("wording", WORDINGS)
def test_figures_of_the_tables_are_right(wording: str) -> None:
    for seed in range(4):
        draft, figures = _tables_of(seed, wording)
        assert [finding.text() for finding in _findings(_saying(draft, wording.format(**figures)))] == []


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_wrong_number_is_found_at_its_place(wording: str) -> None:
    for seed, field in enumerate(_fields(wording)):
        draft, figures = _tables_of(seed, wording)
        wrong = figures[field] + OFF_BY
        draft = _saying(draft, wording.format(**{**figures, field: wrong}))
        findings = _findings(draft)
        assert [finding.rule.code for finding in findings] == [CODES.get(field, "CN505")], field
        start, end = findings[0].span
        assert document_of(PIPES.render(draft)).text[start:end] == str(wrong)
        assert str(figures[field]) in findings[0].text()
        assert findings[0].related


@pytest.mark.parametrize("sentence", NONE)
def test_none_received(sentence: str) -> None:
    draft, figures = _tables_of(1, "{received}")
    assert figures["received"]
    assert [finding.rule.code for finding in _findings(_saying(draft, sentence))] == ["CN502"]
    assert _findings(_saying(blank_report(FORM), sentence)) == []


@pytest.mark.parametrize("sentence", ALL_CLOSED)
def test_all_closed(sentence: str) -> None:
    draft, figures = _tables_of(_seed_with_rest(), "{carried_forward}")
    assert figures["carried_forward"]
    assert [finding.rule.code for finding in _findings(_saying(draft, sentence))] == ["CN503"]
    assert _findings(_saying(blank_report(FORM), sentence)) == []


def _seed_with_rest() -> int:
    return next(seed for seed in range(50) if _figures(_draft(seed))["carried_forward"])


@pytest.mark.parametrize("sentence", NO_DISPUTES)
def test_no_disputes(sentence: str) -> None:
    rows = blank_report(FORM).tables["table_disputes"]
    one = {**rows, "reconsideration": {**rows["reconsideration"], "upheld": "1", "total": "1"}}
    both = {**one, "litigation_direct": {**rows["litigation_direct"], "pending": "2", "total": "2"}}
    for figures, expected in ((rows, 0), (one, 1), (both, 2)):
        findings = _findings(_saying(with_table(blank_report(FORM), "table_disputes", figures), sentence))
        assert [finding.rule.code for finding in findings] == ["CN506"] * expected


@pytest.mark.parametrize("sentence", OTHER_THINGS)
@pytest.mark.parametrize("heading", ["(二)依申请公开", "依申请公开工作有序开展。"])
def test_other_things_are_not_held_against_the_tables(sentence: str, heading: str) -> None:
    draft = _draft(_seed_with_rest())
    inline = heading.endswith("。")
    paragraphs = (heading + sentence,) if inline else (heading, sentence)
    assert [finding.text() for finding in _findings(with_paragraphs(draft, "overview", *paragraphs))] == []


@pytest.mark.parametrize("layout", EXACT, ids=lambda layout: layout.name)
def test_a_wrong_number_is_found_in_every_layout(layout: Layout) -> None:
    draft = _draft(7, layout)
    figures = _figures(draft)
    right = f"2024年,我局共收到政府信息公开申请{figures['received']}件,予以公开{figures['granted']}件。"
    wrong = (
        f"2024年,我局共收到政府信息公开申请{figures['received'] + 5003}件,予以公开{figures['granted']}件。"
    )
    assert _findings(_saying(draft, right), layout) == []
    assert [finding.rule.code for finding in _findings(_saying(draft, wrong), layout)] == ["CN501"]


def _split(total: int, parts: int, rng: Random) -> list[int]:
    cuts = sorted(rng.sample(range(1, total), parts - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


LISTS = (
    "全年主动公开政府信息{0}条,其中政策文件{1}条,财政信息{2}条,工作动态{3}条。",
    "全年主动公开政府信息{0}条(其中:政策文件{1}条、财政信息{2}条、工作动态{3}条)。",
    "2024年,通过门户网站发布信息{0}条,包括政策文件{1}条、财政信息{2}条、工作动态{3}条。",
    "全年发布各类信息{0}条。其中,政策文件{1}条;财政信息{2}条;工作动态{3}条。",
    "主动公开信息{0}条,分别为政策文件{1}条、财政信息{2}条、工作动态{3}条。",
    "主动公开信息{0}条:政策文件{1}条、财政信息{2}条、其他{3}条。",
    "发布政策文件{1}条,财政信息{2}条,工作动态{3}条,共计{0}条。",
    "通过网站公开信息{1}条、微信公众号公开{2}条、公示栏公开{3}条,合计{0}条。",
    "发布政策解读{0}篇,其中图文解读{1}篇、视频解读{2}篇、专家解读{3}篇。",
    "政务新媒体发布信息{0}条,其中微信{1}条、微博{2}条、抖音{3}条。",
    "全年共公开信息{0}条,从信息类别看,政策文件{1}条,财政信息{2}条,工作动态{3}条。",
    "公开财政信息{0}条,具体为:预决算信息{1}条、采购信息{2}条、专项资金{3}条。",
    "公开信息{0}条,涵盖预算{1}条、决算{2}条、采购信息{3}条。",
    "网站发布信息{1}条,微信公众号发布{2}条,微博发布{3}条,三个平台合计{0}条。",
)


@pytest.mark.parametrize("wording", LISTS)
def test_lists_are_added_up(wording: str) -> None:
    for seed in range(6):
        rng = Random(seed)
        total = rng.randint(40, 2000)
        parts = _split(total, 3, rng)
        assert _findings(_saying(blank_report(FORM), wording.format(total, *parts))) == []
        parts[seed % 3] += rng.choice((1, 2, 10))
        findings = _findings(_saying(blank_report(FORM), wording.format(total, *parts)))
        assert [(finding.rule.code, finding.severity) for finding in findings] == [
            ("CN509", Severity.WARNING)
        ]
        assert f"{total} ≠ 各分项之和 {sum(parts)}" in findings[0].text()


SHARES = (
    "全年更新信息{1}条,其中政策类信息{0}条,占比{2}%。",
    "全年更新信息{1}条,其中政策类信息{0}条,占{2}%。",
    "公开信息{1}条,其中政策类{0}条(占{2}%)。",
    "窗口全年受理{1}件,办结{0}件,办结率{2}%。",
    "政务服务窗口受理办件{1}件,办结{0}件,办结率为{2}%。",
    "承办建议提案{1}件,办结{0}件,办结率达{2}%。",
    "发放问卷{1}份,收回{0}份,回收率{2}%。",
    "参加测评{1}人,满意{0}人,满意率为{2}%。",
)


@pytest.mark.parametrize("wording", SHARES)
def test_percentages_are_worked_out(wording: str) -> None:
    for seed in range(8):
        rng = Random(seed)
        whole = rng.randint(20, 900)
        part = rng.randint(2, whole - 1)
        for decimals in (0, 1, 2):
            right = shown_percent(100 * part / whole, decimals)
            assert _findings(_saying(blank_report(FORM), wording.format(part, whole, right))) == []
            wrong = shown_percent(100 * part / whole + 3, decimals)
            findings = _findings(_saying(blank_report(FORM), wording.format(part, whole, wrong)))
            assert [finding.rule.code for finding in findings] == ["CN510"]
            fix = findings[0].fix
            assert fix is not None
            assert fix.edits[0].new_text == right
            assert not fix.safe


CHANGES = (
    "全年公开信息{now}条,比上年的{before}条{moved}{percent}%。",
    "全年公开信息{now}条,较2023年的{before}条{moved}{percent}%。",
    "全年公开信息{now}条,2023年公开{before}条,同比{moved}{percent}%。",
    "全年公开信息{now}条,比上年{moved_by}{gap}条,{moved}{percent}%。",
    "全年公开信息{now}条,同比{moved_by}{gap}条,同比{moved}{percent}%。",
    "公众号粉丝{now}人,比去年的{before}人{moved}{percent}%。",
    "全年公开信息{now}条,比上年{moved}{percent}%(上年为{before}条)。",
    "全年公开信息{now}条,同比{moved}{percent}%,上年同期为{before}条。",
    "公众号粉丝{now}人,较上年末{before}人{moved}{percent}%。",
)


@pytest.mark.parametrize("wording", CHANGES)
def test_changes_are_worked_out(wording: str) -> None:
    for seed in range(8):
        rng = Random(seed)
        before = rng.randint(50, 900)
        now = before + rng.choice((-1, 1)) * rng.randint(1, before // 2)
        words = {"moved": "增长" if now > before else "下降", "moved_by": "增加" if now > before else "减少"}
        figures = {"now": now, "before": before, "gap": abs(now - before), **words}
        exact = 100 * abs(now - before) / before
        right = wording.format(percent=shown_percent(exact, 1), **figures)
        assert _findings(_saying(blank_report(FORM), right)) == []
        wrong = wording.format(percent=shown_percent(exact + 4, 1), **figures)
        assert [finding.rule.code for finding in _findings(_saying(blank_report(FORM), wrong))] == ["CN511"]


def _restated() -> Iterator[tuple[str, str]]:
    yield "全年主动公开政府信息{}条。", "2024年,我局共主动公开政府信息{}条,覆盖各领域。"
    yield "全年组织业务培训{}次。", "加强队伍建设,全年共组织业务培训{}次。"
    yield "发布政策解读{}篇。", "2024年度发布政策解读{}篇。"
    yield "门户网站发布信息{}条。", "依托门户网站发布信息{}条。"
    yield "全年召开新闻发布会{}场。", "本年度共召开新闻发布会{}场。"
    yield "全年召开新闻发布会{}场。", "县财政局共举办新闻发布会{}场。"
    yield "全年组织业务培训{}次。", "一年来,我局共开展业务培训{}次。"
    yield "政务微信公众号发布信息{}条。", "我局微信公众号全年共发布信息{}条。"


@pytest.mark.parametrize(("first", "second"), list(_restated()))
def test_the_same_thing_told_twice(first: str, second: str) -> None:
    for number, other, expected in ((32, 32, []), (32, 35, ["CN512"])):
        draft = with_paragraphs(blank_report(FORM), "overview", first.format(number), second.format(other))
        assert [finding.rule.code for finding in _findings(draft)] == expected


@pytest.mark.parametrize("seed", range(3))
def test_prose_of_the_form_says_nothing_wrong(seed: int) -> None:
    """The words that every draft brings along, beside random tables."""
    assert _findings(_draft(seed)) == []


def test_a_wrong_total_in_the_table_is_not_blamed_on_the_prose() -> None:
    for seed in range(5):
        draft = _draft(seed)
        figures = _figures(draft)
        rows = draft.tables["table_requests"]
        wrong = {**rows, "received": {**rows["received"], "total": str(figures["received"] + 7)}}
        text = f"2024年,我局共收到政府信息公开申请{figures['received']}件。"
        assert _findings(_saying(with_table(draft, "table_requests", wrong), text)) == []


def test_rounding_by_hand() -> None:
    assert is_rounded(97.905, 97.9, 1)
    assert is_rounded(2.5, 3, 0)
    assert not is_rounded(97.9, 97, 0)
    assert is_cut_off(97.9, 97, 0)
    assert not is_cut_off(97.9, 96, 0)
    assert shown_percent(62.5, 0) == "63"
    assert shown_percent(16.666, 1) == "16.7"
    assert reading("1,234") == (1234, "integer")


def _links(draft: Draft, layout: Layout = PIPES) -> tuple[Report, tuple[Link, ...]]:
    report = _session().check(document_of(layout.render(draft), layout.kind)).report
    assert report is not None
    return report, links(report)


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_figure_leads_to_its_cells(wording: str) -> None:
    for seed in range(3):
        draft, figures = _tables_of(seed, wording)
        report, found = _links(_saying(draft, wording.format(**figures)))
        assert [report.document.slice(link.span) for link in found] == [
            str(figures[key]) for key in _fields(wording)
        ]
        for link, key in zip(found, _fields(wording), strict=True):
            assert link.agrees, link.text()
            assert sum(cell.number or 0 for cell in link.cells) == figures[key]
            assert str(figures[key]) in link.text("zh")
            assert str(figures[key]) in link.text("en")


def test_a_wrong_figure_leads_to_the_cells_that_it_should_be() -> None:
    for seed, field in enumerate(("received", "denied", "litigation")):
        wording = next(wording for wording in WORDINGS if f"{{{field}}}" in wording)
        draft, figures = _tables_of(seed, wording)
        said = _saying(draft, wording.format(**{**figures, field: figures[field] + OFF_BY}))
        _, found = _links(said)
        (wrong,) = [link for link in found if link.agrees is False]
        assert sum(cell.number or 0 for cell in wrong.cells) == figures[field]


@pytest.mark.parametrize("said", NONE)
def test_words_that_there_were_none_lead_to_the_cell(said: str) -> None:
    report, found = _links(_saying(blank_report(FORM), said))
    (link,) = found
    assert link.agrees
    assert [cell.address for cell in link.cells] == ["table_requests.received.total"]
    assert report.document.slice(link.span) in said


@pytest.mark.parametrize("said", ALL_CLOSED)
@pytest.mark.parametrize("left", ["0", "1"])
def test_words_that_all_was_closed_lead_to_what_was_not(said: str, left: str) -> None:
    draft = with_cell(blank_report(FORM), "table_requests.carried_forward.total", left)
    draft = with_cell(draft, "table_requests.carried_forward.natural_person", left)
    _, found = _links(_saying(draft, said))
    assert [[cell.address for cell in link.cells] for link in found] == [
        ["table_requests.carried_forward.total"]
    ]
    assert found[0].agrees is (left == "0")


@pytest.mark.parametrize(
    "said",
    [
        "2023年,我局收到政府信息公开申请{received}件。",
        "全县各单位共收到政府信息公开申请{received}件。",
        "其中通过网络收到政府信息公开申请{received}件。",
        *OTHER_THINGS,
    ],
)
def test_other_figures_lead_nowhere_even_if_they_are_the_same(said: str) -> None:
    draft = _draft(1)
    assert _links(_saying(draft, said.format(**_figures(draft))))[1] == ()


def test_what_was_closed_of_this_year_is_a_difference_of_cells() -> None:
    draft = _draft(3)
    figures = _figures(draft)
    closed = figures["received"] - figures["carried_forward"]
    assert closed != figures["outcomes_total"]
    _, found = _links(_saying(draft, f"全年政府信息公开申请办结{closed}件。"))
    (link,) = found
    assert link.agrees
    assert [cell.row for cell in link.cells] == ["received", "carried_forward"]
    assert f"{figures['received']} - 结转下年度 {figures['carried_forward']} = {closed}" in link.text()


def test_what_is_decided_may_be_counted_otherwise() -> None:
    draft = _draft(2)
    said = f"公示行政许可信息{_figures(draft)['licensing'] + OFF_BY}条。"
    _, (link,) = _links(_saying(draft, said))
    assert link.agrees is None
    assert "口径可能不同" in link.text()
