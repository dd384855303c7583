import { createHash } from "node:crypto";

/** One stylesheet for all pages, in a file of its own: nothing stands in the page, so that its policy can forbid all of that. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f4f6f8; --sheet: #ffffff; --ink: #16202b; --quiet: #50606f; --line: #c3ccd5;
  --act: #0b5cad; --act-ink: #ffffff; --warn: #a3180f; --warn-ground: #fdeceb; --good: #1c6b36; --good-ground: #e8f5ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10161d; --sheet: #19222c; --ink: #e6ecf2; --quiet: #a4b2c0; --line: #3d4b59;
    --act: #7db7f5; --act-ink: #0d1a28; --warn: #ffb4ab; --warn-ground: #3c1a18; --good: #9fdcb2; --good-ground: #15301f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
}
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1rem; padding-top: 1.25rem; }
header p { margin: 0; font-weight: 600; }
header nav a { margin-inline-start: .75rem; }
main { margin-top: 1rem; margin-bottom: 1.5rem; padding: 1.25rem 1.25rem 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; }
footer { padding-bottom: 2rem; color: var(--quiet); font-size: .875rem; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1.125rem; }
p { margin: 0 0 .75rem; }
a { color: var(--act); }
label, legend { display: block; font-weight: 600; margin-bottom: .1875rem; }
form + p, form + h2, table + p, .wide + p { margin-top: 1.25rem; }
ul { margin: 0 0 1rem; padding-inline-start: 1.25rem; }
li { margin-bottom: .25rem; }
.field { margin-bottom: 1rem; }
.hint { display: block; margin: 0 0 .25rem; color: var(--quiet); font-size: .875rem; font-weight: 400; }
input[type="text"], input[type="password"], input[type="email"], select, textarea {
  width: 100%; max-width: 28rem; padding: .5rem .625rem; font: inherit; color: inherit; background: var(--sheet);
  border: 1px solid var(--quiet); border-radius: .375rem;
}
textarea { display: block; max-width: none; resize: vertical; line-height: 1.5; }
.hint.inline { display: inline; }
.fault { display: block; margin: 0 0 .25rem; color: var(--warn); font-weight: 600; }
.written { white-space: pre-wrap; overflow-wrap: anywhere; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
.skip { position: absolute; inset-inline-start: -100vw; padding: .5rem .75rem; background: var(--sheet); }
.skip:focus { inset-inline-start: .5rem; }
.lines { white-space: pre-line; }
main p, main dd, main li { overflow-wrap: anywhere; }
main .kicker { color: var(--quiet); font-size: .875rem; }
dl { margin: 0 0 1rem; }
dl div { padding: .375rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--quiet); font-size: .875rem; }
dd { margin: 0; }
footer nav a { margin-inline-end: 1rem; }
input.code { max-width: 18rem; font-family: ui-monospace, monospace; font-size: 1.125rem; letter-spacing: .08em; }
fieldset { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .375rem; }
.choice { display: flex; gap: .5rem; align-items: baseline; padding: .1875rem 0; font-weight: 400; }
button, .button {
  display: inline-block; padding: .5rem 1.125rem; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  color: var(--act-ink); background: var(--act); border: 1px solid var(--act); border-radius: .375rem;
}
button.quiet { color: var(--act); background: transparent; }
button.small { padding: .125rem .625rem; font-size: .875rem; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
.error, .notice { padding: .625rem .875rem; border-radius: .375rem; border-inline-start: 4px solid; }
.error { color: var(--warn); background: var(--warn-ground); }
.notice { color: var(--good); background: var(--good-ground); }
.secret { overflow-wrap: anywhere; padding: .625rem .875rem; font-family: ui-monospace, monospace; font-size: 1.0625rem; background: var(--ground); border: 1px solid var(--line); border-radius: .375rem; user-select: all; }
ol.codes { padding-inline-start: 2.25rem; font-family: ui-monospace, monospace; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .375rem .5rem .375rem 0; text-align: start; vertical-align: baseline; border-bottom: 1px solid var(--line); }
td form { margin: 0; }
td:last-child { text-align: end; }
.faint { color: var(--quiet); }
@media (max-width: 34rem) {
  main { border-inline: 0; border-radius: 0; }
  ol.codes { font-size: .875rem; padding-inline-start: 1.75rem; }
  table.stacked thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  table.stacked tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--line); }
  table.stacked td { display: flex; gap: .75rem; padding: .125rem 0; border: 0; text-align: start; }
  table.stacked td[data-label]::before { content: attr(data-label); flex: 0 0 7rem; color: var(--quiet); }
  button, .button { width: 100%; text-align: center; }
  button.small { width: auto; }
  input[type="text"], input[type="password"], input[type="email"], select { max-width: none; }
}
@media print { header nav, footer, .button { display: none; } main { border: 0; } }
`;

/** Changes with the stylesheet, so that browsers may keep it for ever. */
export const stylePath: string = `/access-${createHash("sha256").update(style).digest("hex").slice(0, 12)}.css`;
