"""How the page looks: on a screen, on a phone, on paper, and in the dark."""

STYLE = """
:root{--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--back:#fff;--tint:#f6f8fa;--link:#0b57d0;
--error:#b3261e;--warning:#8a5a00;--info:#0b57d0;--hint:#57606a;--pass:#1a7f37;--fail:#b3261e;--open:#6f42c1;
--on-error:#fde7e5;--on-warning:#fff3d6;--on-info:#e3edfd;--on-hint:#eceff2}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:var(--back);line-height:1.7;font-size:16px;
font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
main,header,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem;border-top:4px solid #9c1c1c}
h1{font-size:1.5rem;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:0;overflow-wrap:anywhere}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem;padding-left:.6rem;border-left:4px solid var(--line)}
a{color:var(--link);text-decoration:none}
a:hover{text-decoration:underline}
.soft{color:var(--soft);font-size:.9rem;margin:.15rem 0}
.file{margin:2rem 0;padding-top:1.25rem;border-top:1px solid var(--line)}
.badge{display:inline-block;padding:0 .6em;border-radius:1em;color:#fff;font-size:.85rem;font-weight:600;
white-space:nowrap;background:var(--soft)}
.badge.pass{background:var(--pass)}.badge.fail{background:var(--fail)}.badge.incomplete{background:var(--open)}
.error{--c:var(--error);--on:var(--on-error)}.warning{--c:var(--warning);--on:var(--on-warning)}
.info{--c:var(--info);--on:var(--on-info)}.hint{--c:var(--hint);--on:var(--on-hint)}
.word{color:var(--c);font-weight:600;white-space:nowrap}
.findings{list-style:none;margin:.5rem 0;padding:0;counter-reset:none}
.findings>li{margin:.4rem 0;padding:.35rem .8rem;line-height:1.55;border:1px solid var(--line);border-left:4px solid var(--c);
border-radius:4px;break-inside:avoid}
.findings p{margin:.1rem 0;overflow-wrap:anywhere}
.findings .more{color:var(--soft);font-size:.9rem}
.number{display:inline-block;min-width:1.6em;padding:0 .35em;text-align:center;border-radius:1em;color:#fff;
background:var(--c);font-size:.8rem;font-weight:600;line-height:1.5}
a.number:hover{text-decoration:none;filter:brightness(.85)}
.piece{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:0 1.5rem;align-items:start}
.piece>p{margin:.35rem 0;overflow-wrap:anywhere}
.piece.title>p{text-align:center;font-size:1.15rem;font-weight:700}
.piece.heading>p{font-weight:700;margin-top:.9rem}
.piece.furniture>p{color:var(--soft);font-size:.85rem}
.notes{list-style:none;margin:.4rem 0;padding:0;font-size:.88rem;line-height:1.5}
.notes li{margin:0 0 .35rem;padding:.3rem .6rem;background:var(--on);border-left:3px solid var(--c);
overflow-wrap:anywhere;break-inside:avoid}
mark{background:var(--on);color:inherit;border-bottom:2px solid var(--c);padding:0 1px}
sup{line-height:0}
.wide{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.5}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:var(--tint);font-weight:600}
td.n,th.n{text-align:right;white-space:nowrap}
.form th{font-weight:500}
.form thead th,.form th.col{text-align:center;font-size:.85rem}
.form th.group{background:var(--back);color:var(--soft)}
.form td{text-align:center;min-width:3.4em}
.form th[scope=row]{width:36%;min-width:9em}
.form sup{line-height:1;margin-left:.15em}
.form td.found{background:var(--on);outline:2px solid var(--c);outline-offset:-2px;font-weight:600}
.form tr.found>th{background:var(--on);border-left:3px solid var(--c)}
.sum{font-size:.78rem;white-space:nowrap;color:var(--pass)}
.sum.off{display:block;color:var(--error);font-weight:600}
.absent{color:var(--soft);font-style:italic}
details{margin:.5rem 0}
.codes{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
.overview td{overflow-wrap:anywhere}
summary{cursor:pointer;color:var(--link)}
footer{margin-top:2.5rem;padding-top:.75rem;padding-bottom:2rem;border-top:1px solid var(--line);
color:var(--soft);font-size:.85rem}
@media (max-width:60rem){.piece{display:block}.notes{margin-left:.5rem}}
@media (max-width:34rem){body{font-size:15px}main,header,footer{padding-left:.8rem;padding-right:.8rem}
.overview .spare{display:none}th,td{padding:.25rem .3rem}}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4af;--line:#3d444d;--back:#0d1117;--tint:#161b22;
--link:#7ab0ff;--error:#ff8a80;--warning:#f2c14e;--info:#7ab0ff;--hint:#9aa4af;--pass:#4ac26b;--fail:#ff8a80;
--open:#c297ff;--on-error:#47201d;--on-warning:#3d2f0a;--on-info:#172c4f;--on-hint:#262c33}
.badge,.number{color:#0d1117}}
@media print{:root{--ink:#000;--soft:#444;--line:#999;--back:#fff;--tint:#f2f2f2;--link:#000;--error:#b3261e;
--warning:#8a5a00;--info:#0b57d0;--hint:#57606a;--pass:#1a7f37;--fail:#b3261e;--open:#6f42c1;
--on-error:#fde7e5;--on-warning:#fff3d6;--on-info:#e3edfd;--on-hint:#eceff2}
.badge,.number{color:#fff}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
@page{size:A4;margin:18mm 14mm}
body{font-size:10.5pt;line-height:1.55}main,header,footer{max-width:none;padding-left:0;padding-right:0}
h2,h3,.piece.heading{break-after:avoid}tr,.notes li{break-inside:avoid}thead{display:table-header-group}
.piece{grid-template-columns:minmax(0,1fr) 58mm;display:grid;gap:0 5mm}.wide{overflow:visible}
.form{font-size:8.5pt}.form td{min-width:0}.form .number{padding:0 .2em;min-width:0}.form th,.form td{padding:1mm}
.file+.file:not(.clean){break-before:page}details:not([open]){display:none}.table>p,.piece.heading>p{break-after:avoid}.piece.heading.bare{display:block}}
""".strip()
