"""From a document to the typed report: the one way in."""

from collections.abc import Sequence

from gxlint.formats import Catalogue, Format
from gxlint.model.body import body_type, scope
from gxlint.model.dates import find_periods
from gxlint.model.decide import choose_format, fiscal_year, kind_of, year_evidence
from gxlint.model.entries import vocabulary
from gxlint.model.front import Back, Front, read_back, read_front
from gxlint.model.outline import Part, outline
from gxlint.model.prose import heading, is_wrapped, paragraphs
from gxlint.model.report import Evidence, Heading, Paragraph, Period, Report, Section
from gxlint.model.tables import build_tables
from gxlint.readers.document import Document
from gxlint.source import Span
from gxlint.source.pattern import Pattern
from gxlint.syntax import Token, parse

_MADE_BY = Pattern(r"由([^,。;:()]{3,24}?)(?:办公室)?(?:编制|组织编制|综合|汇总|根据|依据|负责)")
_NOW_PUBLISHED = Pattern(r"(?:公布|公开|公告|发布|现将|将)([^,。;:()《]{3,24}?)20\d{2}年")
_OF_THE_YEAR = Pattern(r"20\d{2}年度?([^,。;:()《]{3,24}?)(?:政府)?(?:信息|政务)公开")
_CONTACT = Pattern(r"(?:请与|请联系|请拨打|向)([^,。;:()]{4,24}?)(?:办公室|综合科|综合股|联系)")


def build_report(
    document: Document, catalogue: Catalogue, *, year: int | None = None, body: str | None = None
) -> Report:
    """The report in a document.

    Args:
        document: what a reader made of the file.
        catalogue: the formats that may occur.
        year: the fiscal year, where the caller knows it better than the text.
        body: the issuing body, where the text names none.
    """
    tree = parse(document, catalogue)
    parts = outline(tree)
    every = [token for part in parts for token in part.tokens]
    wrapped = is_wrapped(document, [token for token in every if token.type == "PROSE"])
    front = read_front(document, parts[0].tokens)
    back = read_back(document, parts[-1].tokens)
    preamble = _prose(
        document, parts[0], front.used | (back.used if len(parts) == 1 else frozenset()), wrapped=wrapped
    )
    form_sections = {section.key: section for form in catalogue for section in form.sections}
    sections = [
        _section(document, part, form_sections[part.key], _end(document, parts, index), back, wrapped=wrapped)
        for index, part in enumerate(parts)
        if part.heading is not None
    ]
    period = period_in([*preamble, *(paragraph for section in sections for paragraph in section.paragraphs)])
    signature = back.signature
    signed = (signature.date, signature.date_span) if signature.date and signature.date_span else None
    evidence = year_evidence(front.title, period, preamble, sections, signed, front.published)
    if year is not None:
        evidence.insert(0, Evidence("year", str(year), "option"))
    fiscal = fiscal_year(evidence)
    table_tokens = [(token, part.key) for part in parts for token in part.tables]
    form, format_evidence = choose_format(
        vocabulary([token for token, _ in table_tokens], catalogue), fiscal, catalogue
    )
    tables = build_tables(document, table_tokens, form)
    organisation, organisation_evidence = _organisation(front, back, preamble, body)
    return Report(
        document=document,
        kind=kind_of(front.title, sections, tables, evidence, preamble, catalogue),
        format=form,
        year=fiscal,
        organisation=organisation,
        body_type=body_type(organisation),
        scope=scope(opening(preamble, sections)),
        title=front.title,
        period=period,
        signature=signature,
        published=front.published,
        preamble=preamble,
        sections=_with_form(sections, form),
        tables=tables,
        furniture=[_furniture(document, token) for token in every if token.type == "FURNITURE"],
        other_headings=[heading(document, token) for part in parts for token in part.inner],
        evidence=[*evidence, *format_evidence, *organisation_evidence],
    )


def opening(preamble: Sequence[Paragraph], sections: Sequence[Section]) -> str:
    """What the report begins with: the preamble, and the first paragraph under a heading."""
    first = sections[0].paragraphs[:1] if sections else []
    return "".join(paragraph.text for paragraph in [*preamble, *first])


def _end(document: Document, parts: Sequence[Part], index: int) -> int:
    following = parts[index + 1].heading if index + 1 < len(parts) else None
    return following.start if following is not None else len(document.text)


def _section(
    document: Document, part: Part, form: "object", end: int, back: Back, *, wrapped: bool
) -> Section:
    assert part.heading is not None
    head = heading(document, part.heading)
    return Section(
        key=part.key,
        form=form,  # type: ignore[arg-type]
        heading=head,
        match=part.match,
        span=Span(head.span.start, end),
        paragraphs=_prose(document, part, back.used, wrapped=wrapped),
        subheadings=_subheadings(document, part, back),
    )


def _with_form(sections: list[Section], form: Format) -> list[Section]:
    """Sections refer to the form of the format that was decided on."""
    for section in sections:
        section.form = form.section_forms.get(section.key, section.form)
    return sections


def _prose(document: Document, part: Part, used: frozenset[int], *, wrapped: bool) -> list[Paragraph]:
    tokens = [token for token in part.tokens if token.type != "FURNITURE" and id(token) not in used]
    return paragraphs(document, tokens, wrapped=wrapped)


def _subheadings(document: Document, part: Part, back: Back) -> list[Heading]:
    return [
        heading(document, token)
        for token in part.tokens
        if token.type == "SUBHEADING" and id(token) not in back.used
    ]


def _furniture(document: Document, token: Token) -> Paragraph:
    span = Span(token.start, token.end)
    return Paragraph(document.slice(span), span)


def period_in(paragraphs: Sequence[Paragraph]) -> Period | None:
    """The first statistics period in the prose; also where the preamble was written into section one."""
    for paragraph in paragraphs:
        for start, end, begin, stop in find_periods(paragraph.text):
            return Period(start, end, paragraph.place(begin, stop))
    return None


def _organisation(
    front: Front, back: Back, preamble: Sequence[Paragraph], given: str | None
) -> tuple[str | None, list[Evidence]]:
    """The issuing body: named by the title, else by the signature, else by the preamble, else given."""
    title = front.title
    if title is not None and title.organisation is not None:
        return title.organisation, [Evidence("organisation", title.organisation, "title", title.span)]
    signature = back.signature
    if signature.name is not None:
        return signature.name, [Evidence("organisation", signature.name, "signature", signature.name_span)]
    for pattern in (_NOW_PUBLISHED, _OF_THE_YEAR, _MADE_BY, _CONTACT):
        for paragraph in preamble:
            match = pattern.search(paragraph.text)
            if match is not None and body_type(match[1]) is not None:
                return match[1], [
                    Evidence("organisation", match[1], "preamble", paragraph.place(*match.span(1)))
                ]
    return (given, [Evidence("organisation", given, "option")]) if given else (None, [])
