"""Style sheet of the HTML book for light and dark screens and for print."""

STYLE = """
:root { color-scheme: light dark; --ink: #1f2430; --quiet: #5c6370; --line: #d9dce3; --paper: #ffffff;
  --potential: #9db4c8; --customer: #3f7cac; --regular: #d9822b; --link: #1f5f99; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ee; --quiet: #a3a9b8; --line: #3a4050; --paper: #171a21;
  --potential: #5d7488; --customer: #5fa3d6; --regular: #f0a04b; --link: #8cc1f2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.4rem; margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; color: var(--quiet); font-weight: 600; }
h4 { font-size: 1.05rem; margin: 0; }
header p, .position, figcaption, .elsewhere, .past, nav span { color: var(--quiet); }
header p, .position { margin: .1rem 0; }
a { color: var(--link); }
nav ul, .index ul { list-style: none; margin: 0; padding: 0; }
nav ul, .letters { columns: 14rem; column-gap: 1.5rem; }
.letters h3 { margin: .75rem 0 .1rem; break-after: avoid; }
.letters h3:first-child { margin-top: 0; }
.number { display: none; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figcaption { font-size: .9rem; } .charts figcaption { font-weight: 600; margin-bottom: .2rem; }
svg { width: 100%; height: auto; display: block; }
svg.rings { max-width: 44rem; margin: 0 auto; }
svg text { fill: var(--ink); font: 22px system-ui, sans-serif; }
svg .ring { fill: none; stroke: var(--line); }
svg .potential { fill: var(--potential); } svg .customer { fill: var(--customer); } svg .regular { fill: var(--regular); }
.bars { width: 100%; border-collapse: collapse; font-size: .9rem; }
.bars th { width: 11rem; padding: .1rem .75rem .1rem 0; text-align: left; font-weight: normal; line-height: 1.2; }
.bars td { padding: .1rem 0; } .bars svg { height: .9rem; } .bars .count { width: 3.5rem; text-align: right; }
i { display: inline-block; width: .75em; height: .75em; border-radius: 50%; margin-right: .4em; }
i.potential { background: var(--potential); } i.customer { background: var(--customer); }
i.regular { background: var(--regular); }
.key { margin-right: 1em; white-space: nowrap; }
article { margin: 1.25rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(5.5rem, max-content) 1fr; gap: .1rem .75rem; margin: .4rem 0; }
dt { color: var(--quiet); white-space: nowrap; } dd { margin: 0; }
article ul { list-style: none; margin: 0; padding: 0; }
.promised { font-weight: 600; }
.past { font-size: .85rem; line-height: 1.4; margin: .4rem 0; }
.past li { padding-left: 1em; text-indent: -1em; text-wrap: pretty; }
@media screen and (max-width: 36rem) { svg text.field { display: none; } svg.rings { width: 130%; margin: 0 -15%; }
  .shape figure { overflow: hidden; } .bars th { width: 8rem; } dl { grid-template-columns: minmax(4.5rem, max-content) 1fr; } }
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-center { content: counter(page); font: 8pt sans-serif; color: #444; } }
@page :first { @bottom-center { content: none; } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --paper: #fff;
  --potential: #9db4c8; --customer: #3f7cac; --regular: #d9822b; --link: #000; }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; orphans: 2; widows: 2; }
  a { text-decoration: none; } .number { display: inline; margin-left: .5em; color: var(--quiet); font-weight: normal; }
  i, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { font-size: 22pt; } h2 { font-size: 13pt; margin: 14pt 0 4pt; } h3 { font-size: 9pt; margin: 6pt 0 3pt; }
  h4 { font-size: 9.5pt; } h2, h3, .head { break-after: avoid; break-inside: avoid; }
  nav ul { columns: 2; column-gap: 8mm; } nav li, dt, dd, li { break-inside: avoid; }
  svg.rings { max-width: 150mm; } .charts { columns: 2; column-gap: 8mm; } .charts figure { margin: 0 0 10pt; }
  .bars, figcaption { font-size: 8.5pt; } .bars th { width: 32mm; } .bars .count { width: 9mm; }
  .chapter { columns: 2; column-gap: 8mm; } .chapter h2 { column-span: all; }
  article { margin: 0 0 8pt; padding-left: 2mm; border-left-width: 1px; break-inside: avoid; }
  article.long { break-inside: auto; }
  dl { grid-template-columns: minmax(15mm, max-content) 1fr; gap: 0 2mm; margin: 2pt 0; }
  .past { font-size: 7.5pt; line-height: 1.3; margin: 2pt 0 0; }
  .index { break-before: page; } .letters { columns: 3; column-gap: 8mm; } .letters h3 { margin: 6pt 0 1pt; } }
"""
