"""How a report looks as a web page: on a screen, on a phone, on paper."""

from gxlint.forms.writers.looks import BODY, HEADING, LATIN, SUBHEADING, TABLE, TITLE, Face


def _fonts(face: Face, generic: str) -> str:
    names = ",".join(f'"{name}"' for name in (face.name, *face.instead))
    return f"font-family:{names},{generic}"


def _mixed(face: Face) -> str:
    """Figures and Latin letters in a font of their own."""
    return _fonts(Face(LATIN, (face.name, *face.instead)), "serif")


STYLE = f"""
*{{box-sizing:border-box}}
html{{-webkit-text-size-adjust:100%}}
body{{margin:0;color:#000;background:#fff;font-size:1.25rem;line-height:1.8;{_mixed(BODY)}}}
main{{max-width:52rem;margin:0 auto;padding:2.5rem 1.5rem}}
h1{{margin:0 0 2rem;text-align:center;font-weight:normal;font-size:1.9rem;line-height:1.4;text-wrap:balance;{_fonts(TITLE, "serif")}}}
h2,h3,p{{margin:0;text-indent:2em;font-size:1em;font-weight:normal;text-align:justify;overflow-wrap:anywhere}}
h2{{margin-top:.4em;{_fonts(HEADING, "sans-serif")}}}
h3{{{_fonts(SUBHEADING, "serif")}}}
.signature{{text-align:right;text-indent:0;padding-right:2em}}
p:not(.signature)+.signature,.table+.signature{{margin-top:1.5em}}
.table{{overflow-x:auto;margin:.8rem 0}}
table{{width:100%;border-collapse:collapse;font-size:.95rem;line-height:1.45;{_mixed(TABLE)}}}
th,td{{border:1px solid #000;padding:.25rem .3rem;text-align:center;vertical-align:middle;font-weight:normal;min-width:2.2em}}
tbody tr{{height:2rem}}
@media (max-width:40rem){{body{{font-size:1.05rem}}main{{padding:1.25rem .9rem}}h1{{font-size:1.4rem}}table{{font-size:.85rem}}}}
@page{{size:A4;margin:37mm 26mm 35mm 28mm}}
@media print{{main{{max-width:none;padding:0}}body{{font-size:16pt;line-height:28pt}}h1{{font-size:22pt}}
h2,h3{{break-after:avoid}}.signature:has(+.signature){{break-after:avoid}}thead{{display:table-header-group}}
table{{font-size:10.5pt}}.table{{overflow:visible}}th,td{{min-width:0}}}}
""".strip()
