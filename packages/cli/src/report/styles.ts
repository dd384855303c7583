/** The page's look: paper and sea. Colours are named once for light and once for dark; contrast is at least 4.5 to 1. */
const colours = `
:root {
  --paper: #faf8f4; --card: #ffffff; --ink: #1d2a33; --soft: #56646d; --line: #e2ddd3; --faint: #f2eee6;
  --sea: #14697a; --sea-soft: #d9ebee; --clay: #a8431f; --clay-soft: #f8e3da; --mark: #fbe6a2; --focus: #0b62d6;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10181d; --card: #172127; --ink: #e4eaec; --soft: #9fb0b8; --line: #2b3942; --faint: #1d2930;
    --sea: #6cc3d1; --sea-soft: #17393f; --clay: #f0936d; --clay-soft: #452417; --mark: #5c4a12; --focus: #7fb4ff;
  }
}
`;

const base = `
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 1120px; padding: 0 clamp(16px, 4vw, 48px) 64px; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1, h2, h3 { font-family: ui-serif, Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK SC", serif; line-height: 1.2; font-weight: 600; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 5vw, 3rem); margin: .1em 0 .4em; letter-spacing: -.01em; }
h2 { font-size: 1.6rem; margin: 2.6em 0 .5em; }
h3 { font-size: 1.35rem; margin: 0 0 .5em; display: flex; flex-wrap: wrap; gap: .5em .7em; align-items: center; }
h4 { font-size: 1rem; margin: 0 0 .5em; }
h5 { font-size: .9rem; margin: 0 0 .2em; color: var(--soft); }
p { margin: 0 0 1em; max-width: 72ch; }
a { color: var(--sea); text-underline-offset: .18em; }
small { display: block; color: var(--soft); font-size: .82rem; font-weight: 400; line-height: 1.4; }
code { font-size: .85em; color: var(--soft); }
bdi { overflow-wrap: anywhere; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 16px; top: 8px; background: var(--card); padding: 8px 14px; z-index: 2; }
.note, figcaption { color: var(--soft); font-size: .88rem; }
body:has(#lang-en:checked) :is(span, tspan)[lang="zh-Hans"]:not(.brand *),
body:has(#lang-zh:checked) :is(span, tspan)[lang="en"] { display: none; }
`;

const frame = `
.langs { border: 0; padding: 0; margin: 0; position: absolute; top: 18px; right: max(clamp(16px, 4vw, 48px), calc(50vw - 560px + 48px)); display: flex; gap: 2px; background: var(--faint); border-radius: 999px; padding: 3px; }
.langs input { position: absolute; opacity: 0; }
.langs label { padding: 3px 12px; border-radius: 999px; font-size: .85rem; color: var(--soft); cursor: pointer; }
.langs input:checked + label { background: var(--card); color: var(--ink); box-shadow: 0 1px 2px rgb(0 0 0 / .12); }
.langs input:focus-visible + label { outline: 3px solid var(--focus); }
.masthead { padding: 20px 0 0; margin-bottom: clamp(28px, 6vw, 64px); border-bottom: 1px solid var(--line); }
.brand { display: flex; gap: .5em; align-items: center; margin: 0; font-weight: 600; letter-spacing: .01em; }
.brand svg { width: 34px; fill: none; stroke: var(--sea); stroke-width: 2.4; stroke-linecap: round; }
.brand span + span { color: var(--soft); font-weight: 400; }
.input { color: var(--soft); font-size: .88rem; margin: .3em 0; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 6px 0 12px; font-size: .9rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.eyebrow { color: var(--sea); font-size: .85rem; font-weight: 600; letter-spacing: .06em; margin: 0; }
.lead { font-size: 1.15rem; }
.tiles { display: flex; flex-wrap: wrap; gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; margin: 1.8em 0; }
.tiles div { flex: 1 1 auto; min-width: 130px; background: var(--card); padding: 14px 18px; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.tiles dd { margin: 0; font-size: 1.2rem; font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; line-height: 1.3; }
.tiles dt { color: var(--soft); font-size: .85rem; }
.meaning { border-left: 3px solid var(--sea); padding: 2px 0 2px 20px; }
.meaning h2 { font-size: 1rem; margin: 0 0 .3em; font-family: inherit; }
.meaning ul { margin: 0; padding-left: 1.1em; max-width: 72ch; color: var(--soft); }
footer { margin-top: 64px; border-top: 1px solid var(--line); padding-top: 14px; color: var(--soft); font-size: .85rem; }
`;

const tables = `
.scroll { overflow-x: auto; margin: 0 0 1em; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.45; }
caption { text-align: left; color: var(--soft); font-size: .88rem; padding: 0 0 6px; }
th, td { text-align: left; vertical-align: top; padding: 8px 14px 8px 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; min-width: 5.5em; }
td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-weight: 500; font-size: .82rem; white-space: nowrap; padding-bottom: 5px; }
tbody th { font-weight: 500; min-width: 3em; }
tbody th:has(small, bdi) { min-width: min(14em, 42vw); }
.n { text-align: right; font-variant-numeric: tabular-nums; }
.kind, .role, .fits, .yes, .no { font-size: .82rem; white-space: nowrap; }
.kind, .fits { padding: 1px 10px; border-radius: 999px; background: var(--sea-soft); color: var(--sea); font-family: system-ui, sans-serif; font-weight: 500; }
.kind.campaign, .fits.poorly { background: var(--clay-soft); color: var(--clay); }
.fits.partly, .fits.unknown { background: var(--faint); color: var(--soft); }
.yes { color: var(--clay); font-weight: 600; }
.no { color: var(--soft); }
`;

const groups = `
.group { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--sea); border-radius: 10px; padding: clamp(18px, 3vw, 34px); margin: 2em 0; content-visibility: auto; contain-intrinsic-size: auto 1800px; scroll-margin-top: 12px; }
.group.campaign { border-top-color: var(--clay); }
.group .said { font-size: 1.04rem; }
.part { margin-top: 1.8em; }
figure { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 28px; margin-top: 1.4em; }
svg { width: 100%; height: auto; display: block; }
.group .figures svg { background: var(--faint); border-radius: 8px; margin-bottom: 8px; }
svg text { font: 12px system-ui, sans-serif; fill: var(--soft); }
.axes .field { fill: var(--faint); }
.axes .corner { fill: var(--clay-soft); opacity: .55; }
.axes .level { fill: none; stroke: var(--soft); stroke-dasharray: 4 5; opacity: .7; }
.axes .quadrant { font-size: 13px; font-style: italic; }
.axes .dot { stroke: var(--card); stroke-width: 1.5; fill-opacity: .88; }
.axes .dot.campaign { fill: var(--clay); }
.axes .dot.coordinated { fill: var(--sea); }
.axes .id { fill: var(--card); text-anchor: middle; font-size: 10px; font-weight: 600; pointer-events: none; }
.axes a:focus-visible .dot { stroke: var(--focus); stroke-width: 3; }
.links path { fill: none; stroke: var(--sea); }
.links .w1 { stroke-width: .8; opacity: .22; } .links .w2 { stroke-width: 1.2; opacity: .38; } .links .w3 { stroke-width: 2; opacity: .6; }
.node circle { fill: var(--sea); stroke: var(--card); stroke-width: 1.5; }
.node.operator circle { fill: var(--clay); }
.node.bystander circle, .node.source circle { fill: var(--card); stroke: var(--sea); }
.node.source circle { stroke-dasharray: 3 2; }
.node.unknown circle { fill: var(--soft); }
svg .name { font-size: 11px; paint-order: stroke; stroke: var(--faint); stroke-width: 3px; fill: var(--ink); pointer-events: none; }
.bars { fill: var(--sea); }
.expected { fill: none; stroke: var(--clay); stroke-width: 1.8; }
.base, .grid { fill: none; stroke: var(--line); }
details { margin: .3em 0; font-size: .9rem; }
summary { cursor: pointer; color: var(--sea); padding: 3px 0; }
.samples { list-style: none; margin: 0 0 1.2em; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); gap: 12px; }
.samples li { background: var(--faint); border-radius: 8px; padding: 12px 14px; font-size: .9rem; }
.samples .model { background: none; border: 1px solid var(--line); }
.samples blockquote { margin: 0 0 6px; overflow-wrap: anywhere; white-space: pre-line; }
cite { font-style: normal; color: var(--soft); font-size: .8rem; } .samples i { color: var(--soft); font-size: .8rem; }
mark { background: var(--mark); color: inherit; border-radius: 3px; padding: 0 1px; }
.count { margin: 0 0 .4em; font-size: .88rem; font-weight: 600; }
.traits { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 330px), 1fr)); gap: 20px 34px; }
.traits p { font-size: .9rem; margin: 0 0 .6em; }
ul.bars, .explanations { list-style: none; padding: 0; margin: 0; }
ul.bars li { display: grid; grid-template-columns: 9.5em 1fr 3.6em; gap: 10px; align-items: center; font-size: .84rem; padding: 2px 0; }
.bar svg { background: var(--faint); border-radius: 3px; height: 14px; }
.bar rect { fill: var(--clay); } .bar path { stroke: var(--ink); stroke-width: 2; vector-effect: non-scaling-stroke; }
.share { text-align: right; font-variant-numeric: tabular-nums; }
.explanations li { padding: 10px 0; border-bottom: 1px solid var(--line); font-size: .94rem; }
.explanations p { margin: .2em 0 0; color: var(--soft); }
@media (max-width: 640px) { .langs { position: static; width: max-content; margin-top: 14px; } .masthead { padding-top: 12px; } ul.bars li { grid-template-columns: 8em 1fr 3.4em; }
  .axes text, .axes .quadrant { font-size: 19px; } .axes .id { display: none; } .figures svg text, .figures svg .name { font-size: 16px; } }
@media print { .langs, nav, .skip { display: none; } .group { content-visibility: visible; break-inside: auto; } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;

export const styles: string = colours + base + frame + tables + groups;
