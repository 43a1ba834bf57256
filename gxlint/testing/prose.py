"""The words of an invented report: what each part of an official format has to say, no more."""

from gxlint.formats import Aspect, Format, SectionForm, official_formats
from gxlint.forms.wording import Filling, sentence_text
from gxlint.source.view import normalise

_NUMERALS = "一二三四五六七八九十"

_ASPECTS = {
    "proactive": "围绕中心工作和群众关切主动公开政府信息,全年通过门户网站发布各类信息126条,解读材料18篇。",
    "on_request": "畅通当面、信函、网络等申请渠道,规范登记、审核、办理、答复、归档各环节,保障公众合理需求。",
    "information_management": "落实政府信息管理动态调整机制,严格保密审查,坚持先审后发,定期清理失效内容。",
    "platform": "加强政府信息公开平台建设,优化门户网站专栏,维护政务新媒体账号3个,及时更新公开指南和目录。",
    "supervision": "明确专人负责政府信息公开工作,全年组织业务培训2次,接受社会监督,每季度开展自查。",
}
_SUPERVISION_OF_GOVERNMENTS = (
    "将政府信息公开纳入年度工作考核,组织开展社会评议,评议结果良好,全年没有需要责任追究的情形。"
)
_OPENING = ("basis", "parts", "period")
_SECTIONS = {
    "problems": (
        "一年来的工作取得了一些成效,但仍存在一些问题:一是政策解读形式不够丰富,二是业务能力有待提高。",
        "下一步将采取以下改进措施:一是丰富解读形式,多用图表和问答;二是加强业务培训,提高工作水平。",
    ),
    "other_matters": ("本年度未收取信息处理费,没有其他需要报告的事项。",),
}


def preamble_text(form: Format, year: int, organisation: str) -> tuple[str, ...]:
    """Basis, parts and statistics period, as most reports open."""
    filling = Filling(year, organisation)
    every = (*official_formats().latest.sentences, *form.sentences)
    known = {sentence.key: sentence for sentence in every}
    said = "".join(sentence_text(known[key], form, filling) for key in _OPENING)
    return (normalise(said).text,)


def overview_text(section: SectionForm, body: str) -> tuple[str, ...]:
    """A part that has to cover aspects: each under a numbered subheading of its own."""
    lines: list[str] = []
    for number, aspect in zip(_NUMERALS, section.aspects, strict=False):
        lines += [f"({number}){aspect.title}", _aspect_text(aspect, body)]
    return tuple(lines)


def _aspect_text(aspect: Aspect, body: str) -> str:
    text = (
        _ASPECTS.get(aspect.key)
        or f"认真做好{aspect.title}工作,{'、'.join(aspect.words)}等各项任务按时完成。"
    )
    return (
        text + _SUPERVISION_OF_GOVERNMENTS if aspect.key == "supervision" and body != "department" else text
    )


def section_text(section: SectionForm) -> tuple[str, ...]:
    """Any other part; a part that has a table needs no words."""
    if section.table is not None:
        return ()
    return _SECTIONS.get(section.key, (f"{section.heading}:各项工作正常开展,没有需要说明的情形。",))
