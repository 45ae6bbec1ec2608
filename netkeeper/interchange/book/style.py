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
nav ul { columns: 14rem; list-style: none; padding: 0; }
figure { margin: 1.5rem 0; }
figcaption { font-size: .85rem; }
svg { width: 100%; height: auto; display: block; }
svg.rings { max-width: 30rem; margin: 0 auto; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
svg text.name { text-anchor: end; }
svg text.count, svg text.field { fill: var(--quiet); }
svg .ring { fill: none; stroke: var(--line); }
svg .potential { fill: var(--potential); } svg .customer { fill: var(--customer); } svg .regular { fill: var(--regular); }
i { display: inline-block; width: .75em; height: .75em; border-radius: 50%; margin-right: .4em; }
i.potential { background: var(--potential); } i.customer { background: var(--customer); }
i.regular { background: var(--regular); }
.key { margin-right: 1em; white-space: nowrap; }
article { margin: 1rem 0; padding-left: .75rem; border-left: 3px solid var(--line); break-inside: avoid; }
dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .1rem .75rem; margin: .4rem 0; }
dt { color: var(--quiet); } dd { margin: 0; }
article ul { margin: .4rem 0; padding-left: 1.1rem; }
article ul.promised { font-weight: 600; }
@media print { :root { --ink: #000; --quiet: #444; --line: #bbb; --paper: #fff; --potential: #b5c6d6;
  --customer: #3f7cac; --regular: #d9822b; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; } a { text-decoration: none; }
  .chapter { break-before: page; } i, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
