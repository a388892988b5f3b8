// The style sheet of the HTML report.
#pragma once

#include <string_view>

namespace newsdex {

inline constexpr std::string_view kReportStyle = R"(
:root { color-scheme: light dark; --page: #fbfaf8; --paper: #fff; --ink: #1d1d1f; --soft: #66666e;
  --line: #e4e2dd; --accent: #2457a6; --mark: #ffe69a; --mark-ink: #1d1d1f; }
@media (prefers-color-scheme: dark) {
  :root { --page: #151618; --paper: #1d1f22; --ink: #ececee; --soft: #a0a2aa; --line: #34363b;
    --accent: #7fb0ff; --mark: #6b5310; --mark-ink: #fff3cf; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.5;
  font: 16px/1.5 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
header, main { max-width: 74rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft);
  margin: 0 0 .6rem; }
p { margin: .35rem 0; }
.soft, .soft a { color: var(--soft); font-size: .875rem; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: .15em; padding: 0 .1em; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem;
  padding: 1rem; margin: 1rem 0; min-width: 0; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.25rem; }
@media (min-width: 860px) { .columns { grid-template-columns: minmax(0, 1fr) 19rem; } }
ol.hits { list-style: none; margin: 0; padding: 0; }
ol.hits > li { padding: .9rem 0; border-top: 1px solid var(--line); }
ol.hits > li:first-child { border-top: 0; padding-top: 0; }
ol.hits > li:last-child { padding-bottom: 0; }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 0; overflow-wrap: anywhere; }
blockquote { margin: .4rem 0; padding-inline-start: .7rem; border-inline-start: 3px solid
  var(--line); overflow-wrap: anywhere; }
.place { overflow-wrap: anywhere; font-family: ui-monospace, "DejaVu Sans Mono", monospace;
  font-size: .78rem; }
ul.values { list-style: none; margin: 0; padding: 0; }
ul.values li { padding: .2rem 0; }
ul.values .row { display: flex; justify-content: space-between; gap: .75rem; }
ul.values .row bdi { overflow-wrap: anywhere; }
ul.values .count { color: var(--soft); font-variant-numeric: tabular-nums; }
ul.values .chosen bdi { font-weight: 600; }
ul.values .excluded bdi { text-decoration: line-through; color: var(--soft); }
svg { display: block; overflow: visible; }
svg text { fill: var(--soft); font-size: 12px; }
@media (max-width: 619px) { svg text.roomy { display: none; } }
svg .bar { fill: var(--accent); }
svg .hover { fill: transparent; }
svg g:hover .hover { fill: var(--line); }
svg .axis { stroke: var(--line); }
svg.matrix { max-width: 100%; min-width: 30rem; height: auto; }
svg.matrix .cell { fill: var(--accent); stroke: var(--line); }
svg.matrix text.on-dark { fill: var(--paper); }
svg.matrix text.on-light { fill: var(--ink); }
.scroll { overflow-x: auto; }
.series { display: grid; grid-template-columns: minmax(0, 1fr); gap: .7rem; }
@media (min-width: 620px) { .series { grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 1rem 1.5rem; } }
@media print { body { background: #fff; } section { break-inside: avoid; border: 0; } }
)";

}  // namespace newsdex
